import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import type { Viewer } from "./viewer";
import { authenticator } from "./authenticator.fixture";

let clinic: Clinic;
let auth: typeof import("./sign-ins");
let steps: typeof import("./second-step");
let keys: typeof import("./passkeys");
let factors: typeof import("./factors");
let fresh: typeof import("./fresh");
let own: typeof import("@/lib/records/own-factor");
let NotHere: typeof import("@/lib/records/problems").NotHere;

const sent = new Headers({ origin: "http://localhost:3000", "x-forwarded-for": "192.0.2.7", "user-agent": "test" });
const from = { address: "192.0.2.7", browser: null };
const asked = { address: "192.0.2.7", requestId: "test" };
const refused = { fields: { passkey: expect.stringContaining("not accepted") } };

beforeAll(async () => {
  clinic = await openClinic();
  [auth, steps, keys, factors, fresh, own] = await Promise.all([import("./sign-ins"), import("./second-step"), import("./passkeys"), import("./factors"), import("./fresh"), import("@/lib/records/own-factor")]);
  ({ NotHere } = await import("@/lib/records/problems"));
});
afterAll(() => clinic.close());
beforeEach(async () => {
  await clinic.owner.$executeRaw`DELETE FROM throttle`;
  await clinic.owner.recoveryCode.deleteMany();
  await clinic.owner.passkey.deleteMany();
  await clinic.owner.secondFactor.deleteMany();
  await clinic.owner.signIn.deleteMany();
});

async function between(who: Viewer, stage: "passkey" | "setup") {
  const token = await auth.beginSignIn(who.userId, from, stage);
  const person = await auth.readBetween(token);
  if (person === null) throw new Error("nobody there");
  return { token, person };
}
async function viewerOf(token: string): Promise<Viewer> {
  const viewer = await auth.readSignIn(token, asked);
  if (viewer === null) throw new Error("nobody there");
  return viewer;
}
const offered = async (person: Parameters<typeof keys.offerPasskey>[0]) => (await keys.offerPasskey(person, sent)).challenge;
const toSign = async (person: Parameters<typeof keys.askPasskey>[0]) => (await keys.askPasskey(person, sent)).challenge;

/** Somebody whose first factor is a passkey. */
async function setUp(who: Viewer, counter = 0) {
  const device = authenticator();
  const { person } = await between(who, "setup");
  return { device, ...(await steps.setUpPasskey(person, device.make({ challenge: await offered(person), counter }), sent)) };
}
const holds = async (token: string) => (await auth.readSignIn(token, asked)) !== null;
const lines = (action: string, userId: string) => clinic.owner.auditEvent.count({ where: { action, userId } });
const short = (who: Viewer) => clinic.owner.$executeRaw`UPDATE passkey_challenge SET expires_at = expires_at - interval '5 minutes 1 millisecond' WHERE user_id = ${who.userId}::uuid`;

describe("setting up", () => {
  it("as the first factor gives a whole session and ten recovery codes, and ends every other", async () => {
    const elsewhere = await auth.beginSignIn(clinic.ada.userId, from);
    const { token, codes } = await setUp(clinic.ada);
    expect(new Set(codes).size).toBe(10);
    expect([await holds(token), await holds(elsewhere), await factors.factorOf(clinic.ada.userId)]).toEqual([true, false, "passkey"]);
    expect(await lines("passkey-added", clinic.ada.userId)).toBe(1);
  });

  it("another beside it leaves the recovery codes as they are, and ends every other session too", async () => {
    const { token: elsewhere } = await setUp(clinic.ada);
    const viewer = await viewerOf(await auth.beginSignIn(clinic.ada.userId, from));
    const { codes, token } = await steps.setUpPasskey(viewer, authenticator().make({ challenge: await offered(viewer) }), sent);
    expect([codes, await holds(elsewhere), await holds(token)]).toEqual([[], false, true]);
    expect(await clinic.owner.recoveryCode.count()).toBe(10);
  });

  it.each([
    ["to another challenge", { challenge: Buffer.from("another").toString("base64url") }],
    ["from another site", { origin: "https://courseline.example" }],
    ["for another site", { rpId: "courseline.example" }],
    ["by somebody who did not show themself to it", { verified: false }],
    ["that was meant for signing in", { type: "webauthn.get" }],
  ])("is not done with an answer %s", async (_, wrong) => {
    const { person } = await between(clinic.ada, "setup");
    await expect(steps.setUpPasskey(person, authenticator().make({ challenge: await offered(person), ...wrong }), sent)).rejects.toMatchObject(refused);
    expect(await clinic.owner.passkey.count()).toBe(0);
  });

  it("is not done with what was offered to somebody else, in another session, five minutes ago, or a second time", async () => {
    const [ada, ben] = [await between(clinic.ada, "setup"), await between(clinic.ben, "setup")];
    const challenge = await offered(ada.person);
    const again = await between(clinic.ada, "setup");
    for (const { person } of [ben, again]) await expect(steps.setUpPasskey(person, authenticator().make({ challenge }), sent)).rejects.toMatchObject(refused);
    await short(clinic.ada);
    await expect(steps.setUpPasskey(ada.person, authenticator().make({ challenge }), sent)).rejects.toMatchObject(refused);
    const device = authenticator();
    const made = device.make({ challenge: await offered(again.person) });
    const { token } = await steps.setUpPasskey(again.person, made, sent);
    await expect(steps.setUpPasskey(await viewerOf(token), made, sent)).rejects.toMatchObject(refused);
  });

  it("is not done at an address that is a number or is not ours", async () => {
    const { person } = await between(clinic.ada, "setup");
    for (const origin of ["http://127.0.0.1:3000", "https://courseline.example"]) {
      await expect(keys.offerPasskey(person, new Headers({ origin }))).rejects.toMatchObject({ fields: { passkey: expect.stringContaining("a name") } });
    }
  });
});

describe("signing in with one", () => {
  it("gives a new token; the one before opens nothing", async () => {
    const { device } = await setUp(clinic.ada);
    const { person, token: before } = await between(clinic.ada, "passkey");
    const token = await steps.passPasskey(person, device.show({ challenge: await toSign(person) }), sent);
    expect([await holds(token), await holds(before), await auth.readBetween(before)]).toEqual([true, false, null]);
    expect(auth.betweenOf(before)).toBe("passkey");
  });

  it("takes an answer once, however many send it at the same moment", async () => {
    const { device } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "passkey");
    const shown = device.show({ challenge: await toSign(person) });
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => steps.passPasskey(person, shown, sent)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const later = await between(clinic.ada, "passkey");
    await toSign(later.person);
    await expect(steps.passPasskey(later.person, shown, sent), "replayed").rejects.toMatchObject(refused);
  });

  it("takes no other person's passkey, and nobody's for another's challenge", async () => {
    const [ada, ben] = [await setUp(clinic.ada), await setUp(clinic.ben)];
    const [forAda, forBen] = [await between(clinic.ada, "passkey"), await between(clinic.ben, "passkey")];
    const [adasChallenge, bensChallenge] = [await toSign(forAda.person), await toSign(forBen.person)];
    await expect(steps.passPasskey(forAda.person, ben.device.show({ challenge: adasChallenge }), sent)).rejects.toMatchObject(refused);
    await expect(steps.passPasskey(forBen.person, ben.device.show({ challenge: adasChallenge }), sent)).rejects.toMatchObject(refused);
    await expect(steps.passPasskey(forAda.person, ada.device.show({ challenge: bensChallenge }), sent)).rejects.toMatchObject(refused);
  });

  it.each([
    ["from another site", { origin: "https://courseline.example" }],
    ["for another site", { rpId: "courseline.example" }],
    ["by somebody who did not show themself to it", { verified: false }],
    ["that was meant for setting up", { type: "webauthn.create" }],
  ])("takes no answer %s", async (_, wrong) => {
    const { device } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "passkey");
    await expect(steps.passPasskey(person, device.show({ challenge: await toSign(person), ...wrong }), sent)).rejects.toMatchObject(refused);
    expect(await lines("passkey-failed", clinic.ada.userId)).toBeGreaterThan(0);
  });

  it("takes none to a challenge five minutes old, or once another was asked", async () => {
    const { device } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "passkey");
    const first = await toSign(person);
    await toSign(person);
    await expect(steps.passPasskey(person, device.show({ challenge: first }), sent)).rejects.toMatchObject(refused);
    const challenge = await toSign(person);
    await short(clinic.ada);
    await expect(steps.passPasskey(person, device.show({ challenge }), sent)).rejects.toMatchObject(refused);
  });

  it("knows a copy by its counter, which must have counted on", async () => {
    const { device } = await setUp(clinic.ada, 5);
    const show = async (counter: number) => {
      const { person } = await between(clinic.ada, "passkey");
      return steps.passPasskey(person, device.show({ challenge: await toSign(person), counter }), sent);
    };
    await show(6);
    for (const counter of [6, 5, 0]) await expect(show(counter)).rejects.toMatchObject(refused);
    await show(9);
    await expect(factors.asPerson(clinic.ada.userId, (tx) => tx.$executeRaw`UPDATE passkey SET counter = 8`)).rejects.toThrow(/never goes back/);
  });

  it("is slowed after ten wrong ones, the right one too", async () => {
    const { device } = await setUp(clinic.ada);
    const { person } = await between(clinic.ada, "passkey");
    for (let count = 0; count < 10; count += 1) await expect(steps.passPasskey(person, device.show({ challenge: "none" }), sent)).rejects.toMatchObject(refused);
    await expect(steps.passPasskey(person, device.show({ challenge: await toSign(person) }), sent)).rejects.toMatchObject({ fields: { passkey: expect.stringContaining("Too many attempts") } });
  });

  it("or with a recovery code, once, where there is no authenticator app", async () => {
    const { codes } = await setUp(clinic.ada);
    const pass = async () => steps.passCode((await between(clinic.ada, "passkey")).person, codes[0] ?? "", sent);
    await pass();
    await expect(pass()).rejects.toMatchObject({ fields: { code: expect.any(String) } });
  });
});

describe("somebody who is signed in", () => {
  it("confirms with a passkey that it is them, and goes on under a new token; the password is not enough", async () => {
    const { device } = await setUp(clinic.ada);
    const before = await auth.beginSignIn(clinic.ada.userId, from);
    await clinic.owner.$executeRaw`UPDATE sign_in SET fresh_at = fresh_at - interval '10 minutes 1 millisecond'`;
    const viewer = await viewerOf(before);
    await expect(fresh.requireFresh(viewer)).rejects.toMatchObject({ ask: "passkey" });
    await expect(fresh.confirm(viewer, { code: "", password: "any" }, sent)).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    const token = await fresh.confirm(viewer, { code: "", password: "", passkey: device.show({ challenge: await toSign(viewer) }) }, sent);
    expect([(await viewerOf(token ?? "")).fresh, await holds(before)]).toEqual([true, false]);
  });

  it("adds, removes and makes codes only when they confirmed just now", async () => {
    await setUp(clinic.ada);
    const stale = { ...clinic.ada, fresh: false };
    const [passkey] = (await own.readOwnFactor(clinic.ada)).passkeys;
    const acts = [() => own.removePasskey(stale, passkey?.id ?? ""), () => own.renewRecoveryCodes(stale), () => own.removeOwnFactor(stale, "any"), () => fresh.requireFreshFactor(stale)];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ ask: "passkey" });
    expect([await clinic.owner.passkey.count(), await clinic.owner.recoveryCode.count()]).toEqual([1, 10]);
  });

  it("may remove one of two, which ends every session, and not the only one", async () => {
    await setUp(clinic.ada);
    const viewer = await viewerOf(await auth.beginSignIn(clinic.ada.userId, from));
    const { token } = await steps.setUpPasskey(viewer, authenticator().make({ challenge: await offered(viewer) }), sent);
    const ids = (await own.readOwnFactor(clinic.ada)).passkeys.map(({ id }) => id);
    const removed = await Promise.allSettled(ids.map((id) => own.removePasskey(clinic.ada, id)));
    expect(removed.map(({ status }) => status).toSorted(), "at the same moment").toEqual(["fulfilled", "rejected"]);
    expect([await clinic.owner.passkey.count(), await holds(token), await lines("passkey-removed", clinic.ada.userId)]).toEqual([1, false, 1]);
    await expect(own.removePasskey(clinic.ada, (await own.readOwnFactor(clinic.ada)).passkeys[0]?.id ?? "")).rejects.toMatchObject({ fields: { passkey: expect.stringContaining("only second factor") } });
    expect(await clinic.owner.recoveryCode.count()).toBe(10);
  });

  it("names their own; another's is nothing here, and the database says so too", async () => {
    await setUp(clinic.ada);
    const [passkey] = (await own.readOwnFactor(clinic.ada)).passkeys;
    const id = passkey?.id ?? "";
    await own.namePasskey(clinic.ada, id, "Tablet in room 2");
    const acts = [() => own.namePasskey(clinic.ben, id, "Mine"), () => own.removePasskey(clinic.ben, id), () => own.namePasskey(clinic.ada, randomUUID(), "None")];
    for (const act of acts) await expect(act()).rejects.toBeInstanceOf(NotHere);
    for (const who of [clinic.ben, clinic.cleo]) expect(await factors.asPerson(who.userId, (tx) => tx.passkey.deleteMany())).toEqual({ count: 0 });
    expect((await own.readOwnFactor(clinic.ada)).passkeys).toMatchObject([{ name: "Tablet in room 2" }]);
  });

  it("gets ten new recovery codes; the ones before are dead at once", async () => {
    const { codes: before } = await setUp(clinic.ada);
    const codes = await own.renewRecoveryCodes(clinic.ada);
    expect(new Set([...before, ...codes]).size).toBe(20);
    expect(await factors.takeCode(clinic.ada.userId, before[1] ?? "")).toBeNull();
    expect(await factors.takeCode(clinic.ada.userId, codes[1] ?? "")).toBe("recovery");
    expect([(await own.readOwnFactor(clinic.ada)).codesLeft, await lines("recovery-codes-renewed", clinic.ada.userId)]).toEqual([9, 1]);
    await expect(own.renewRecoveryCodes(clinic.ben), "without a factor").rejects.toMatchObject({ fields: { codes: expect.any(String) } });
  });

  it("loses them all when an administrator resets the factor, and every session", async () => {
    const { token } = await setUp(clinic.ada);
    await own.resetFactor(clinic.adam, clinic.ada.userId);
    expect([await holds(token), await factors.hasFactor(clinic.ada.userId), await clinic.owner.recoveryCode.count()]).toEqual([false, false, 0]);
  });
});
