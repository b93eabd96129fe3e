import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import type { Viewer } from "./viewer";

let clinic: Clinic;
let auth: typeof import("./sign-ins");
let steps: typeof import("./second-step");
let factors: typeof import("./factors");
let own: typeof import("@/lib/records/own-factor");
let NotHere: typeof import("@/lib/records/problems").NotHere;

const sent = new Headers({ "x-forwarded-for": "192.0.2.7", "user-agent": "test" });
const from = { address: "192.0.2.7", browser: null };
const asked = { address: "192.0.2.7", requestId: "test" };

beforeAll(async () => {
  clinic = await openClinic();
  [auth, steps, factors, own] = await Promise.all([import("./sign-ins"), import("./second-step"), import("./factors"), import("@/lib/records/own-factor")]);
  ({ NotHere } = await import("@/lib/records/problems"));
});
afterAll(() => clinic.close());
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() }); // no step of the clock passes within a test
  await clinic.owner.$executeRaw`DELETE FROM throttle`;
  await clinic.owner.recoveryCode.deleteMany();
  await clinic.owner.secondFactor.deleteMany();
  await clinic.owner.signIn.deleteMany();
});

/** RFC 6238 by hand, apart from the library the application uses. */
function codeAt(seed: string, step: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...seed].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
const stepNow = () => Math.floor(Date.now() / 30_000);
const wrongCode = (seed: string) => ["000000", "111111", "222222", "333333"].find((code) => [-2, -1, 0, 1, 2].every((off) => codeAt(seed, stepNow() + off) !== code)) ?? "";

async function between(who: Viewer, stage: "factor" | "setup") {
  const token = await auth.beginSignIn(who.userId, from, stage);
  const person = await auth.readBetween(token);
  if (person === null) throw new Error("nobody there");
  return { token, person };
}
async function setUp(who: Viewer) {
  const { person } = await between(who, "setup");
  const { key, offer } = steps.offerFactor(person);
  // A step early, so that the code of this very moment is still unused.
  return { key, ...(await steps.setUpFactor(person, { offer, code: codeAt(key, stepNow() - 1) }, sent)) };
}
/** One letter in the middle of what is encrypted is another. */
const tampered = (sealed: string) => `${sealed.slice(0, 30)}${sealed[30] === "A" ? "B" : "A"}${sealed.slice(31)}`;
const holds = async (token: string) => (await auth.readSignIn(token, asked)) !== null;
const refused = { fields: { code: expect.any(String) } };
const lines = (action: string, userId: string) => clinic.owner.auditEvent.count({ where: { action, userId } });

describe("between the password and the second factor", () => {
  it.each(["factor", "setup"] as const)("the token of the step %s opens nothing, with its prefix or without", async (stage) => {
    const { token } = await between(clinic.ada, stage);
    expect([await holds(token), await holds(token.split(".")[1] ?? "")]).toEqual([false, false]);
    expect(auth.betweenOf(token)).toBe(stage);
  });

  it("lasts ten minutes, and is not there for a whole session or a disabled person", async () => {
    const { token, person } = await between(clinic.ada, "factor");
    await clinic.owner.$executeRaw`UPDATE sign_in SET expires_at = expires_at - interval '10 minutes 1 millisecond' WHERE id = ${person.signInId}::uuid`;
    expect(await auth.readBetween(token)).toBeNull();
    expect(await auth.readBetween(await auth.beginSignIn(clinic.ada.userId, from))).toBeNull();
  });
});

describe("setting up", () => {
  it("gives a new token and ten recovery codes, and ends every other session", async () => {
    const elsewhere = await auth.beginSignIn(clinic.ada.userId, from);
    const { person, token: before } = await between(clinic.ada, "setup");
    const { key, offer } = steps.offerFactor(person);
    const { token, codes } = await steps.setUpFactor(person, { offer, code: codeAt(key, stepNow()) }, sent);
    expect(new Set(codes).size).toBe(10);
    expect([await holds(token), await holds(elsewhere), await auth.readBetween(before)]).toEqual([true, false, null]);
    expect(await lines("factor-set-up", clinic.ada.userId)).toBeGreaterThan(0);
  });

  it("keeps the seed and the codes readable to nobody who has the tables", async () => {
    const { key, codes } = await setUp(clinic.ada);
    const stored = JSON.stringify([await clinic.owner.$queryRaw`SELECT seed FROM second_factor`, await clinic.owner.$queryRaw`SELECT encode(code_hash, 'escape') FROM recovery_code`]);
    for (const secret of [key, ...codes]) expect(stored).not.toContain(secret);
  });

  it.each([
    ["with a wrong code", (offer: string, key: string) => ({ offer, code: wrongCode(key) })],
    ["with a seed of the caller's own", (_: string, key: string) => ({ offer: key, code: codeAt(key, stepNow()) })],
    ["with an offer that was changed", (offer: string, key: string) => ({ offer: tampered(offer), code: codeAt(key, stepNow()) })],
  ])("is not done %s", async (_, forge) => {
    const { person } = await between(clinic.ada, "setup");
    const { key, offer } = steps.offerFactor(person);
    await expect(steps.setUpFactor(person, forge(offer, key), sent)).rejects.toMatchObject(refused);
    expect(await clinic.owner.secondFactor.count()).toBe(0);
  });

  it("is not done with what was offered to somebody else, or in another session", async () => {
    const [ada, ben] = [await between(clinic.ada, "setup"), await between(clinic.ben, "setup")];
    const { key, offer } = steps.offerFactor(ada.person);
    for (const person of [ben.person, (await between(clinic.ada, "setup")).person]) {
      await expect(steps.setUpFactor(person, { offer, code: codeAt(key, stepNow()) }, sent)).rejects.toMatchObject(refused);
    }
  });
});

describe("signing in with a code", () => {
  it("takes each code once, however many send it at the same moment", async () => {
    const { key } = await setUp(clinic.ada);
    const people = await Promise.all([1, 2, 3, 4].map(async () => (await between(clinic.ada, "factor")).person));
    const code = codeAt(key, stepNow());
    const results = await Promise.allSettled(people.map((person) => steps.passCode(person, code, sent)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(steps.passCode(people[0] as never, code, sent)).rejects.toMatchObject(refused);
  });

  it("takes neither the code it was set up with, nor one of an earlier step", async () => {
    const { key } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "factor");
    await expect(steps.passCode(person, codeAt(key, stepNow() - 1), sent)).rejects.toMatchObject(refused);
  });

  it("gives a new token; the one before opens nothing and cannot be used again", async () => {
    const { key } = await setUp(clinic.ada);
    const { person, token: before } = await between(clinic.ada, "factor");
    const token = await steps.passCode(person, codeAt(key, stepNow()), sent);
    expect(token).not.toContain(before.split(".")[1]);
    expect([await holds(token), await holds(before), await auth.readBetween(before)]).toEqual([true, false, null]);
  });

  it("takes a recovery code once, typed with or without its dashes, and only its own person's", async () => {
    const { codes } = await setUp(clinic.ada);
    await setUp(clinic.ben);
    const { person } = await between(clinic.ada, "factor");
    await steps.passCode(person, (codes[0] ?? "").replaceAll("-", "").toUpperCase(), sent);
    const again = await between(clinic.ada, "factor");
    await expect(steps.passCode(again.person, codes[0] ?? "", sent)).rejects.toMatchObject(refused);
    const ben = await between(clinic.ben, "factor");
    await expect(steps.passCode(ben.person, codes[1] ?? "", sent)).rejects.toMatchObject(refused);
    expect(await lines("signed-in-by-recovery-code", clinic.ada.userId)).toBe(1);
  });

  it("is slowed after ten wrong ones, the right one too", async () => {
    const { key } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "factor");
    for (let count = 0; count < 10; count += 1) await expect(steps.passCode(person, wrongCode(key), sent)).rejects.toMatchObject(refused);
    await expect(steps.passCode(person, codeAt(key, stepNow()), sent)).rejects.toMatchObject({ fields: { code: expect.stringContaining("Too many attempts") } });
  });
});

describe("a reset", () => {
  it("by an administrator of the same clinic takes factor and recovery codes away, ends the sessions, and leaves its line", async () => {
    const { token } = await setUp(clinic.ada);
    await own.resetFactor(clinic.adam, clinic.ada.userId);
    expect([await holds(token), await factors.hasFactor(clinic.ada.userId), await clinic.owner.recoveryCode.count()]).toEqual([false, false, 0]);
    expect(await clinic.owner.auditEvent.count({ where: { action: "factor-reset", userId: clinic.adam.userId, subjectId: clinic.ada.userId } })).toBe(1);
  });

  it("is nobody else's: another clinic's administrator's, or a colleague's", async () => {
    const { token } = await setUp(clinic.ada);
    const stranger = { ...clinic.cleo, roles: ["administrator"] as const };
    await clinic.owner.user.update({ where: { id: clinic.cleo.userId }, data: { roles: ["administrator"] } });
    for (const who of [stranger, clinic.ben]) await expect(own.resetFactor(who, clinic.ada.userId)).rejects.toBeInstanceOf(NotHere);
    expect([await holds(token), await factors.hasFactor(clinic.ada.userId)]).toEqual([true, true]);
  });

  it("is refused by the database itself, were the query to forget it", async () => {
    await setUp(clinic.ada);
    for (const who of [clinic.ben, clinic.cleo]) {
      expect(await factors.asPerson(who.userId, (tx) => tx.secondFactor.deleteMany())).toEqual({ count: 0 });
      expect(await factors.asPerson(who.userId, (tx) => tx.recoveryCode.findMany())).toEqual([]);
    }
    await expect(factors.asPerson(clinic.ada.userId, (tx) => tx.$executeRaw`UPDATE second_factor SET last_step = 0`)).rejects.toThrow(/used once/);
  });

  it("is not one's own to do where a second factor is needed", async () => {
    await expect(own.removeOwnFactor(clinic.ada, "any")).rejects.toMatchObject({ fields: { password: expect.stringContaining("does not work without one") } });
    expect(factors.isFactorRequired({ synthetic: true }), "outside the embedded database a synthetic clinic too").toBe(true);
  });
});

describe("a sealed text", () => {
  it("opens for what it was sealed for, under an older key too, and for nothing else", async () => {
    const { seal, unseal } = await import("@/lib/seal");
    const sealed = seal("a seed", "second factor of ada");
    const changed = tampered(sealed);
    expect([unseal(sealed, "second factor of ada"), unseal(sealed, "second factor of ben"), unseal(changed, "second factor of ada"), unseal("", "x"), unseal("sealed.00000000.AAAA", "x")]).toEqual(["a seed", null, null, null, null]);
    const before = process.env.ENCRYPTION_KEY;
    Object.assign(process.env, { ENCRYPTION_KEY: `${randomBytes(32).toString("base64")}, ${before}` });
    expect(unseal(sealed, "second factor of ada")).toBe("a seed");
    expect(seal("a seed", "x").split(".")[1]).not.toBe(sealed.split(".")[1]);
    Object.assign(process.env, { ENCRYPTION_KEY: randomBytes(32).toString("base64") });
    expect(unseal(sealed, "second factor of ada"), "without its key").toBeNull();
    Object.assign(process.env, { ENCRYPTION_KEY: before });
  });
});
