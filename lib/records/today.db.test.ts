import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, calendarDay, wallTime } from "@/lib/course/calendar";
import type { ClosedDays } from "@/lib/course/closed-days";
import type { Viewer } from "@/lib/auth/viewer";
import { named, openClinic, type Clinic } from "./clinic.fixture";

const zone = "America/New_York";
let clinic: Clinic;
let ada: Viewer;
let records: typeof import("./today");
const ids = { due: randomUUID(), room: randomUUID(), missed: randomUUID(), quiet: randomUUID() };
const today = calendarDay(new Date(), zone);
const now = Date.now();

/** Never closed, so that yesterday is the day before whatever day these tests run on. */
const open: ClosedDays = { weekdays: [], dates: [] };

beforeAll(async () => {
  clinic = await openClinic();
  records = await import("./today");
  const { organisation } = clinic.ada;
  ada = { ...clinic.ada, organisation: { ...organisation, settings: { ...organisation.settings, closed: open as never } } };
  const { savePatient } = await import("./patients");
  for (const [name, id] of Object.entries(ids)) await savePatient(ada, id, { ...named(id), familyName: name });
  await course(ids.due, [["dose", 0, "planned"], ["therapy", 1, "planned"]]);
  const [inRoom] = await course(ids.room, [["dose", 0, "done"]]);
  await course(ids.missed, [["dose", -2, "done"], ["therapy", -1, "missed"]]);
  await course(ids.quiet, [["therapy", 3, "planned"]]);
  const { owner } = clinic;
  await owner.doseRecord.create({
    data: { sessionId: inRoom!, number: 1, patientId: ids.room, organisationId: organisation.id, byId: ada.userId, key: randomUUID(), medicine: "ketamine", route: "intranasal", startedAt: new Date(now - 3_600_000) },
  });
  await derive(...Object.values(ids));
});
afterAll(() => clinic.close());

/** What was written past the application. */
async function derive(...patients: string[]) {
  const [{ deriveFacts }, { inScope }] = await Promise.all([import("./facts"), import("./scope")]);
  await inScope(ada, (tx) => deriveFacts(tx, ada.organisation, ...patients));
}

async function course(patientId: string, sessions: ["dose" | "therapy", number, "planned" | "done" | "missed"][]) {
  const made = { organisationId: ada.organisation.id, createdById: ada.userId, patientId };
  const id = randomUUID();
  const start = addDays(today, Math.min(...sessions.map(([, day]) => day)));
  await clinic.owner.course.create({ data: { ...made, id, therapy: "pe", medicine: "ketamine", route: "intranasal", startDate: new Date(start), plannedWeeks: 4, timeZone: zone } });
  const rows = sessions.map(([kind, day, status]) => {
    const at = new Date(now + day * 86_400_000 - 1000);
    return { ...made, id: randomUUID(), courseId: id, kind, status, at, plannedAt: at, reason: status === "missed" ? "Ill" : null };
  });
  await clinic.owner.courseSession.createMany({ data: rows });
  return rows.map((row) => row.id);
}
const told = async (viewer: Viewer = ada) => new Map((await records.readToday(viewer)).patients.map((patient) => [patient.id, patient]));

it("tells who is due, who is in the room and what was missed, and leaves out who has nothing", async () => {
  const found = await told();
  expect([...found.keys()].toSorted()).toEqual([ids.due, ids.missed, ids.room].toSorted());
  expect(found.get(ids.due)).toMatchObject({ name: "due, Alex", sessions: [{ kind: "dose", name: "Dose 1", progress: "planned", time: wallTime(new Date(now - 1000), zone).slice(11) }], due: ["Baseline: PCL-5"] });
  expect(found.get(ids.room)?.sessions).toMatchObject([{ progress: "in the room", started: wallTime(new Date(now - 3_600_000), zone).slice(11), left: null }]);
  expect(found.get(ids.missed)?.missed[0]).toMatchObject({ kind: "next-day therapy", what: "Dose 1 without therapy the day after", reason: "Ill" });
});

it("is nobody else's: another team, another clinic and an administrator see no one; each look is on record", async () => {
  for (const viewer of [clinic.ben, clinic.cleo, clinic.adam]) expect((await told(viewer)).size).toBe(0);
  await told();
  const lines = await clinic.owner.auditEvent.findMany({ where: { subject: "today" } });
  expect(lines.map(({ userId }) => userId)).toEqual(expect.arrayContaining([ada.userId, clinic.ben.userId, clinic.cleo.userId]));
});

it("tells what was noted of symptoms when they were last asked about", async () => {
  const [session] = await clinic.owner.courseSession.findMany({ where: { patientId: ids.room } });
  await clinic.owner.symptomCheck.create({
    data: { sessionId: session!.id, number: 1, patientId: ids.room, organisationId: ada.organisation.id, byId: ada.userId, key: randomUUID(), psychotic: false, manic: true },
  });
  const found = await told();
  expect(found.get(ids.room)?.symptoms).toMatch(/^Manic symptoms were noted at Dose 1 on /);
  expect(found.get(ids.due)?.symptoms).toBeNull();
  const { openChart } = await import("./chart");
  expect((await openChart(ada, ids.room))?.asked).toMatchObject({ id: session!.id, kind: "dose", psychotic: false, manic: true });
  expect((await openChart(ada, ids.due))?.asked).toBeNull();
});

it("once the patient has left, no one is in the room", async () => {
  const [session] = await clinic.owner.courseSession.findMany({ where: { patientId: ids.room } });
  await clinic.owner.leaving.create({
    data: { sessionId: session!.id, number: 1, patientId: ids.room, organisationId: ada.organisation.id, byId: ada.userId, key: randomUUID(), leftAt: new Date(now - 60_000), advice: true, points: [] },
  });
  await derive(ids.room);
  expect((await told()).get(ids.room)?.sessions).toMatchObject([{ progress: "left", left: wallTime(new Date(now - 60_000), zone).slice(11) }]);
});
