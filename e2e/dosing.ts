// What happens in the dosing room, as verbs; and a dose that has begun before a story does.

import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { clinicDay, clinicNow } from "./clinic-days";
import { givenCourse, givenPatient, givenSession, origin, type GivenPatient } from "./given";

export interface GivenDosing {
  patient: GivenPatient;
  session: string;
  /** The address of its page. */
  path: string;
}

export interface Vitals {
  systolic?: number;
  diastolic?: number;
  pulse?: number;
  spo2?: number;
  sedation?: number;
  dissociation?: number;
}

/** A patient with a first dose planned for some minutes ago. */
export async function givenDosing(request: APIRequestContext, minutesAgo: number): Promise<GivenDosing> {
  const patient = await givenPatient(request);
  const course = await givenCourse(request, patient, { day: -1 });
  const [day, time] = clinicNow(minutesAgo).split("T") as [string, string];
  const session = await givenSession(request, course, { kind: "dose", day: day === clinicDay(0) ? 0 : -1, time });
  return { patient, session, path: `${patient.path}/dosing/${session}` };
}

/** 35 mg of ketamine, begun that many minutes ago. */
export async function givenDoseBegun(request: APIRequestContext, { session }: GivenDosing, minutesAgo: number): Promise<void> {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const amounts = { weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null, confirmedAt: at(minutesAgo + 3) };
  const people = { lot: "K-17", expiry: null, preparedBy: "Mara Quill", checkedBy: "Jo Lind" };
  const times = { startedAt: at(minutesAgo), stoppedAt: null, interruptions: [] };
  await put(request, `/api/dosing/${session}/dose`, { key: randomUUID(), number: 0, medicine: "ketamine", route: "intravenous", ...amounts, ...people, ...times, notes: "", reasons: { "no-reading-before": "Taken on paper" } });
}

export async function givenReading(request: APIRequestContext, { session }: GivenDosing, minutesAgo: number): Promise<void> {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const values = { systolic: 124, diastolic: 78, pulse: 70, spo2: 98, sedation: 5, dissociation: 0 };
  await put(request, `/api/readings/${randomUUID()}`, { sessionId: session, at, ...values, cadss: null, done: "", beforeStart: false });
}

export interface StoredReading extends Vitals {
  id: string;
  at: string;
}

/** The readings as they stand in the database. */
export async function storedReadings(request: APIRequestContext, { session }: GivenDosing): Promise<StoredReading[]> {
  const response = await request.post(`/api/dosing/${session}/look`, { data: { mark: null }, headers: { origin: origin() } });
  expect(response.ok(), `the room answers: ${response.status()}`).toBe(true);
  return ((await response.json()) as { view: { readings: StoredReading[] } }).view.readings;
}

async function put(request: APIRequestContext, address: string, data: object): Promise<void> {
  const response = await request.put(address, { data, headers: { origin: origin() } });
  expect(response.ok(), `PUT ${address}: ${response.status()} ${await response.text()}`).toBe(true);
}

// The page

const labels = { systolic: "Systolic pressure", diastolic: "Diastolic pressure", pulse: "Pulse", spo2: "SpO₂" } as const;
const scales = { sedation: "Alertness (MOAA/S)", dissociation: "Dissociation" } as const;

export const card = (page: Page, title: string): Locator => page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });

export async function fillReading(page: Page, vitals: Vitals): Promise<void> {
  for (const [vital, value] of Object.entries(vitals)) {
    if (vital in labels) await page.getByRole("textbox", { name: labels[vital as keyof typeof labels] }).fill(String(value));
    else await page.getByRole("group", { name: scales[vital as keyof typeof scales] }).getByRole("radio", { name: new RegExp(`^${value}\\b`) }).check();
  }
}

/** Saves what is filled in; returns between which two moments of the device's clock that was. */
export async function saveReading(page: Page): Promise<[number, number]> {
  const clock = () => page.evaluate(() => Date.now());
  const before = await clock();
  await page.getByRole("button", { name: /^Save reading/ }).click();
  // Before the start the form folds away once a reading is there.
  await expect(page.getByRole("textbox", { name: labels.systolic, includeHidden: true })).toHaveValue("");
  return [before, await clock()];
}

/** The line at the foot of the page that says where everything recorded is. */
export const standing = (page: Page): Locator => page.locator("[data-bar=bottom] p").first();

export async function expectAllSent(page: Page): Promise<void> {
  await expect(standing(page)).toHaveText(/^Everything recorded is on the server/);
}
