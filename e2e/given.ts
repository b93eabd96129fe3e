// What is there before a story begins, stored through the API as a browser would store it. Every patient is new and
// has names and a number of their own, so that stories run side by side.

import { randomUUID } from "node:crypto";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { clinicDay } from "./clinic-days";

export interface GivenPatient {
  id: string;
  recordNumber: string;
  familyName: string;
  givenName: string;
  /** "Family, Given": how pages name the patient. */
  name: string;
  birthDate: string;
  /** The chart's address. */
  path: string;
}

export interface GivenCourse {
  id: string;
  patient: GivenPatient;
}

interface SessionGiven {
  kind: "dose" | "therapy" | "assessment";
  /** Days from the clinic's today. */
  day: number;
  time?: string;
  status?: "planned" | "done" | "missed" | "cancelled";
}

interface FormGiven {
  day: number;
  time?: string;
  session?: string;
}

interface ScoreGiven extends FormGiven {
  /** "pcl-5" unless said. The clinic must record it. */
  measure?: string;
  recall: "year" | "month" | "fortnight" | "week" | "day" | "moment" | "unstated";
  /** A digit for each item, spaces between clusters if you like; "-" where there is no answer. */
  ratings: string;
}

interface TotalGiven extends FormGiven {
  measure: string;
  recall: ScoreGiven["recall"];
  /** Where a total or a result is what is entered. */
  total: number;
}

/** Letters only, so that it can stand in a name. */
export function unique(): string {
  return randomUUID().replace(/[^a-f]/g, "").padEnd(6, "x").slice(0, 6) + Date.now().toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
}

export async function givenPatient(request: APIRequestContext, own: Partial<GivenPatient> = {}): Promise<GivenPatient> {
  const id = randomUUID();
  const suffix = unique();
  const { recordNumber = `T-${id.slice(0, 13).replace("-", "")}`, familyName = `Fenwick${suffix}`, givenName = `Robin${suffix}`, birthDate = "1985-03-09" } = own;
  await store(request, "PUT", `/api/patients/${id}`, { recordNumber, familyName, givenName, birthDate, version: 0, allow: ["duplicates"] });
  return { id, recordNumber, familyName, givenName, birthDate, name: `${familyName}, ${givenName}`, path: `/patients/${id}` };
}

/** Four weeks of intravenous ketamine with prolonged exposure, starting on that day. */
export async function givenCourse(request: APIRequestContext, patient: GivenPatient, { day }: { day: number }): Promise<GivenCourse> {
  const id = randomUUID();
  const plan = { therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: clinicDay(day), plannedWeeks: 4 };
  await store(request, "POST", `/api/courses/${id}`, { ...plan, patientId: patient.id });
  return { id, patient };
}

export async function givenSession(request: APIRequestContext, course: GivenCourse, session: SessionGiven): Promise<string> {
  const { kind, day, time = "10:00", status = "planned" } = session;
  const [id, at] = [randomUUID(), `${clinicDay(day)}T${time}`];
  await store(request, "POST", `/api/courses/${course.id}/sessions`, { sessions: [{ id, kind, at }] });
  if (status !== "planned") await store(request, "PUT", `/api/sessions/${id}`, { kind, at, status, version: 1 });
  return id;
}

export async function givenScore(request: APIRequestContext, patient: GivenPatient, score: ScoreGiven | TotalGiven): Promise<string> {
  const { day, time = "09:00", measure = "pcl-5", recall, session = null } = score;
  const id = randomUUID();
  const answers = "ratings" in score ? { ratings: ratingsOf(score.ratings), total: null } : { ratings: [], total: score.total };
  await store(request, "PUT", `/api/assessments/${id}`, {
    patientId: patient.id, measure, recall, sessionId: session, answeredAt: `${clinicDay(day)}T${time}`, mode: "paper",
    ...answers, key: randomUUID(), allow: ["incomplete", "same-day"],
  });
  return id;
}

export function ratingsOf(text: string): (number | null)[] {
  return [...text.replaceAll(" ", "")].map((rating) => (rating === "-" ? null : Number(rating)));
}

/** The origin a browser would send along: without it the server refuses every write. */
export function origin(): string {
  return new URL(test.info().project.use.baseURL ?? "").origin;
}

async function store(request: APIRequestContext, method: "PUT" | "POST", address: string, data: object): Promise<void> {
  const response = await request.fetch(address, { method, data, headers: { origin: origin() } });
  expect(response.ok(), `${method} ${address}: ${response.status()} ${await response.text()}`).toBe(true);
}

/** A patient of the demo clinic, by the record number of its story. */
export async function demoPatient(request: APIRequestContext, recordNumber: string): Promise<{ name: string; path: string }> {
  const view = { query: recordNumber, filter: "all", sort: "name", direction: "asc" };
  const response = await request.post("/api/caseload", { data: view, headers: { origin: origin() } });
  expect(response.ok(), `the caseload answers: ${response.status()}`).toBe(true);
  const { rows } = (await response.json()) as { rows: { id: string; name: string; recordNumber: string }[] };
  const row = rows.find((each) => each.recordNumber === recordNumber);
  if (row === undefined) throw new Error(`The demo clinic has no patient ${recordNumber}`);
  return { name: row.name, path: `/patients/${row.id}` };
}
