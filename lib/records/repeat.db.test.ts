import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { courseRecords, named, openClinic, recording, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./patients") & Awaited<ReturnType<typeof courseRecords>> & typeof import("./course-plan");
let problems: typeof import("./problems");
const [patientId, courseId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4, version: 0 };
const weekly = { baseline: ["pcl-5", "phq-9"], "24h": [], week: ["pcl-5"], end: ["pcl-5", "caps-5"], "follow-up": [] } as const;
const plan = structuredClone(weekly) as never;

beforeAll(async () => {
  clinic = await openClinic();
  problems = await import("./problems");
  records = { ...(await import("./patients")), ...(await courseRecords()), ...(await import("./course-plan")) };
  await records.savePatient(clinic.ada, patientId, named("R-1"));
  await records.startCourse(clinic.ada, courseId, course);
  await records.addSessions(clinic.ada, courseId, { sessions: [{ id: sessionId, kind: "dose", at: "2026-01-05T09:00" }] });
});
afterAll(() => clinic.close());

let version: number;
const changes = () => clinic.owner.auditEvent.count({ where: { patientId, action: { in: ["changed", "planned"] } } });

type Edit = (version: number, other?: boolean) => Promise<unknown>;
const edits: Record<string, [Edit, () => Promise<{ version: number } | null>]> = {
  "a patient": [(at, other) => records.savePatient(clinic.ada, patientId, { ...named("R-1"), givenName: other ? "Sam" : "Robin", pronouns: "they", version: at }), () => clinic.owner.patient.findUnique({ where: { id: patientId } })],
  "a course": [(at, other) => records.saveCourse(clinic.ada, courseId, { ...course, plannedWeeks: other ? 7 : 6, version: at }), () => clinic.owner.course.findUnique({ where: { id: courseId } })],
  "a session": [(at, other) => records.saveSession(clinic.ada, sessionId, { kind: "dose", at: other ? "2026-01-08T09:00" : "2026-01-06T09:00", status: "done", version: at }), () => clinic.owner.courseSession.findUnique({ where: { id: sessionId } })],
  "a plan": [(at, other) => records.saveCoursePlan(clinic.ada, courseId, { plan: other ? null : plan, version: at }), () => clinic.owner.course.findUnique({ where: { id: courseId } })],
};

describe.each(Object.entries(edits))("an edit of %s", (_, [edit, stored]) => {
  beforeEach(async () => {
    version = (await stored())?.version ?? 0;
  });

  it("sent again because its answer was lost is answered as done, and is one edit", async () => {
    const before = await changes();
    await edit(version);
    await edit(version);
    expect((await stored())?.version).toBe(version + 1);
    expect(await changes()).toBe(before + 1);
  });

  it("is refused where someone else has saved something else, or has saved since", async () => {
    await edit(version, true);
    const theirs = await stored();
    await expect(edit(version)).rejects.toBeInstanceOf(problems.Stale);
    await edit(version + 1);
    await expect(edit(version - 1)).rejects.toBeInstanceOf(problems.Stale);
    expect(theirs?.version).toBe(version + 1);
  });
});

describe("sessions added", () => {
  const added = (ids: string[]) => ({ sessions: ids.map((id) => ({ id, kind: "therapy" as const, at: "2026-01-09T09:00" })) });
  const lines = (action: string) => clinic.owner.auditEvent.count({ where: { subject: "course_session", subjectId: courseId, action } });

  it("are one act, however often they are sent", async () => {
    const [sent, before] = [added([randomUUID(), randomUUID()]), await lines("created")];
    for (let time = 0; time < 2; time += 1) await records.addSessions(clinic.ada, courseId, sent);
    expect(await lines("created")).toBe(before + 1);
    expect(await clinic.owner.courseSession.count({ where: { id: { in: sent.sessions.map(({ id }) => id) } } })).toBe(2);
  });

  it("find nothing here under an id of somebody else's record, whoever's it is, and store none", async () => {
    const [theirPatient, theirCourse, theirSession, fresh] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await records.savePatient(clinic.ben, theirPatient, named("R-2"));
    await records.startCourse(clinic.ben, theirCourse, { ...course, patientId: theirPatient });
    await records.addSessions(clinic.ben, theirCourse, added([theirSession]));
    const before = await lines("denied");
    await expect(records.addSessions(clinic.ada, courseId, added([fresh, theirSession]))).rejects.toBeInstanceOf(problems.NotHere);
    expect(await lines("denied")).toBe(before + 1);
    expect(await clinic.owner.courseSession.findUnique({ where: { id: fresh } })).toBeNull();
    expect(await clinic.owner.courseSession.findUnique({ where: { id: theirSession } })).toMatchObject({ courseId: theirCourse, version: 1 });
  });
});

describe("a course's own plan", () => {
  it("is kept with the course, says which measures are switched off, and goes back to the clinic's default", async () => {
    const at = async () => (await records.readCourse(clinic.ada, patientId))?.course;
    const who = recording(clinic.ada, ["pcl-5", "phq-9"]);
    expect(await records.saveCoursePlan(who, courseId, { plan, version: (await at())?.fields.version ?? 0 })).toEqual({ patientId, off: ["caps-5"] });
    expect((await at())?.measurePlan).toEqual(weekly);
    await records.saveCoursePlan(who, courseId, { plan: null, version: (await at())?.fields.version ?? 0 });
    expect((await at())?.measurePlan).toBeNull();
  });
});

describe("a new patient", () => {
  it("sent twice is one; another one under the same id is not taken for it", async () => {
    const [id, given] = [randomUUID(), named("R-913")];
    expect(await records.savePatient(clinic.ada, id, given)).toEqual({ created: true });
    expect(await records.savePatient(clinic.ada, id, given)).toEqual({ created: false });
    await expect(records.savePatient(clinic.ada, id, { ...given, familyName: "Else" })).rejects.toMatchObject({ newer: { fields: { familyName: given.familyName } } });
  });

  it("nor where both arrive at once", async () => {
    const id = randomUUID();
    const sent = await Promise.allSettled(["R-914", "R-915"].map((number) => records.savePatient(clinic.ada, id, { ...named(number), familyName: number, birthDate: `19${number.slice(2, 4)}-01-01` })));
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(sent.find(({ status }) => status === "rejected")).toMatchObject({ reason: { newer: { known: { version: 1 } } } });
  });
});
