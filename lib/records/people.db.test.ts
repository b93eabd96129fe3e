import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import type { PersonSave } from "@/lib/schemas/people";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let second: Viewer;
let noor: Viewer;
let teams: { adas: string; bens: string; next: string };
let person: typeof import("./person");
let teamsOf: typeof import("./teams");
let people: typeof import("./people");
let problems: typeof import("./problems");

beforeAll(async () => {
  clinic = await openClinic();
  [person, teamsOf, people, problems] = await Promise.all([import("./person"), import("./teams"), import("./people"), import("./problems")]);
  second = await clinic.hire("Sol", ["administrator"]);
  const teamOf = async ({ userId }: Viewer) => (await clinic.owner.careTeamMember.findFirstOrThrow({ where: { userId } })).teamId;
  teams = { adas: await teamOf(clinic.ada), bens: await teamOf(clinic.ben), next: await teamOf(clinic.cleo) };
});
beforeEach(async () => {
  noor = await clinic.hire("Noor", ["clinician"], clinic.ada);
});
afterAll(() => clinic.close());

const was = (): PersonSave["was"] => ({ roles: ["clinician"], teamIds: [teams.adas] });
const save = (viewer: Viewer, more: Partial<PersonSave> = {}, id = noor.userId) => person.savePerson(viewer, id, { ...was(), was: was(), ...more });
const stored = (id = noor.userId) => clinic.owner.user.findUniqueOrThrow({ where: { id }, select: { roles: true, disabledAt: true, teams: { select: { teamId: true, leftAt: true }, orderBy: { joinedAt: "asc" } } } });
const lines = (id = noor.userId) => clinic.owner.auditEvent.findMany({ where: { subjectId: id, userId: clinic.adam.userId, action: { not: "denied" } }, orderBy: { id: "asc" } });
const signInOf = (userId: string) =>
  clinic.owner.signIn.create({ data: { id: randomUUID(), tokenHash: Buffer.from(randomUUID()), userId, expiresAt: new Date(Date.now() + 3_600_000) } });

describe("an administrator", () => {
  it("changes roles, which ends that person's sessions and nobody else's", async () => {
    await Promise.all([signInOf(noor.userId), signInOf(clinic.ada.userId)]);
    await save(clinic.adam, { roles: ["assistant", "auditor"] });
    expect((await stored()).roles).toEqual(["assistant", "auditor"]);
    expect(await clinic.owner.signIn.count({ where: { userId: noor.userId } })).toBe(0);
    expect(await clinic.owner.signIn.count({ where: { userId: clinic.ada.userId } })).toBe(1);
    expect((await lines()).map(({ action }) => action)).toEqual(["role_changed"]);
  });

  it("moves a person from one team to another; both stay in the history, and who sees whom changes at once", async () => {
    const { savePatient, readPatient } = await import("./patients");
    const patientId = randomUUID();
    await savePatient(clinic.ada, patientId, { recordNumber: randomUUID().slice(0, 8), familyName: "Rivera", givenName: "Alex", birthDate: "1985-04-12", version: 0, allow: ["duplicates"] });
    expect(await readPatient(noor, patientId)).not.toBeNull();
    await save(clinic.adam, { teamIds: [teams.bens] });
    expect(await readPatient(noor, patientId)).toBeNull();
    await save(clinic.adam, { was: { roles: ["clinician"], teamIds: [teams.bens] } });
    expect(await readPatient(noor, patientId)).not.toBeNull();
    const memberships = (await stored()).teams.map(({ teamId, leftAt }) => [teamId, leftAt === null]);
    expect(memberships).toEqual([[teams.adas, false], [teams.bens, false], [teams.adas, true]]);
    expect((await lines()).map(({ action }) => action)).toEqual(["member_added", "member_removed", "member_added", "member_removed"]);
  });

  it("disables a person, which ends their sessions, and enables them again; sent twice it is done once", async () => {
    await signInOf(noor.userId);
    for (const disabled of [true, true]) await person.setDisabled(clinic.adam, noor.userId, disabled);
    expect((await stored()).disabledAt).not.toBeNull();
    expect(await clinic.owner.signIn.count({ where: { userId: noor.userId } })).toBe(0);
    await person.setDisabled(clinic.adam, noor.userId, false);
    expect((await stored()).disabledAt).toBeNull();
    expect((await lines()).map(({ action }) => action)).toEqual(["disabled", "enabled"]);
  });

  it("loses nobody's change: what the page showed has to be what there is, and the same sent again changes nothing", async () => {
    await save(clinic.adam, { roles: ["assistant"] });
    await save(clinic.adam, { roles: ["assistant"] });
    await expect(save(second, { roles: ["clinician", "auditor"] })).rejects.toBeInstanceOf(problems.Stale);
    expect((await stored()).roles).toEqual(["assistant"]);
    expect(await lines()).toHaveLength(1);
  });

  it("changes nothing about themselves", async () => {
    await expect(save(clinic.adam, { roles: ["administrator", "clinician"], was: { roles: ["administrator"], teamIds: [] } }, clinic.adam.userId)).rejects.toMatchObject({ fields: { form: expect.stringContaining("Nobody changes") } });
    await expect(person.setDisabled(clinic.adam, clinic.adam.userId, true)).rejects.toBeInstanceOf(problems.Unfit);
  });

  it("remains: of two who take it from each other at the same time, one does", async () => {
    const [one, other] = [await clinic.hire("One", ["administrator"]), await clinic.hire("Other", ["administrator"])];
    const take = (viewer: Viewer, id: string) => person.savePerson(viewer, id, { roles: ["auditor"], teamIds: [], was: { roles: ["administrator"], teamIds: [] } });
    const ended = await Promise.allSettled([take(one, other.userId), take(other, one.userId)]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const roles = await clinic.owner.user.findMany({ where: { id: { in: [one.userId, other.userId] } }, select: { roles: true } });
    expect(roles.map((each) => each.roles[0]).toSorted()).toEqual(["administrator", "auditor"]);
  });

  it("makes and renames teams; no two have one name; sent twice it is one", async () => {
    const id = randomUUID();
    expect(await teamsOf.saveTeam(clinic.adam, id, { name: "Harbour", was: null })).toEqual({ created: true });
    expect(await teamsOf.saveTeam(clinic.adam, id, { name: "Harbour", was: null })).toEqual({ created: false });
    await expect(teamsOf.saveTeam(clinic.adam, randomUUID(), { name: "HARBOUR", was: null })).rejects.toMatchObject({ fields: { name: "There is a care team of this name already" } });
    await teamsOf.saveTeam(clinic.adam, id, { name: "Quay", was: "Harbour" });
    await expect(teamsOf.saveTeam(second, id, { name: "Mole", was: "Harbour" })).rejects.toBeInstanceOf(problems.Stale);
    expect(await clinic.owner.careTeam.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "Quay" });
  });
});

/** Everything that is an administrator's alone, tried by somebody else. */
const acts: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  "changes roles": (viewer) => save(viewer, { roles: ["administrator"] }),
  "changes teams": (viewer) => save(viewer, { teamIds: [teams.bens] }),
  "disables a person": (viewer) => person.setDisabled(viewer, noor.userId, true),
  "makes a team": (viewer) => teamsOf.saveTeam(viewer, randomUUID(), { name: randomUUID(), was: null }),
  "renames a team": (viewer) => teamsOf.saveTeam(viewer, teams.adas, { name: randomUUID(), was: "Ada's team" }),
};
/** The same in SQL, by the application role, without any query of ours in front. */
const statements: Record<string, [string, () => unknown[]]> = {
  "changes roles": ["UPDATE app_user SET roles = '{administrator}' WHERE id = $1 RETURNING id", () => [noor.userId]],
  "changes teams": ["INSERT INTO care_team_member (team_id, user_id) VALUES ($2, $1) RETURNING user_id", () => [noor.userId, teams.bens]],
  "takes from a team": ["UPDATE care_team_member SET left_at = now() WHERE user_id = $1 RETURNING user_id", () => [noor.userId]],
  "disables a person": ["UPDATE app_user SET disabled_at = now() WHERE id = $1 RETURNING id", () => [noor.userId]],
  "makes a team": ["INSERT INTO care_team (id, organisation_id, name) VALUES (gen_random_uuid(), $1, 'x') RETURNING id", () => [clinic.adam.organisation.id]],
  "renames a team": ["UPDATE care_team SET name = 'x' WHERE id = $1 RETURNING id", () => [teams.adas]],
};

/** Whoever is not an administrator of this clinic now, whatever their session once said. */
async function outsiders(act = ""): Promise<Viewer[]> {
  const dismissed = await clinic.hire("Dora", ["administrator"]);
  await clinic.owner.user.update({ where: { id: dismissed.userId }, data: { disabledAt: new Date() } });
  const next = { ...clinic.cleo, roles: ["administrator"] as const };
  await clinic.owner.user.update({ where: { id: next.userId }, data: { roles: ["administrator"] } });
  const here = [clinic.ben, await clinic.hire("Asa", ["assistant"], clinic.ada), await clinic.hire("Aud", ["auditor"]), await clinic.hire("Rhea", ["researcher"]), dismissed];
  // Another clinic's administrator may make a team: there.
  return act === "makes a team" ? here : [...here, next];
}

const everything = () => Promise.all([stored(), clinic.owner.careTeam.findMany({ orderBy: { id: "asc" } })]);

async function asApp(userId: string, sql: string, values: unknown[]): Promise<number> {
  const client = await clinic.app.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

it("waits until the administrator has shown again who they are", async () => {
  const stale = { ...clinic.adam, fresh: false };
  for (const act of Object.values(acts)) await expect(act(stale)).rejects.toBeInstanceOf(problems.NotFresh);
});

describe("nobody else", () => {
  it.each(Object.keys(acts))("%s", async (act) => {
    const before = await everything();
    for (const viewer of await outsiders(act)) await expect(acts[act]?.(viewer)).rejects.toBeInstanceOf(problems.NotHere);
    expect(await everything()).toEqual(before);
  });

  it.each(Object.keys(acts))("%s, with row-level security taken away: the query refuses by itself", async (act) => {
    const before = await everything();
    for (const table of ["app_user", "care_team", "care_team_member"]) await clinic.owner.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    try {
      for (const viewer of await outsiders(act)) await expect(acts[act]?.(viewer)).rejects.toBeInstanceOf(problems.NotHere);
    } finally {
      for (const table of ["app_user", "care_team", "care_team_member"]) await clinic.owner.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    }
    expect(await everything()).toEqual(before);
  });

  it.each(Object.entries(statements))("%s, with the query taken away: the database refuses by itself", async (_, [sql, values]) => {
    expect(await asApp(clinic.adam.userId, sql, values())).toBe(1);
    for (const viewer of await outsiders()) await expect(asApp(viewer.userId, sql, values()).catch((error: Error) => error.message)).resolves.toSatisfy((answer) => answer === 0 || /row-level security/.test(String(answer)));
  });

  it.each([
    ["roles of their own", "UPDATE app_user SET roles = '{administrator,clinician}' WHERE id = $1"],
    ["a password of somebody else's", "UPDATE app_user SET password_hash = 'x' WHERE id <> $1"],
    ["another name", "UPDATE app_user SET name = 'x' WHERE id = $1"],
    ["a team of another clinic", "UPDATE care_team SET organisation_id = organisation_id"],
    ["a day they were on a team", "UPDATE care_team_member SET joined_at = now()"],
    ["history that is gone", "DELETE FROM care_team_member"],
  ])("not an administrator either: %s", async (_, sql) => {
    await expect(asApp(clinic.adam.userId, sql, sql.includes("$1") ? [clinic.adam.userId] : [])).rejects.toThrow(/permission denied|another administrator|by its person/);
  });

  it("is put on a team of another clinic, or sees who is", async () => {
    await expect(save(clinic.adam, { teamIds: [teams.next] })).rejects.toBeInstanceOf(problems.NotHere);
    await expect(asApp(clinic.adam.userId, "INSERT INTO care_team_member (team_id, user_id) VALUES ($1, $2)", [teams.next, noor.userId])).rejects.toThrow(/row-level security/);
    expect(await people.readPerson(clinic.adam, clinic.cleo.userId)).toBeNull();
    expect(await teamsOf.readTeam(clinic.adam, teams.next)).toBeNull();
  });
});
