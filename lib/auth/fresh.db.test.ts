import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import type { Viewer } from "./viewer";

let clinic: Clinic;
let auth: typeof import("./sign-ins");
let steps: typeof import("./fresh");
let factors: typeof import("./factors");
let own: typeof import("@/lib/records/own-factor");
let invitations: typeof import("@/lib/records/invitations");

const password = "lantern soup harbour 9";
const sent = new Headers({ "x-forwarded-for": "192.0.2.9", "user-agent": "test" });
const asked = { address: "192.0.2.9", requestId: "test" };
const seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

beforeAll(async () => {
  clinic = await openClinic();
  [auth, steps, factors, own, invitations] = await Promise.all([import("./sign-ins"), import("./fresh"), import("./factors"), import("@/lib/records/own-factor"), import("@/lib/records/invitations")]);
  const { hashPassword } = await import("./password");
  await clinic.owner.user.updateMany({ data: { passwordHash: await hashPassword(password) } });
});
afterAll(() => clinic.close());
beforeEach(async () => {
  await clinic.owner.$executeRaw`DELETE FROM throttle`;
  await clinic.owner.secondFactor.deleteMany();
  await clinic.owner.signIn.deleteMany();
});

/** RFC 6238 by hand: the code of the last step, whose own time has not passed yet. */
function codeNow(): string {
  const bits = [...seed].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const viewerOf = async (token: string) => (await auth.readSignIn(token, asked)) as Viewer;
async function enter(who: Viewer) {
  const token = await auth.beginSignIn(who.userId, { address: null, browser: null });
  return { token, viewer: await viewerOf(token) };
}
/** Signed in, and so many minutes have passed since, by the database's clock. */
async function later(who: Viewer, minutes: number) {
  const { token } = await enter(who);
  // The column keeps milliseconds, and rounds up as well.
  await clinic.owner.$executeRaw`UPDATE sign_in SET fresh_at = now() - make_interval(mins => ${minutes}::int) - interval '1 millisecond'`;
  return { token, viewer: await viewerOf(token) };
}
const lines = (action: string, userId: string) => clinic.owner.auditEvent.count({ where: { action, userId } });

describe("who signed in is known for ten minutes", () => {
  it("by the database's clock", async () => {
    expect((await enter(clinic.ada)).viewer.fresh).toBe(true);
    expect((await later(clinic.ada, 9)).viewer.fresh).toBe(true);
    const { viewer } = await later(clinic.ada, 10);
    expect(viewer.fresh).toBe(false);
    await expect(steps.requireFresh(viewer)).rejects.toMatchObject({ ask: "password" });
  });

  it("and confirms it with the password: a new session, and the old token opens nothing", async () => {
    const { token, viewer } = await later(clinic.ada, 60);
    const next = (await steps.confirm(viewer, { code: "", password }, sent)) ?? "";
    expect(await auth.readSignIn(token, asked)).toBeNull();
    const renewed = await viewerOf(next);
    expect(renewed).toMatchObject({ fresh: true, userId: clinic.ada.userId });
    expect(renewed.signInId).not.toBe(viewer.signInId);
    expect(await lines("confirmed", clinic.ada.userId)).toBe(1);
  });

  it("not with another; guesses are counted, and the session stays as it was", async () => {
    const { token, viewer } = await later(clinic.ada, 60);
    for (let guess = 0; guess < 10; guess++) await expect(steps.confirm(viewer, { code: "", password: `${password}${guess}` }, sent)).rejects.toMatchObject({ fields: { password: "The password is not right" } });
    await expect(steps.confirm(viewer, { code: "", password }, sent)).rejects.toMatchObject({ fields: { password: expect.stringContaining("Too many attempts") } });
    expect((await viewerOf(token)).fresh).toBe(false);
  });

  it("not by a session that ended meanwhile", async () => {
    const { viewer } = await later(clinic.ada, 60);
    await clinic.owner.signIn.deleteMany();
    expect(await steps.confirm(viewer, { code: "", password }, sent)).toBeNull();
    expect(await clinic.owner.signIn.count()).toBe(0);
  });
});

describe("with a second factor", () => {
  it("the password is not enough, and a code is taken once", async () => {
    await factors.asPerson(clinic.ben.userId, (tx) => factors.storeFactor(tx, clinic.ben.userId, seed, 0));
    const { viewer } = await later(clinic.ben, 60);
    await expect(steps.requireFresh(viewer)).rejects.toMatchObject({ ask: "code" });
    await expect(steps.confirm(viewer, { code: "", password }, sent)).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    const code = codeNow();
    const renewed = await viewerOf((await steps.confirm(viewer, { code, password: "" }, sent)) ?? "");
    expect(renewed.fresh).toBe(true);
    await expect(steps.confirm(renewed, { code, password }, sent)).rejects.toMatchObject({ fields: { code: expect.any(String) } });
  });
});

describe("what is grave waits for it, and nothing has happened until then", () => {
  it("an invitation", async () => {
    const wanted = { name: "Noor Quay", email: `${randomUUID()}@clinic.example`, roles: ["auditor" as const], teamIds: [] };
    const id = randomUUID();
    await expect(invitations.invite({ ...clinic.adam, fresh: false }, id, wanted)).rejects.toMatchObject({ ask: "password" });
    expect(await clinic.owner.invitation.count({ where: { id } })).toBe(0);
    await invitations.invite(clinic.adam, id, wanted);
    expect(await clinic.owner.invitation.count({ where: { id } })).toBe(1);
  });

  it("taking away somebody's factor", async () => {
    await factors.asPerson(clinic.ben.userId, (tx) => factors.storeFactor(tx, clinic.ben.userId, seed, 0));
    await expect(own.resetFactor({ ...clinic.adam, fresh: false }, clinic.ben.userId)).rejects.toMatchObject({ ask: "password" });
    expect(await factors.hasFactor(clinic.ben.userId)).toBe(true);
    await own.resetFactor(clinic.adam, clinic.ben.userId);
    expect(await factors.hasFactor(clinic.ben.userId)).toBe(false);
  });
});
