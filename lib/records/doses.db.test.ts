import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DoseSave, EventSave, ReadingSave } from "@/lib/schemas/dosing";
import { wallTime } from "@/lib/course/calendar";
import { courseRecords, form, named, openClinic, recording, type Clinic } from "./clinic.fixture";

const minute = 60_000;
const week = 7 * 1440;
const now = Date.now();
const ago = (minutes: number) => new Date(now - minutes * minute);
const [patientId, courseId, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let clinic: Clinic;
let doses: typeof import("./doses");
let one: typeof import("./one-dose");

const dose = (startedAt: Date, number = 0, more: Partial<DoseSave> = {}): DoseSave => ({
  key: randomUUID(), number, medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null,
  confirmedAt: new Date(+startedAt - minute), lot: "K-17", expiry: "2099-12-31", preparedBy: "Ada", checkedBy: "Jo Lind", startedAt, stoppedAt: null,
  interruptions: [], notes: "", reasons: { "another-active": "Left, not signed", "far-from-plan": "Moved", "no-reading-before": "Taken on paper" }, ...more,
});
const reading = (sessionId: string, at: Date, dissociation: number, beforeStart = false): ReadingSave => ({
  sessionId, at, systolic: 124, diastolic: 78, pulse: 70, spo2: 98, sedation: 5, dissociation, cadss: null, done: "", beforeStart,
});
const event = (act: EventSave["act"], number: number): EventSave => ({
  key: randomUUID(), number, sessionId: first, act, why: act === "entered" ? "" : "Entered twice", term: "Nausea", severity: "mild", serious: false,
  relation: "possible", onsetAt: ago(week - 30), endedAt: null, action: "", outcome: "ongoing",
});

beforeAll(async () => {
  clinic = await openClinic();
  const { ada } = clinic;
  const [patients, courses, records, readings, events, assessments] = await Promise.all([
    import("./patients"), courseRecords(), import("./dose-records"), import("./readings"), import("./dosing-events"), import("./assessments"),
  ]);
  [doses, one] = await Promise.all([import("./doses"), import("./one-dose")]);
  await patients.savePatient(ada, patientId, named("D-1"));
  await courses.startCourse(ada, courseId, { patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: "2026-01-05", plannedWeeks: 4 });
  const at = (minutes: number) => wallTime(ago(minutes), "America/New_York");
  await courses.addSessions(ada, courseId, { sessions: [{ id: first, kind: "dose", at: at(week) }, { id: second, kind: "dose", at: at(130) }] });
  await records.saveDose(ada, first, dose(ago(week)));
  await records.saveDose(ada, second, dose(ago(125)));
  await records.saveDose(ada, second, dose(ago(125), 1, { givenMg: 34, stoppedAt: ago(85) }));
  for (const [minutes, value] of [[0, 5], [40, 8]] as const) await readings.saveReading(ada, randomUUID(), reading(first, ago(week - minutes), value));
  const wrong = randomUUID();
  await readings.saveReading(ada, randomUUID(), reading(second, ago(126), 0, true));
  const rating = recording(ada, ["pcl-5", "cadss"]);
  await readings.saveReading(rating, wrong, { ...reading(second, ago(90), 9), cadss: { measure: "cadss", total: 61 } });
  await readings.saveReading(rating, randomUUID(), { ...reading(second, ago(85), 6), cadss: { measure: "cadss", total: 0 } });
  await readings.voidReading(ada, wrong, { reason: "Wrong patient" });
  const [kept, dropped] = [randomUUID(), randomUUID()];
  await events.saveEvent(ada, kept, event("entered", 0));
  await events.saveEvent(ada, dropped, event("entered", 0));
  await events.saveEvent(ada, dropped, event("voided", 1));
  await assessments.saveAssessment(ada, randomUUID(), form(patientId, 2));
});
afterAll(() => clinic.close());

it("the page of doses has the newest record of each dose, the plan beside what was done, and no voided event", async () => {
  const found = await doses.openDoses(clinic.ada, patientId);
  expect(found?.given.map(({ sessionId, givenMg, startedAt }) => [sessionId, givenMg, startedAt]).toSorted((a, b) => Number(b[1]) - Number(a[1]))).toEqual([
    [first, 35, ago(week)], [second, 34, ago(125)],
  ]);
  const planned = found?.sessions.find(({ id }) => id === second);
  expect(planned).toMatchObject({ status: "done", at: ago(125) });
  expect(wallTime(planned!.plannedAt!, "America/New_York")).toBe(wallTime(ago(130), "America/New_York"));
  expect(found?.events).toMatchObject([{ sessionId: first, term: "Nausea", severity: "mild", onsetAt: ago(week - 30) }]);
  expect(found?.assessments).toMatchObject([{ measure: "pcl-5", total: 40 }, { measure: "cadss", total: 0 }]);
  expect((await doses.openDoses(clinic.ada, patientId, courseId))?.course?.id).toBe(courseId);
  expect(await doses.openDoses(clinic.ada, patientId, randomUUID())).toBeNull();
});

it("one dose has its own readings without the voided ones, and those of earlier doses only", async () => {
  const found = await one.openOneDose(clinic.ada, patientId, second);
  expect(found).toMatchObject({ name: "Dose 2", given: { givenMg: 34 }, dose: { startedAt: ago(125) }, events: [] });
  expect(found?.dose?.readings.map(({ dissociation }) => dissociation)).toEqual([0, 6]);
  expect(found?.dose?.totals).toEqual([{ id: found?.dose?.readings[1]?.id, measure: "cadss", at: ago(85), total: 0 }]);
  expect(found?.earlier.map(({ name, readings }) => [name, readings.map(({ dissociation }) => dissociation)])).toEqual([["Dose 1", [5, 8]]]);
  const before = await one.openOneDose(clinic.ada, patientId, first);
  expect(before?.earlier).toEqual([]);
  expect(before?.events).toMatchObject([{ term: "Nausea", outcome: "ongoing" }]);
});

it.each(["ben", "adam", "cleo"] as const)("%s, who is not on the team, finds nothing, like everybody for a dose under another patient", async (who) => {
  expect(await doses.openDoses(clinic[who], patientId)).toBeNull();
  expect(await one.openOneDose(clinic[who], patientId, first)).toBeNull();
  expect(await doses.openDoses(clinic[who], patientId, courseId)).toBeNull();
  expect(await one.openOneDose(clinic.ada, randomUUID(), first)).toBeNull();
  expect(await clinic.owner.auditEvent.count({ where: { userId: clinic[who].userId, action: "denied" } })).toBe(3);
});
