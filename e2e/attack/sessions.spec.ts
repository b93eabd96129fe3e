// Attacks on signing in and on the session: a cookie kept from before signing out, one chosen by somebody else, a return to
// another site, the rest of next-auth's addresses, and hosts and origins that are not ours.

import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asker, type Answer, type Ask } from "../matrix/ask";
import { openClinics, type Clinics, type Person } from "../matrix/people";

test.describe.configure({ mode: "default" });

const cookie = "courseline-session";
let ask: Ask;
let origin: string;
let clinics: Clinics;
let person: Person;

test.beforeAll(async ({}, { project }) => {
  origin = new URL(project.use.baseURL ?? "").origin;
  ask = asker(origin);
  clinics = await openClinics();
  person = clinics.people.find(({ name }) => name === "clinician")!;
});
test.afterAll(() => clinics?.close());

const cookiesOf = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries((headers["set-cookie"] ?? []).map((line) => (line.split(";")[0] ?? "").split("=")).map(([name = "", ...value]) => [name, value.join("=")]));

async function form(path: string, fields: Record<string, string>, jar: Record<string, string> = {}): Promise<Answer> {
  const csrf = await ask({ method: "GET", path: "/api/auth/csrf", headers: { cookie: inJar(jar) } });
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, json: "true", ...fields }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded", cookie: inJar({ ...jar, ...cookiesOf(csrf) }) };
  return ask({ method: "POST", path, headers, body });
}
const inJar = (jar: Record<string, string>) => Object.entries(jar).map(([name, value]) => `${name}=${value}`).join("; ");
const signIn = (jar?: Record<string, string>, fields: Record<string, string> = {}) => form("/api/auth/callback/credentials", { email: person.email, password: clinics.password, ...fields }, jar);
const opens = async (token: string) => (await ask({ method: "GET", path: "/account", token })).status === 200;

test("a cookie kept from before signing out opens nothing afterwards", async () => {
  const token = cookiesOf(await signIn())[cookie]!;
  expect(await opens(token)).toBe(true);
  const out = await form("/api/auth/signout", {}, { [cookie]: token });
  expect(out.headers["clear-site-data"]).toBe('"cache"');
  expect(await opens(token)).toBe(false);
  expect((await ask({ method: "POST", path: "/api/session", token })).status).toBe(401);
});

test("a session that somebody else chose is not taken over by signing in", async () => {
  const chosen = randomBytes(32).toString("base64url");
  const token = cookiesOf(await signIn({ [cookie]: chosen }))[cookie]!;
  expect(token).not.toBe(chosen);
  expect([await opens(token), await opens(chosen)]).toEqual([true, false]);
  const { rows } = await clinics.owner.query("SELECT 1 FROM sign_in WHERE token_hash = $1", [createHash("sha256").update(chosen).digest()]);
  expect(rows).toEqual([]);
});

test("the session's cookie is out of every script's reach, and the table holds only what it hashes to", async () => {
  const answer = await signIn();
  const line = answer.headers["set-cookie"]?.find((each) => each.startsWith(`${cookie}=`)) ?? "";
  expect(line).toMatch(/; HttpOnly/);
  expect(line).toMatch(/; SameSite=lax/i);
  expect(line).toMatch(/; Path=\//);
  expect(line).not.toMatch(/; Domain/);
  const { rows } = await clinics.owner.query("SELECT row_to_json(s)::text AS row FROM sign_in s WHERE user_id = $1", [person.userId]);
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toContain(cookiesOf(answer)[cookie]);
});

test("a token that says of itself that it is between two steps is no session, and the other way round", async () => {
  const token = cookiesOf(await signIn())[cookie]!;
  for (const stage of ["factor", "setup"]) {
    const { status } = await ask({ method: "POST", path: `/api/sign-in/${stage === "factor" ? "code" : "setup"}`, token: `${stage}.${token}`, body: { offer: "x", code: "000000" } });
    expect(status, `a whole session as ${stage}`).toBeGreaterThanOrEqual(401);
  }
  for (const name of ["before the second factor", "before setting one up"]) {
    const between = clinics.people.find((each) => each.name === name)!.token!;
    for (const as of [between, between.replace(/^\w+\./, ""), between.replace(/^\w+\./, "setup."), between.replace(/^\w+\./, "full.")]) expect(await opens(as), `${name}, as ${as.slice(0, 8)}`).toBe(false);
  }
});

const strange = ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example", "/%09/elsewhere.example", "/\t/elsewhere.example", "https:elsewhere.example", "javascript:alert(1)", "data:text/html,x", "/sign-in?next=/sign-in", "/@elsewhere.example/..//x", "/.//elsewhere.example", "////elsewhere.example", "http://localhost.elsewhere.example"];

test("signing in never leads to another site, whatever the address asks for", async () => {
  const token = person.token!;
  for (const next of strange) {
    for (const path of ["/sign-in", "/sign-in/setup"]) {
      const { headers, status } = await ask({ method: "GET", path: `${path}?next=${encodeURIComponent(next)}&callbackUrl=${encodeURIComponent(next)}`, token });
      expect(status, next).toBe(307);
      expect(new URL(headers.location ?? "", origin).origin, `${path} with ${next}`).toBe(origin);
    }
    for (const [where, fields] of [["/api/auth/callback/credentials", { email: person.email, password: clinics.password }], ["/api/auth/signout", {}]] as const) {
      const answer = await form(where, { ...fields, callbackUrl: next });
      expect(answer.status, `${where} with ${next}`).toBeLessThan(400);
      const led = (JSON.parse(answer.text || "{}") as { url?: string }).url ?? answer.headers.location ?? "/";
      expect(new URL(led, origin).origin, `${where} with ${next}`).toBe(origin);
    }
  }
});

test("of next-auth there is nothing but what the form needs", async () => {
  for (const path of ["session", "providers", "signin", "signin/credentials", "error", "verify-request", "callback/credentials", "callback/google", "signout", "_log", "csrf/x", "../auth/session"]) {
    expect((await ask({ method: "GET", path: `/api/auth/${path}` })).status, `GET ${path}`).toBe(404);
  }
  for (const path of ["signin", "signin/credentials", "signin/google", "session", "_log", "callback/google", "callback"]) {
    expect((await ask({ method: "POST", path: `/api/auth/${path}`, body: {} })).status, `POST ${path}`).toBe(404);
  }
  expect((await ask({ method: "POST", path: "/api/auth/callback/credentials", body: `email=${person.email}&password=${clinics.password}`, headers: { "content-type": "application/x-www-form-urlencoded" } })).headers["set-cookie"]?.some((each) => each.startsWith(`${cookie}=`)) ?? false, "without the form's own token").toBe(false);
  expect((await ask({ method: "GET", path: "/api/session", headers: { authorization: "Bearer %%%" } })).status, "CVE-2026-73418").toBe(405);
});

test("a host or an origin that is not ours is not believed", async () => {
  const token = person.token!;
  const led = await ask({ method: "GET", path: "/caseload", headers: { host: "elsewhere.example", "x-forwarded-host": "elsewhere.example" } });
  expect(led.headers.location).toBe("/sign-in?next=%2Fcaseload");
  const foreign: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example", host: "elsewhere.example" },
    { origin: "null" },
    { origin: `${origin}.elsewhere.example` },
    { origin: origin.toUpperCase() },
    { origin, "sec-fetch-site": "cross-site" },
    { origin, "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) expect((await ask({ method: "POST", path: "/api/caseload", token, body: {}, headers })).status, JSON.stringify(headers)).toBe(403);
  expect((await ask({ method: "POST", path: "/api/caseload", token, body: {} })).status, "and from our own it is").toBe(200);
});
