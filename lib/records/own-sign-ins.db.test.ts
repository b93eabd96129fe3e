import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let auth: typeof import("@/lib/auth/sign-ins");
let own: typeof import("./own-sign-ins");
let passwords: typeof import("./own-password");
let NotHere: typeof import("./problems").NotHere;

const from = { address: "192.0.2.7", browser: "Firefox on Windows" };
const asked = { address: "192.0.2.7", requestId: "test" };

beforeAll(async () => {
  clinic = await openClinic();
  [auth, own, passwords] = await Promise.all([import("@/lib/auth/sign-ins"), import("./own-sign-ins"), import("./own-password")]);
  ({ NotHere } = await import("./problems"));
});
afterAll(() => clinic.close());
beforeEach(() => clinic.owner.signIn.deleteMany());

async function enter(who: Viewer): Promise<{ token: string; viewer: Viewer }> {
  const token = await auth.beginSignIn(who.userId, from);
  return { token, viewer: (await auth.readSignIn(token, asked)) as Viewer };
}
const holds = async (token: string) => (await auth.readSignIn(token, asked)) !== null;
const lines = (action: string, userId: string) => clinic.owner.auditEvent.count({ where: { action, userId } });

describe("a person's own sessions", () => {
  it("are listed, this one first, and nobody else's", async () => {
    const first = await enter(clinic.ada);
    await enter(clinic.ada);
    await enter(clinic.ben);
    const listed = await own.listSignIns(first.viewer);
    expect(listed.map(({ here }) => here)).toEqual([true, false]);
    expect(listed[0]).toMatchObject({ id: first.viewer.signInId, ...from });
  });

  it("are ended one by one", async () => {
    const [here, there] = [await enter(clinic.ada), await enter(clinic.ada)];
    await own.endOwnSignIn(here.viewer, there.viewer.signInId);
    expect([await holds(here.token), await holds(there.token)]).toEqual([true, false]);
    expect(await lines("sign-in-ended", clinic.ada.userId)).toBe(1);
  });

  it("are ended all but this one", async () => {
    const [here, one, two, other] = [await enter(clinic.ada), await enter(clinic.ada), await enter(clinic.ada), await enter(clinic.ben)];
    expect(await own.endOtherSignIns(here.viewer)).toBe(2);
    expect([await holds(here.token), await holds(one.token), await holds(two.token), await holds(other.token)]).toEqual([true, false, false, true]);
  });

  it("are nobody else's to end: an administrator's neither", async () => {
    const ada = await enter(clinic.ada);
    for (const who of [clinic.ben, clinic.adam, clinic.cleo]) {
      const { viewer } = await enter(who);
      await expect(own.endOwnSignIn(viewer, ada.viewer.signInId)).rejects.toBeInstanceOf(NotHere);
    }
    expect(await holds(ada.token)).toBe(true);
  });
});

describe("a session ends with the statement that changes", () => {
  it.each([
    ["being disabled", "UPDATE app_user SET disabled_at = now() WHERE id = $1::uuid"],
    ["a role", "UPDATE app_user SET roles = '{administrator}' WHERE id = $1::uuid"],
    ["the password", "UPDATE app_user SET password_hash = 'other' WHERE id = $1::uuid"],
  ])("%s", async (_, sql) => {
    const [ada, ben] = [await enter(clinic.ada), await enter(clinic.ben)];
    await clinic.owner.$executeRawUnsafe(sql, clinic.ada.userId);
    expect([await holds(ada.token), await holds(ben.token)]).toEqual([false, true]);
    await clinic.owner.user.update({ where: { id: clinic.ada.userId }, data: { disabledAt: null, roles: ["clinician"] } });
  });

  it("but not with a name", async () => {
    const ada = await enter(clinic.ada);
    await clinic.owner.user.update({ where: { id: clinic.ada.userId }, data: { name: "Ada" } });
    expect(await holds(ada.token)).toBe(true);
  });
});

describe("how long a session lasts", () => {
  const idle = (signInId: string, minutes: number) =>
    clinic.owner.$executeRaw`UPDATE sign_in SET last_seen_at = now() - make_interval(mins => ${minutes}::int) WHERE id = ${signInId}::uuid`;

  it("is a quarter of an hour from its last use, by the database's clock", async () => {
    const { viewer, token } = await enter(clinic.ada);
    await idle(viewer.signInId, 13);
    expect(await auth.secondsLeft(viewer.signInId)).toBeLessThanOrEqual(120);
    expect(await auth.secondsLeft(viewer.signInId)).toBeGreaterThan(60);
    await auth.readSignIn(token, asked, { unattended: true });
    expect(await auth.secondsLeft(viewer.signInId), "a page that asks by itself changes nothing").toBeLessThanOrEqual(120);
    await auth.readSignIn(token, asked);
    expect(await auth.secondsLeft(viewer.signInId), "a person who asks begins it anew").toBeGreaterThan(840);
  });

  it("is over after a quarter of an hour, and cannot be begun anew", async () => {
    const { viewer, token } = await enter(clinic.ada);
    await idle(viewer.signInId, 16);
    expect(await holds(token)).toBe(false);
    expect(await auth.secondsLeft(viewer.signInId)).toBe(0);
    expect(await own.listSignIns({ ...clinic.ada, signInId: randomUUID() })).toEqual([]);
  });

  it("is never longer than twelve hours", async () => {
    const { viewer, token } = await enter(clinic.ada);
    await clinic.owner.$executeRaw`UPDATE sign_in SET expires_at = now() + interval '30 seconds' WHERE id = ${viewer.signInId}::uuid`;
    expect(await auth.secondsLeft(viewer.signInId)).toBeLessThanOrEqual(30);
    // The column keeps milliseconds, and rounds up as well: now() itself may still be to come.
    await clinic.owner.$executeRaw`UPDATE sign_in SET expires_at = now() - interval '1 millisecond' WHERE id = ${viewer.signInId}::uuid`;
    expect(await holds(token)).toBe(false);
  });
});

describe("a changed password", () => {
  const old = "the old password of Ada";
  const next = "quay lantern soup 7";
  const stored = async () => (await clinic.owner.user.findUniqueOrThrow({ where: { id: clinic.ada.userId } })).passwordHash;

  beforeEach(async () => {
    const { hashPassword } = await import("@/lib/auth/password");
    await clinic.owner.user.update({ where: { id: clinic.ada.userId }, data: { passwordHash: await hashPassword(old) } });
    await clinic.owner.$executeRaw`DELETE FROM throttle`;
  });

  it("ends every session, this one too, and is the one that holds", async () => {
    const { passwordMatches } = await import("@/lib/auth/password");
    const [here, there] = [await enter(clinic.ada), await enter(clinic.ada)];
    await passwords.changePassword(here.viewer, { password: old, next });
    expect([await holds(here.token), await holds(there.token)]).toEqual([false, false]);
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([await passwordMatches(await stored(), next), await passwordMatches(await stored(), old)]).toEqual([true, false]);
    expect(await lines("password-changed", clinic.ada.userId)).toBe(1);
  });

  it.each([
    ["without the old one", "not the old one", next, "password"],
    ["to a short one", old, "quay lantern 7", "next"],
    ["to the same", old, old, "next"],
    ["to a common one", old, "1qaz2wsx3edc4rfv", "next"],
    ["to the clinic's name", old, "courseline here 2026", "next"],
  ])("is not made %s, and nothing ends", async (_, password, wanted, field) => {
    const { viewer, token } = await enter(clinic.ada);
    const before = await stored();
    await expect(passwords.changePassword(viewer, { password, next: wanted })).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
    expect(await stored()).toBe(before);
    expect(await holds(token)).toBe(true);
  });

  it("is Unicode whole: two hundred characters, and one changed is another", async () => {
    const { hashPassword, passwordMatches } = await import("@/lib/auth/password");
    const long = "Ströme 🌊 гавань ".repeat(13).slice(0, 200);
    const hash = await hashPassword(long);
    expect(await passwordMatches(hash, long.normalize("NFD"))).toBe(true);
    expect(await passwordMatches(hash, `${long.slice(0, 199)}x`)).toBe(false);
  });

  it("is nobody else's to set, even for the application's own role", async () => {
    const client = await clinic.app.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.user_id', $1, true)", [clinic.ben.userId]);
      expect((await client.query("UPDATE app_user SET password_hash = 'x' WHERE id = $1", [clinic.ada.userId])).rowCount).toBe(0);
      await expect(client.query("UPDATE app_user SET disabled_at = now()")).rejects.toThrow(/another administrator/);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
