// The access matrix of the database by itself: every table that PostgreSQL knows, tried by everybody.
import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { seal } from "@/lib/seal";
import { Prisma } from "@/prisma/generated/client";
import { placeOf } from "@/prisma/sealed-columns";
import { courseRecords, form, formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";
import { tables, type Asker, type Row, type World } from "./tables.fixture";

let clinic: Clinic;
const askers: Record<string, Asker> = {};
const patients: Record<World, string> = { "ada's": randomUUID(), "ben's": randomUUID(), "cleo's": randomUUID() };
let people: Record<World, Viewer>;
const acts = ["read", "add", "change", "remove"] as const;

/** A patient with one row in every clinical table. */
async function fill(viewer: Viewer, patientId: string): Promise<void> {
  const [{ savePatient }, { startCourse, addSessions }, { saveAssessment }, { saveDraft }, { chooseBaseline }] = await Promise.all([import("./patients"), courseRecords(), import("./assessments"), import("./drafts"), import("./baselines")]);
  const [courseId, sessionId, assessmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4 };
  await savePatient(viewer, patientId, named(patientId));
  await startCourse(viewer, courseId, course);
  await addSessions(viewer, courseId, { sessions: [{ id: sessionId, kind: "dose", at: "2026-01-05T09:00" }] });
  await saveAssessment(viewer, assessmentId, form(patientId, 2));
  await chooseBaseline(viewer, courseId, { id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId, reason: "Moved house" });
  const { key, allow, ...positive } = formOf(patientId, phq9, { ratings: [null, null, null, null, null, null, null, null, 2, null] });
  void [key, allow];
  await saveDraft(recording(viewer, ["phq-9"]), randomUUID(), { ...positive, step: 1 });

  const { owner } = clinic;
  const { userId, organisation } = viewer;
  const of = { organisationId: organisation.id, patientId };
  const by = { ...of, sessionId, number: 1, key: randomUUID(), byId: userId };
  const at = new Date("2026-01-05T15:00:00Z");
  await owner.therapyRecord.create({ data: { ...by, attendance: "attended" } });
  await owner.symptomCheck.create({ data: { ...by, psychotic: false, manic: false } });
  await owner.doseRecord.create({ data: { ...by, medicine: "ketamine", route: "intravenous" } });
  await owner.leaving.create({ data: { ...by, leftAt: at, advice: true, points: [] } });
  await owner.reading.create({ data: { ...of, id: randomUUID(), sessionId, at, pulse: 70, byId: userId } });
  await owner.dosingEvent.create({ data: { ...by, id: randomUUID(), courseId, act: "entered", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: at, outcome: "resolved" } });

  await owner.secondFactor.create({ data: { id: randomUUID(), userId, seed: seal("A SEED", placeOf("SecondFactor", "seed", { userId })), lastStep: 1 } });
  await owner.recoveryCode.create({ data: { userId, codeHash: new Uint8Array(randomBytes(32)) } });
  await owner.passkey.create({ data: { id: randomUUID(), userId, credentialId: randomUUID(), publicKey: new Uint8Array(1), counter: 1, transports: [], name: "Key" } });
  const signInId = randomUUID();
  await owner.signIn.create({ data: { id: signInId, userId, tokenHash: new Uint8Array(randomBytes(32)), expiresAt: new Date(Date.now() + 3_600_000) } });
  await owner.passkeyChallenge.create({ data: { signInId, userId, purpose: "show", challenge: "x", expiresAt: new Date() } });
  await owner.breakGlass.create({ data: { ...of, id: randomUUID(), userId, reason: "Chest pain", until: new Date(Date.now() + 600_000) } });
}

beforeAll(async () => {
  clinic = await openClinic();
  const { owner, ada, ben, cleo, adam } = clinic;
  people = { "ada's": ada, "ben's": ben, "cleo's": cleo };
  for (const [world, viewer] of Object.entries(people) as [World, Viewer][]) await fill(viewer, patients[world]);
  const here = ada.organisation.id;
  const nextDoor = cleo.organisation.id;
  const { teamId } = await owner.careTeamMember.findFirstOrThrow({ where: { userId: ada.userId } });

  const join = async (roles: ("clinician" | "assistant" | "researcher" | "auditor" | "administrator")[], organisationId: string, more: { leftAt?: Date; disabledAt?: Date; team?: false } = {}) => {
    const { leftAt, disabledAt, team } = more;
    const { id } = await owner.user.create({ data: { id: randomUUID(), organisationId, email: `${randomUUID()}@test.example`, name: "Somebody", passwordHash: "none", roles, disabledAt } });
    if (team !== false) await owner.careTeamMember.create({ data: { teamId, userId: id, leftAt } });
    return id;
  };
  Object.assign(askers, {
    "her clinician": { userId: ada.userId, clinic: "here", roles: ["clinician"], team: "ada's" },
    "an assistant of the team": { userId: await join(["assistant"], here), clinic: "here", roles: ["assistant"], team: "ada's" },
    "a clinician of another team": { userId: ben.userId, clinic: "here", roles: ["clinician"], team: "ben's" },
    "a clinician next door": { userId: cleo.userId, clinic: "next door", roles: ["clinician"], team: "cleo's" },
    "an administrator": { userId: adam.userId, clinic: "here", roles: ["administrator"], team: null },
    "an administrator next door": { userId: await join(["administrator"], nextDoor, { team: false }), clinic: "next door", roles: ["administrator"], team: null },
    "a researcher on the team's list": { userId: await join(["researcher"], here), clinic: "here", roles: ["researcher"], team: "ada's" },
    "an auditor on the team's list": { userId: await join(["auditor"], here), clinic: "here", roles: ["auditor"], team: "ada's" },
    "a clinician on another clinic's team": { userId: await join(["clinician"], nextDoor), clinic: "next door", roles: ["clinician"], team: null },
    "a clinician who left": { userId: await join(["clinician"], here, { leftAt: new Date() }), clinic: "here", roles: ["clinician"], team: null },
    "a disabled clinician": { userId: await join(["clinician"], here, { disabledAt: new Date() }), clinic: null, roles: [], team: null },
    "a clinician in an emergency": { userId: await join(["clinician"], here, { team: false }), clinic: "here", roles: ["clinician"], team: null, opened: "ada's" },
    "a clinician after an emergency": { userId: await join(["clinician"], here, { team: false }), clinic: "here", roles: ["clinician"], team: null },
    "nobody": { userId: null, clinic: null, roles: [], team: null },
  } satisfies Record<string, Asker>);
  const glass = (who: string, until: Date, at?: Date) => owner.breakGlass.create({ data: { id: randomUUID(), organisationId: here, patientId: patients["ada's"], userId: askers[who]!.userId!, reason: "Chest pain", until, at } });
  await glass("a clinician in an emergency", new Date(Date.now() + 600_000));
  await glass("a clinician after an emergency", new Date(Date.now() - 600_000), new Date(Date.now() - 1_200_000));

  for (const viewer of [ada, cleo]) {
    const organisationId = viewer.organisation.id;
    await owner.settingsRevision.create({ data: { organisationId, number: 1, settings: {}, byId: null } });
    const { id: userId } = await owner.user.findFirstOrThrow({ where: { organisationId, roles: { has: "administrator" } } });
    await owner.invitation.create({ data: { id: randomUUID(), organisationId, email: `${randomUUID()}@test.example`, name: "Ines", roles: ["administrator"], teamIds: [], tokenHash: new Uint8Array(randomBytes(32)), createdById: userId, expiresAt: new Date(Date.now() + 3_600_000) } });
  }
  await owner.$queryRaw`SELECT seal_audit()`;
  await owner.throttle.create({ data: { key: "somebody", points: 1 } });
});
afterAll(() => clinic.close());

const known = () =>
  clinic.owner.$queryRaw<{ name: string; columns: string[]; added: string[]; changed: string[]; secured: boolean; forced: boolean }[]>`
    SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
      array_agg(a.attname::text) AS columns,
      coalesce(array_agg(a.attname::text) FILTER (WHERE has_column_privilege('courseline_app', c.oid, a.attnum, 'INSERT')), '{}') AS added,
      coalesce(array_agg(a.attname::text) FILTER (WHERE has_column_privilege('courseline_app', c.oid, a.attnum, 'UPDATE')), '{}') AS changed
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid ORDER BY 1`;

/** A row of that world, as it is found again, and whose it is. */
async function rowOf(table: string, world: World, columns: readonly string[]): Promise<{ place: string; json: string; row: Row } | null> {
  const { userId, organisation } = people[world];
  const where =
    tables[table]?.of === "patient" ? `${table === "patient" ? "id" : "patient_id"} = '${patients[world]}'`
    : tables[table]?.of === "person" ? `${table === "app_user" ? "id" : "user_id"} = '${userId}'`
    : tables[table]?.of === "clinic" ? `${table === "organisation" ? "id" : "organisation_id"} = '${organisation.id}'`
    : "true";
  const [found] = await clinic.owner.$queryRaw<{ place: string; json: string }[]>`SELECT ctid::text AS place, row_to_json(t)::text AS json FROM ${Prisma.raw(`"${table}" t WHERE ${where} LIMIT 1`)}`;
  if (!found) return null;
  const by = columns.includes("created_by_id") && table === "invitation" ? String(JSON.parse(found.json).created_by_id) : userId;
  return { ...found, row: { world, personId: by } };
}

it("knows every table", async () => {
  expect((await known()).map(({ name }) => name)).toEqual(Object.keys(tables).sort());
});

it("hides clinical rows from the tables' owner too", async () => {
  const open = (await known()).filter(({ name, secured, forced }) => tables[name]?.of === "patient" && !(secured && forced));
  expect(open).toEqual([]);
});

describe("as the application's role", () => {
  it.each(Object.keys(tables))("%s", async (table) => {
    const { columns = [], added = [], changed = [] } = (await known()).find(({ name }) => name === table) ?? {};
    const found: string[] = [];
    const wanted: string[] = [];
    for (const world of Object.keys(patients) as World[]) {
      const target = await rowOf(table, world, columns);
      expect(target, `a row of ${world} in ${table}`).not.toBeNull();
      for (const [name, asker] of Object.entries(askers)) {
        for (const act of acts) {
          const cell = `${name}: ${act} ${world}`;
          if (tables[table]![act](asker, target!.row)) wanted.push(cell);
          if (await reaches(asker, act, table, target!, { added, changed })) found.push(cell);
        }
      }
    }
    expect(found).toEqual(wanted);
  });
});

/** Whether PostgreSQL lets this person this far; what a constraint or a trigger says afterwards is not about who they are. */
async function reaches({ userId }: Asker, act: (typeof acts)[number], table: string, { place, json }: { place: string; json: string }, { added, changed }: { added: string[]; changed: string[] }): Promise<boolean> {
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(", ");
  const column = changed.find((name) => !/^(id|created_at)$/.test(name)) ?? changed[0];
  const statements = {
    read: `SELECT 1 FROM "${table}" WHERE ctid = '${place}'`,
    add: `INSERT INTO "${table}" (${list(added)}) SELECT ${list(added)} FROM json_populate_record(NULL::"${table}", $1::json)`,
    change: `UPDATE "${table}" SET "${column}" = "${column}" WHERE ctid = '${place}'`,
    remove: `DELETE FROM "${table}" WHERE ctid = '${place}'`,
  };
  if ((act === "add" && added.length === 0) || (act === "change" && column === undefined)) return false;
  const client = await clinic.app.pool.connect();
  try {
    await client.query("BEGIN");
    if (userId !== null) await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
    const { rowCount } = await client.query(statements[act], act === "add" ? [json] : []);
    return (rowCount ?? 0) > 0;
  } catch (error) {
    const { code, message } = Object(error) as { code?: string; message?: string };
    if (code === "42501") return false;
    if (code?.startsWith("23")) return true;
    throw new Error(`${act} ${table}: ${message}`, { cause: error });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
