// One route, asked as a browser asks it: the wrapper, the real gate and a real database, without the framework's server in
// between. Each line here is one defence.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { named, openClinic, type Clinic } from "@/lib/records/clinic.fixture";

const sent = { cookie: "", headers: {} as Record<string, string> };
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (sent.cookie && name.endsWith("courseline-session") ? { value: sent.cookie } : undefined), set: () => {} }),
  headers: async () => new Headers(sent.headers),
}));

let clinic: Clinic;
let put: (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
const id = randomUUID();
const own = "http://localhost:3000";

beforeAll(async () => {
  clinic = await openClinic();
  ({ PUT: put } = await import("./patients/[id]/route"));
  await (await import("@/lib/records/patients")).savePatient(clinic.ada, id, named("W-1"));
});
afterAll(() => clinic.close());

interface SignInGiven {
  stage?: "full" | "factor" | "setup";
  seen?: number;
  ends?: number;
}

async function signedIn({ userId }: Pick<Viewer, "userId">, { stage = "full", seen = 0, ends = 60 }: SignInGiven = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const [tokenHash, now] = [new Uint8Array(createHash("sha256").update(token).digest()), Date.now()];
  await clinic.owner.signIn.create({ data: { id: randomUUID(), userId, tokenHash, stage, lastSeenAt: new Date(now - seen * 60_000), expiresAt: new Date(now + ends * 60_000) } });
  return token;
}

const edit = (over: object = {}) => ({ ...named("W-1"), version: 1, allow: [], ...over });

async function ask(cookie: string, { body = edit() as unknown, headers = {} as Record<string, string>, at = id as string } = {}): Promise<number> {
  Object.assign(sent, { cookie, headers });
  const request = new Request(`${own}/api/patients/${at}`, { method: "PUT", headers: { origin: own, "content-type": "application/json", ...headers }, body: typeof body === "string" ? body : JSON.stringify(body) });
  return (await put(request, { params: Promise.resolve({ id: at }) })).status;
}

it("answers who is signed in, and saves", async () => {
  expect(await ask(await signedIn(clinic.ada))).toBe(200);
});

it("takes nothing of a page that was opened for somebody else, whoever is signed in by now", async () => {
  const cookie = await signedIn(clinic.ada);
  expect(await ask(cookie, { headers: { "x-person": clinic.ben.userId } })).toBe(401);
  expect(await ask(cookie, { headers: { "x-person": clinic.ada.userId }, body: edit({ version: 1 }) })).toBe(200);
});

describe("who", () => {
  it.each([
    ["nobody", async () => ""],
    ["a forged cookie", async () => randomBytes(32).toString("base64url")],
    ["a session that was idle for sixteen minutes", () => signedIn(clinic.ada, { seen: 16 })],
    ["a session of yesterday", () => signedIn(clinic.ada, { ends: -1 })],
    ["a session before the second factor", () => signedIn(clinic.ada, { stage: "factor" })],
    ["a session before setting one up", () => signedIn(clinic.ada, { stage: "setup" })],
  ])("%s is told to sign in", async (_, token) => {
    expect(await ask(await token())).toBe(401);
  });

  it("somebody disabled is told the same, even by a session that was not ended", async () => {
    const gone = await clinic.hire("Gil", ["clinician"], clinic.ada);
    await clinic.owner.user.update({ where: { id: gone.userId }, data: { disabledAt: new Date() } });
    expect(await ask(await signedIn(gone))).toBe(401);
  });

  it("whoever has no right there finds nothing, not even that the form was wrong", async () => {
    const token = await signedIn(clinic.adam);
    expect([await ask(token), await ask(token, { body: {} }), await ask(token, { at: "x" })]).toEqual([404, 404, 404]);
  });
});

describe("from where", () => {
  it.each([
    ["another site", { origin: "https://elsewhere.example" }],
    ["a page of no origin", { origin: "null" }],
    ["a site whose name begins as ours", { origin: `${own}.elsewhere.example` }],
    ["another site, by the browser's own word", { "sec-fetch-site": "cross-site" }],
    ["a site beside ours", { "sec-fetch-site": "same-site" }],
  ])("not from %s", async (_, headers) => {
    expect(await ask(await signedIn(clinic.ada), { headers })).toBe(403);
  });
});

describe("what", () => {
  it.each([
    ["a key that the form has not", edit({ teamId: randomUUID() }), 422],
    ["more than a form can hold", edit({ familyName: "x".repeat(70_000) }), 413],
    ["half a form", "{", 400],
    ["a character that is none", edit({ familyName: "a\u0000b" }), 400],
    ["half a character", edit({ familyName: "\ud800" }), 400],
    ["what an older page knew", edit({ familyName: "Older", version: 7 }), 409],
  ])("not %s", async (_, body, status) => {
    expect(await ask(await signedIn(clinic.ada), { body })).toBe(status);
  });

  it("not a form of the kind that any site can send", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      expect(await ask(await signedIn(clinic.ada), { headers: { "content-type": type } })).toBe(415);
    }
  });
});
