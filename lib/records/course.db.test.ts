// A course from its template to its end, on a real database.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { courseRecords, form, named, openClinic, ratingsOf, type Clinic } from "./clinic.fixture";

const load = async () => ({ ...(await import("./patients")), ...(await courseRecords()), ...(await import("./chart")), ...(await import("./assessments")) });
let records: Awaited<ReturnType<typeof load>>;
let problems: typeof import("./problems");
let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
  records = await load();
  problems = await import("./problems");
});
afterAll(() => clinic.close());

const zone = "America/New_York";
const today = calendarDay(new Date(), zone);
const treatment = { therapy: "pe", therapyName: "", medicine: "ketamine", route: "intravenous", plannedWeeks: 2 } as const;

async function newPatient(): Promise<string> {
  const id = randomUUID();
  await records.savePatient(clinic.ada, id, named(`C-${id.slice(0, 8)}`));
  return id;
}

/** A course of two doses a week apart, each with therapy the day after, that began two weeks ago. */
async function newCourse(patientId: string, id = randomUUID(), startDate = addDays(today, -14)) {
  const sessions = [0, 1, 7, 8].map((day, index) => ({ id: randomUUID(), kind: index % 2 === 0 ? ("dose" as const) : ("therapy" as const), at: `${addDays(startDate, day)}T09:00` }));
  const given = { ...treatment, patientId, startDate, indexEvent: "Road accident 2019", template: "Two weekly doses", sessions, plan: "pcl-5" };
  return { id, sessions, given, started: await records.startCourse(clinic.ada, id, given) };
}

const course = async (patientId: string) => (await records.readCourse(clinic.ada, patientId))!;

it("starts whole: course, sessions, measures; sent again it changes nothing", async () => {
  const patientId = await newPatient();
  const { id, given, sessions } = await newCourse(patientId);
  expect(await records.startCourse(clinic.ada, id, given)).toEqual({ created: false, patientId });
  for (const other of [{ ...given, indexEvent: "Another event" }, { ...given, plannedWeeks: 8 }, { ...given, sessions: [{ id: randomUUID(), kind: "dose" as const, at: "2026-03-01T09:00" }] }]) {
    await expect(records.startCourse(clinic.ada, id, other)).rejects.toMatchObject({ fields: { form: expect.stringContaining("started already") } });
  }
  const read = await course(patientId);
  expect(read.course).toMatchObject({ id, template: "Two weekly doses", ended: null, fields: { indexEvent: "Road accident 2019", version: 1 } });
  expect(read.sessions.map(({ id: session, at, plannedAt, status }) => ({ id: session, at, plannedAt, status }))).toEqual(
    sessions.map(({ id: session, at }) => ({ id: session, at, plannedAt: at, status: "planned" })),
  );
});

it("of two begun at the same moment one is the patient's course, the other is told why not", async () => {
  const patientId = await newPatient();
  const tries = await Promise.allSettled([newCourse(patientId), newCourse(patientId), newCourse(patientId)]);
  const refusals = tries.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  expect(refusals).toMatchObject(Array.from({ length: 2 }, () => ({ fields: { form: expect.stringContaining("End it before another begins") } })));
  expect(await clinic.owner.course.count({ where: { patientId } })).toBe(1);
});

it("moves the rest with one date, all or none", async () => {
  const patientId = await newPatient();
  const { sessions } = await newCourse(patientId, randomUUID(), addDays(today, 7));
  const [dose1, therapy1, dose2, therapy2] = sessions;
  const later = (session: { id: string; at: string }, version = 1) => ({ id: session.id, at: `${addDays(session.at.slice(0, 10), 2)}T09:00`, version });
  const move = (rest: ReturnType<typeof later>[], version: number) =>
    records.saveSession(clinic.ada, dose1!.id, { kind: "dose", at: `${addDays(dose1!.at.slice(0, 10), 2)}T09:00`, status: "planned", version, rest });

  await expect(move([later(therapy1!), later(dose2!, 7)], 1)).rejects.toBeInstanceOf(problems.Stale);
  expect((await course(patientId)).sessions.map(({ at }) => at)).toEqual(sessions.map(({ at }) => at));

  await move([later(therapy1!), later(dose2!), later(therapy2!)], 1);
  expect((await course(patientId)).sessions.map(({ at, plannedAt }) => [at, plannedAt])).toEqual(
    sessions.map((session) => [later(session).at, later(session).at]),
  );
});

it("cannot move a session of another patient along", async () => {
  const [mine, other] = [await newPatient(), await newPatient()];
  const { sessions } = await newCourse(mine, randomUUID(), addDays(today, 7));
  const { sessions: theirs } = await newCourse(other, randomUUID(), addDays(today, 7));
  const rest = [{ id: theirs[0]!.id, at: `${addDays(today, 20)}T09:00`, version: 1 }];
  await expect(records.saveSession(clinic.ada, sessions[0]!.id, { kind: "dose", at: `${addDays(today, 9)}T09:00`, status: "planned", version: 1, rest })).rejects.toBeInstanceOf(problems.Stale);
  expect((await course(other)).sessions[0]).toMatchObject({ at: theirs[0]!.at, version: 1 });
});

it("done keeps the plan beside it; a cancelled one keeps its reason", async () => {
  const patientId = await newPatient();
  const { sessions } = await newCourse(patientId);
  const at = `${addDays(today, -13)}T11:20`;
  await records.saveSession(clinic.ada, sessions[0]!.id, { kind: "dose", at, status: "done", version: 1 });
  await records.saveSession(clinic.ada, sessions[1]!.id, { kind: "therapy", at: sessions[1]!.at, status: "cancelled", reason: "Snow", version: 1 });
  const [first, second] = (await course(patientId)).sessions.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(first).toMatchObject({ at, plannedAt: sessions[0]!.at, status: "done", reason: "" });
  expect((await course(patientId)).sessions.find(({ id }) => id === sessions[1]!.id)).toMatchObject({ status: "cancelled", reason: "Snow" });
  expect(second).toBeDefined();
});

it("asks before the event the PCL-5 is anchored to is changed", async () => {
  const patientId = await newPatient();
  const { id, given } = await newCourse(patientId);
  const { template: _template, sessions: _sessions, plan: _plan, ...fields } = given;
  const changed = { ...fields, indexEvent: "Assault 2020", version: 1 };
  await expect(records.saveCourse(clinic.ada, id, changed)).rejects.toMatchObject({ ask: "index-event", detail: { indexEvent: "Road accident 2019" } });
  await records.saveCourse(clinic.ada, id, { ...changed, allow: ["index-event"] });
  expect((await course(patientId)).course?.fields).toMatchObject({ indexEvent: "Assault 2020", version: 2 });
});

it("ends with a reason, cancels what was planned, refuses a dose, and another course may begin", async () => {
  const patientId = await newPatient();
  const { id } = await newCourse(patientId);
  const end = { on: addDays(today, -6), how: "discontinued", note: "Moved away" } as const;
  await expect(records.endCourse(clinic.ada, id, { end: { ...end, on: addDays(today, 1) }, version: 1 })).rejects.toMatchObject({ fields: { on: "Enter a day that has come" } });
  await expect(records.endCourse(clinic.ada, id, { end: { ...end, on: addDays(today, -15) }, version: 1 })).rejects.toMatchObject({ fields: { on: expect.any(String) } });
  await records.endCourse(clinic.ada, id, { end, version: 1 });
  await records.endCourse(clinic.ada, id, { end, version: 1 }); // sent again
  await expect(records.endCourse(clinic.ada, id, { end: { ...end, note: "Another reason" }, version: 1 })).rejects.toBeInstanceOf(problems.Stale);
  const ended = await course(patientId);
  expect(ended.course).toMatchObject({ ended: end, fields: { version: 2 } });
  expect(ended.sessions).toMatchObject(Array.from({ length: 4 }, () => ({ status: "cancelled", reason: "Course discontinued: Moved away" })));
  await expect(records.addSessions(clinic.ada, id, { sessions: [{ id: randomUUID(), kind: "dose", at: `${today}T09:00` }] })).rejects.toMatchObject({ fields: { form: expect.stringContaining("ended") } });
  await expect(records.saveSession(clinic.ada, ended.sessions[0]!.id, { kind: "dose", at: `${today}T09:00`, status: "planned", version: 2 })).rejects.toMatchObject({ fields: { status: expect.stringContaining("ended") } });

  // A form after the end is still the first course's, until the next one begins.
  const zeros = randomUUID();
  await records.saveAssessment(clinic.ada, zeros, form(patientId, 0));
  expect((await records.openChart(clinic.ada, patientId))?.assessments).toMatchObject([{ id: zeros, total: 0 }]);
  const next = await newCourse(patientId, randomUUID(), today);
  const after = await course(patientId);
  expect(after.course?.id).toBe(next.id);
  expect(after.earlier).toMatchObject([{ id, ended: end, treatment: "Intravenous ketamine with prolonged exposure" }]);
  expect((await records.openChart(clinic.ada, patientId))?.assessments).toMatchObject([{ id: zeros }]);
  expect((await records.openChart(clinic.ada, patientId, id))?.assessments).toEqual([]);
  expect((await records.openChart(clinic.ada, patientId, id))?.course?.id).toBe(id);
  await expect(records.endCourse(clinic.ada, id, { end: null, version: 2 })).rejects.toMatchObject({ fields: { form: expect.stringContaining("Another course has begun") } });
});

it("stands above the chart of the one after it, with the last PCL-5 that was scored and still counts", async () => {
  const patientId = await newPatient();
  const { id } = await newCourse(patientId);
  const on = (days: number, total: number | null) => ({ ratings: total === null ? [...ratingsOf(19), null].slice(-20) : ratingsOf(total), answeredAt: `${addDays(today, -days)}T12:00`, allow: ["incomplete" as const] });
  const voided = randomUUID();
  for (const [key, given] of [[randomUUID(), on(12, 62)], [randomUUID(), on(10, 47)], [randomUUID(), on(9, null)], [voided, on(8, 31)]] as const) {
    await records.saveAssessment(clinic.ada, key, form(patientId, 0, given));
  }
  await records.voidAssessment(clinic.ada, voided, { key: randomUUID(), revision: 1, reason: "Another patient's" });
  await records.endCourse(clinic.ada, id, { end: { on: addDays(today, -6), how: "completed", note: "" }, version: 1 });
  expect((await records.openChart(clinic.ada, patientId))?.previous).toBeNull();
  await newCourse(patientId, randomUUID(), today);
  const chart = await records.openChart(clinic.ada, patientId);
  expect(chart?.assessments).toEqual([]);
  expect(chart?.previous).toMatchObject({ id, timeZone: zone, last: { recall: "week", total: 47, at: expect.any(Date) } });
  expect([chart!.previous!.endedAt, chart!.previous!.last!.at].map((at) => calendarDay(at, zone))).toEqual([addDays(today, -6), addDays(today, -10)]);
  expect((await records.openChart(clinic.ada, patientId, id))?.previous).toBeNull();
});

it("goes on where it was ended by mistake", async () => {
  const patientId = await newPatient();
  const { id } = await newCourse(patientId);
  await records.endCourse(clinic.ada, id, { end: { on: today, how: "completed" }, version: 1 });
  await records.endCourse(clinic.ada, id, { end: null, version: 2 });
  expect((await course(patientId)).course).toMatchObject({ ended: null, fields: { version: 3 } });
});

it("is nobody's but its team's", async () => {
  const patientId = await newPatient();
  const { id, given } = await newCourse(patientId);
  const [mine] = (await course(patientId)).sessions;
  for (const stranger of [clinic.ben, clinic.adam, clinic.cleo]) {
    await expect(records.endCourse(stranger, id, { end: { on: today, how: "completed" }, version: 1 })).rejects.toBeInstanceOf(problems.NotHere);
    await expect(records.startCourse(stranger, randomUUID(), given)).rejects.toBeInstanceOf(problems.NotHere);
    await expect(records.saveSession(stranger, mine!.id, { kind: "dose", at: mine!.at, status: "done", version: 1 })).rejects.toBeInstanceOf(problems.NotHere);
    expect(await records.openChart(stranger, patientId, id)).toBeNull();
  }
  const another = await newPatient();
  expect(await records.openChart(clinic.ada, another, id), "another patient's course is not this one's").toBeNull();
  // An id that is already another course's row adds nothing and says nothing.
  const { id: second } = await newCourse(another);
  await expect(records.addSessions(clinic.ada, second, { sessions: [{ id: mine!.id, kind: "dose", at: `${today}T09:00` }] })).rejects.toBeInstanceOf(problems.NotHere);
});
