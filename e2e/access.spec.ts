import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { clinicDay } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { givenCourse, givenScore, givenSession, origin, ratingsOf } from "./given";

const nonceOf = (headers: Record<string, string>) => /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "no nonce";

/** Every place below a folder of the app that has such a file, as it stands on disk: a new one is tried without being named here. */
const places = (folder: string, file: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(file)).map((each) => each.slice(0, -file.length).replaceAll("\\", "/").replace(/\/$/, ""));

/** What the server sends for a page, without what differs by address alone, and without the nonce of each answer. */
async function sent(page: Page, address: string): Promise<{ status: number; body: string }> {
  const response = await page.request.get(address);
  const body = (await response.text()).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
  const nonce = nonceOf(response.headers());
  return { status: response.status(), body: body.replaceAll(nonce, "…") };
}

/** The words of the page for nothing. The framework draws it in the browser: what the server sends has none. */
async function wordsOfNothing(page: Page, address: string): Promise<string> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing here for you" })).toBeVisible();
  return page.locator("body").innerText();
}

test("another team's patient looks exactly like one that does not exist", async ({ page, newcomer, openAs, expectConsole }) => {
  expectConsole(/status of 404/);
  const tomas = await openAs("tomas");
  const nobody = randomUUID();
  const nothing = await wordsOfNothing(tomas, `/patients/${nobody}`);
  await expectAccessible(tomas);
  expect(await wordsOfNothing(tomas, "/patients/not-even-an-id")).toBe(nothing);
  expect(await wordsOfNothing(tomas, newcomer.path)).toBe(nothing);
  expect((await sent(page, newcomer.path)).status, "her own clinician sees the chart").toBe(200);
});

test("the same holds for everything that writes", async ({ page, newcomer, openAs }) => {
  const course = await givenCourse(page.request, newcomer, { day: -3 });
  const session = await givenSession(page.request, course, { kind: "dose", day: 3 });
  const therapy = await givenSession(page.request, course, { kind: "therapy", day: -1 });
  const assessment = await givenScore(page.request, newcomer, { day: -1, recall: "week", ratings: "2".repeat(20) });
  const tomas = await openAs("tomas");
  const at = `${clinicDay(-1)}T09:00`;
  const ratings = ratingsOf("1".repeat(20));
  const answers = { measure: "pcl-5", recall: "week", sessionId: null, answeredAt: at, mode: "paper", ratings };
  const person = { recordNumber: newcomer.recordNumber, familyName: "Taken", givenName: "Over", birthDate: "1990-01-01", version: 1, allow: [] };
  const plan = { therapy: "pe", medicine: "none", route: "none", startDate: clinicDay(0), plannedWeeks: 2 };
  const instant = new Date().toISOString();
  const reading = { at: instant, systolic: 120, diastolic: 80, pulse: 70, spo2: 98, sedation: null, dissociation: null, cadss: null, done: "", beforeStart: true };
  const event = { key: randomUUID(), number: 0, act: "entered", why: "", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: instant, endedAt: null, action: "", outcome: "resolved" };
  const visit = { key: randomUUID(), number: 0, checkNumber: 0, at, attendance: "attended", protocolSession: 1, homework: null, sudsBefore: null, sudsPeak: null, sudsEnd: null, note: "", psychotic: false, manic: false, symptomNote: "" };
  const writes: [method: string, address: (id: string) => string, theirs: string, body: (patientId: string) => object][] = [
    ["PUT", (id) => `/api/patients/${id}`, newcomer.id, () => person],
    ["PUT", (id) => `/api/courses/${id}`, course.id, (patientId) => ({ ...plan, patientId, version: 1 })],
    ["POST", (id) => `/api/courses/${id}/sessions`, course.id, () => ({ sessions: [{ id: randomUUID(), kind: "dose", at }] })],
    ["PUT", (id) => `/api/sessions/${id}`, session, () => ({ kind: "dose", at, status: "done", version: 1 })],
    ["PUT", (id) => `/api/assessments/${id}`, randomUUID(), (patientId) => ({ ...answers, patientId, key: randomUUID(), allow: [] })],
    ["POST", (id) => `/api/assessments/${id}/corrections`, assessment, () => ({ ...answers, key: randomUUID(), revision: 1, reason: "none of mine", allow: [] })],
    ["POST", (id) => `/api/assessments/${id}/void`, assessment, () => ({ key: randomUUID(), revision: 1, reason: "none of mine" })],
    ["POST", (id) => `/api/assessments/${id}/restore`, assessment, () => ({ key: randomUUID(), revision: 1, reason: "none of mine" })],
    ["PUT", (id) => `/api/drafts/${id}`, randomUUID(), (patientId) => ({ ...answers, patientId, step: 1 })],
    ["POST", (id) => `/api/courses/${id}/baselines`, course.id, () => ({ id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId: null, reason: "none of mine" })],
    ["PUT", (id) => `/api/courses/${id}/plan`, course.id, () => ({ plan: null, version: 1 })],
    ["PUT", (id) => `/api/sessions/${id}/symptoms`, session, () => ({ key: randomUUID(), number: 0, psychotic: false, manic: false, note: "" })],
    ["PUT", (id) => `/api/sessions/${id}/therapy`, therapy, () => visit],
    ["PUT", (id) => `/api/readings/${id}`, randomUUID(), () => ({ ...reading, sessionId: session })],
    ["PUT", (id) => `/api/dosing-events/${id}`, randomUUID(), () => ({ ...event, sessionId: session })],
    ["POST", (id) => `/api/dosing/${id}/look`, session, () => ({ mark: null })],
  ];
  for (const [method, address, theirs, body] of writes) {
    const answered = async (id: string, patientId: string) => {
      const response = await tomas.request.fetch(address(id), { method, data: body(patientId), headers: { origin: origin() } });
      return { status: response.status(), body: await response.json() };
    };
    const forbidden = await answered(theirs, newcomer.id);
    expect(forbidden, `${method} ${address("…")}`).toEqual({ status: 404, body: { error: { kind: "not-found", message: "There is nothing here for you." } } });
    expect(await answered(randomUUID(), randomUUID()), `${method} ${address("…")} of nobody`).toEqual(forbidden);
  }
  // All the others, with nothing to say: an id of this patient's is answered as one of nobody's, and never with success.
  const ofEach: [RegExp, string][] = [[/^patients/, newcomer.id], [/^courses/, course.id], [/^(sessions|dosing)\b/, session], [/^assessments/, assessment]];
  for (const place of places("app/api", "route.ts").filter((each) => each.includes("[id]"))) {
    const theirs = ofEach.find(([pattern]) => pattern.test(place))?.[1] ?? randomUUID();
    for (const method of ["PUT", "POST"]) {
      const answered = async (id: string) => {
        const response = await tomas.request.fetch(`/api/${place.replace("[id]", id)}`, { method, data: {}, headers: { origin: origin() } });
        return [response.status(), await response.text()];
      };
      const forbidden = await answered(theirs);
      expect([404, 405, 422], `${method} ${place}`).toContain(forbidden[0]);
      expect(await answered(randomUUID()), `${method} ${place} of nobody`).toEqual(forbidden);
    }
  }
  await page.goto(newcomer.path);
  await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
});

test("an administrator manages the clinic and sees no patients", async ({ page, newcomer, openAs }) => {
  const ingrid = await openAs("ingrid");
  await ingrid.goto("/");
  await expect(ingrid).toHaveURL(/\/admin$/);
  await expect(ingrid.getByRole("list", { name: "People of this clinic" })).toContainText("Mara Quill");
  await expect(ingrid.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Caseload" })).toHaveCount(0);
  for (const address of ["/caseload", "/patients/new", newcomer.path]) expect((await sent(ingrid, address)).status, address).toBe(404);
  const listed = await ingrid.request.post("/api/caseload", { data: { query: "" }, headers: { origin: origin() } });
  expect(listed.status()).toBe(404);
  expect((await sent(page, "/admin")).status, "and a clinician does not manage the clinic").toBe(404);
});

test("somebody not signed in gets the sign-in page and nothing else", async ({ newcomer, openAs }) => {
  const stranger = await openAs(null);
  for (const address of [newcomer.path, "/caseload", "/admin", "/measures/pcl-5"]) {
    await stranger.goto(address);
    await expect(stranger).toHaveURL(/\/sign-in\?next=/);
    await expect(stranger.getByText(newcomer.familyName)).toHaveCount(0);
  }
  const listed = await stranger.request.post("/api/caseload", { data: { query: "" }, headers: { origin: origin() } });
  expect(listed.status()).toBe(401);
});

test("a write from another site, or of unknown origin, is refused", async ({ page, newcomer }) => {
  const body = { recordNumber: newcomer.recordNumber, familyName: "From", givenName: "Elsewhere", birthDate: "1990-01-01", version: 1, allow: [] };
  const foreign: Record<string, string>[] = [{ origin: "https://elsewhere.example" }, { origin: "null" }, {}];
  for (const headers of foreign) {
    const response = await page.request.put(`/api/patients/${newcomer.id}`, { data: body, headers });
    expect(response.status()).toBe(403);
  }
  await page.goto(newcomer.path);
  await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
});
