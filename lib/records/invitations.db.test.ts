import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./invitations");
let auth: typeof import("@/lib/auth/invitation");
let signIns: typeof import("@/lib/auth/sign-ins");
let NotHere: typeof import("./problems").NotHere;
let teamId: string;

const sent = new Headers({ "x-forwarded-for": "192.0.2.7", "user-agent": "test" });
const next = "quay lantern soup 7";
const over = { fields: { form: expect.stringContaining("no longer works") } };

beforeAll(async () => {
  clinic = await openClinic();
  [records, auth, signIns] = await Promise.all([import("./invitations"), import("@/lib/auth/invitation"), import("@/lib/auth/sign-ins")]);
  ({ NotHere } = await import("./problems"));
  teamId = (await clinic.owner.careTeam.findFirstOrThrow({ where: { organisationId: clinic.ada.organisation.id } })).id;
  await clinic.owner.user.update({ where: { id: clinic.cleo.userId }, data: { roles: ["administrator"] } });
});
afterAll(() => clinic.close());
beforeEach(async () => {
  await clinic.owner.invitation.deleteMany();
});

const wanted = () => ({ name: "Noor Quay", email: `${randomUUID()}@clinic.example`, roles: ["clinician" as const], teamIds: [teamId] });
async function invited(more: Partial<ReturnType<typeof wanted>> = {}, id: string = randomUUID()) {
  const body = { ...wanted(), ...more };
  const { link } = await records.invite(clinic.adam, id, body);
  return { id, body, link, token: new URL(link).hash.slice(1) };
}
const stranger = (): Viewer => ({ ...clinic.cleo, roles: ["administrator"] });
const people = () => clinic.owner.user.count();

describe("an invitation", () => {
  it("makes the person the administrator wrote down, who is in the team and between password and second factor", async () => {
    const { token, body } = await invited();
    expect(await auth.readInvitation(token)).toEqual({ name: "Noor Quay", email: body.email, clinic: "Here" });
    const made = await auth.acceptInvitation({ token, next }, sent);
    const user = await clinic.owner.user.findUniqueOrThrow({ where: { email: body.email }, include: { teams: true } });
    expect(user).toMatchObject({ name: "Noor Quay", roles: ["clinician"], organisationId: clinic.adam.organisation.id, teams: [{ teamId }] });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(made.stage).toBe("setup");
    expect(await signIns.readSignIn(made.token, { address: null, requestId: "test" })).toBeNull();
    expect(await signIns.readBetween(made.token)).toMatchObject({ userId: user.id, stage: "setup" });
    const acts = await clinic.owner.auditEvent.findMany({ where: { action: { in: ["invited", "invitation-accepted"] } }, select: { action: true, userId: true }, orderBy: { id: "asc" } });
    expect(acts).toEqual([{ action: "invited", userId: clinic.adam.userId }, { action: "invitation-accepted", userId: user.id }]);
  });

  it("works once, however many follow it at the same moment", async () => {
    const { token } = await invited();
    const before = await people();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => auth.acceptInvitation({ token, next }, sent)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await people()).toBe(before + 1);
    await expect(auth.readInvitation(token)).rejects.toMatchObject(over);
    await expect(auth.acceptInvitation({ token, next }, sent)).rejects.toMatchObject(over);
  });

  it.each([
    ["that was withdrawn", async (id: string) => records.withdrawInvitation(clinic.adam, id)],
    ["that is too old", async (id: string) => clinic.owner.$executeRaw`UPDATE invitation SET expires_at = now() - interval '1 millisecond' WHERE id = ${id}::uuid`],
    ["to an address that signs in by now", async (id: string) => clinic.owner.$executeRaw`UPDATE invitation SET email = ${clinic.ben.email} WHERE id = ${id}::uuid`],
  ])("%s no longer works", async (_, end) => {
    const { id, token } = await invited();
    await end(id);
    const before = await people();
    await expect(auth.acceptInvitation({ token, next }, sent)).rejects.toMatchObject(over);
    expect(await people()).toBe(before);
  });

  it("that nobody made is answered alike", async () => {
    for (const token of ["", "x", "a".repeat(43)]) await expect(auth.readInvitation(token)).rejects.toMatchObject(over);
  });

  it("is not used up by a password that will not do", async () => {
    const { token } = await invited();
    await expect(auth.acceptInvitation({ token, next: "noor quay here 1" }, sent)).rejects.toMatchObject({ fields: { next: expect.any(String) } });
    expect((await auth.acceptInvitation({ token, next }, sent)).stage).toBe("setup");
  });

  it("asked for twice under one id is one, with the same link; under another's id it is stale", async () => {
    const first = await invited();
    expect(await records.invite(clinic.adam, first.id, first.body)).toEqual({ link: first.link });
    await expect(records.invite(clinic.adam, first.id, wanted())).rejects.toThrow(/Someone else changed/);
    expect(await clinic.owner.invitation.count()).toBe(1);
  });

  it("keeps nothing in the tables that would open it", async () => {
    const { token } = await invited();
    expect(JSON.stringify(await clinic.owner.$queryRaw`SELECT to_jsonb(i) FROM invitation i`)).not.toContain(token);
    expect(token.length).toBeGreaterThanOrEqual(43);
  });
});

describe("inviting", () => {
  it("is an administrator's alone, into their own clinic's teams", async () => {
    await expect(records.invite(clinic.ada, randomUUID(), wanted())).rejects.toBeInstanceOf(NotHere);
    await expect(records.invite(stranger(), randomUUID(), wanted())).rejects.toBeInstanceOf(NotHere);
    await expect(invited({ email: clinic.ben.email })).rejects.toMatchObject({ fields: { email: expect.any(String) } });
    expect(await clinic.owner.invitation.count()).toBe(0);
  });

  it("is seen and withdrawn by that clinic's administrators alone", async () => {
    const { id } = await invited();
    expect((await records.listInvitations(clinic.adam)).open).toHaveLength(1);
    for (const who of [clinic.ada, stranger()]) {
      expect((await records.listInvitations(who)).open).toEqual([]);
      await expect(records.withdrawInvitation(who, id)).rejects.toBeInstanceOf(NotHere);
    }
  });

  it("is refused by the database itself, were the query to forget it", async () => {
    const { id } = await invited();
    const client = await clinic.app.pool.connect();
    const insert = `INSERT INTO invitation (id, organisation_id, email, name, roles, team_ids, token_hash, created_by_id, expires_at)
      VALUES (gen_random_uuid(), $1, 'x@y.example', 'X', '{administrator}', '{}', gen_random_uuid()::text::bytea, $2, now() + interval '1 day')`;
    try {
      for (const who of [clinic.ada, clinic.cleo]) {
        await client.query("BEGIN");
        await client.query("SELECT set_config('app.user_id', $1, true)", [who.userId]);
        expect((await client.query("SELECT id FROM invitation")).rowCount).toBe(0);
        expect((await client.query("UPDATE invitation SET withdrawn_at = now() WHERE id = $1", [id])).rowCount).toBe(0);
        await expect(client.query(insert, [clinic.adam.organisation.id, who.userId])).rejects.toThrow(/row-level security/);
        await client.query("ROLLBACK");
      }
      await expect(client.query("INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles) VALUES (gen_random_uuid(), $1, 'x@y.example', 'X', 'x', '{administrator}')", [clinic.adam.organisation.id])).rejects.toThrow(/permission denied/);
      await expect(client.query("UPDATE invitation SET used_at = NULL")).rejects.toThrow(/permission denied/);
      await expect(client.query("SELECT accept_invitation($1, 'plain')", [Buffer.from("x")])).rejects.toThrow(/stored as its hash/);
    } finally {
      client.release();
    }
  });
});
