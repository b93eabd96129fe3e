import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { wallTime } from "@/lib/course/calendar";
import type { CheckSave, DoseSave, EventSave, LeavingSave, ReadingSave } from "@/lib/schemas/dosing";
import { courseRecords, named, openClinic, recording, type Clinic } from "./clinic.fixture";

const minute = 60_000;
const zone = "America/New_York";
let clinic: Clinic;
let ada: Viewer;
let now: number;
const ago = (minutes: number) => new Date(now - minutes * minute);
const imports = async () => ({
  ...(await import("./dose-records")), ...(await import("./readings")), ...(await import("./dosing-events")), ...(await import("./symptom-checks")),
  ...(await import("./leavings")), ...(await import("./dosing-room")), ...(await import("./dosing-board")), ...(await import("./patients")), ...(await courseRecords()),
});
let records: Awaited<ReturnType<typeof imports>>;
let problems: typeof import("./problems");
let patientId: string;
let sessionId: string;

beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, ["pcl-5", "cadss-6"]);
  problems = await import("./problems");
  records = await imports();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  now = Date.now();
  ({ patientId, sessionId } = await patientWithDose(ada));
});

async function patientWithDose(viewer: Viewer) {
  const [patient, course, session] = [randomUUID(), randomUUID(), randomUUID()];
  await records.savePatient(viewer, patient, named(patient));
  await records.startCourse(viewer, course, { patientId: patient, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: "2026-01-05", plannedWeeks: 4 });
  await addDose(viewer, course, session, ago(130));
  return { patientId: patient, courseId: course, sessionId: session };
}
const addDose = (viewer: Viewer, course: string, id: string, at: Date) => records.addSessions(viewer, course, { sessions: [{ id, kind: "dose", at: wallTime(at, zone) }] });

/** 35 mg prepared by one and checked by another, begun 125 minutes ago. */
const dose = (more: Partial<DoseSave> = {}): DoseSave => ({
  key: randomUUID(), number: 0, medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null,
  confirmedAt: ago(128), lot: "K-17", expiry: "2099-12-31", preparedBy: "Ada", checkedBy: "Jo Lind",
  startedAt: ago(125), stoppedAt: null, interruptions: [], notes: "", ...more, reasons: { ...unread, ...more.reasons },
});
const unread = { "no-reading-before": "Cuff broken" };
const reading = (minutesAgo: number, more: Partial<ReadingSave> = {}): ReadingSave => ({
  sessionId, at: ago(minutesAgo), systolic: 124, diastolic: 78, pulse: 70, spo2: 98, sedation: 5, dissociation: 0, cadss: null, done: "", beforeStart: false, ...more,
});
const event = (more: Partial<EventSave> = {}): EventSave => ({
  key: randomUUID(), number: 0, sessionId, act: "entered", why: "", term: "Dissociation", severity: "mild", serious: false, relation: "probable",
  onsetAt: ago(110), endedAt: null, action: "", outcome: "ongoing", ...more,
});
const check: CheckSave = { key: randomUUID(), number: 0, psychotic: false, manic: false, note: "" };
const leaving = (more: Partial<LeavingSave> = {}): Omit<LeavingSave, "password"> => ({ key: randomUUID(), number: 0, leftAt: ago(0), escort: "Sister", advice: true, overrides: {}, ...more });

const unfit = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((caught: unknown) => caught);
  if (!(error instanceof problems.Unfit)) throw new Error(`Not refused as unfit: ${String(error)}`);
  return error.fields;
};
const room = async () => (await records.lookAtRoom(ada, sessionId, null)).view!;

describe("a dose record", () => {
  it("makes the session done at its start, keeps the plan, and every version", async () => {
    await records.saveDose(ada, sessionId, dose({ startedAt: null }));
    expect((await room()).session.status).toBe("planned");
    await records.saveDose(ada, sessionId, dose({ number: 1 }));
    await records.saveDose(ada, sessionId, dose({ number: 2, stoppedAt: ago(85) }));
    const session = await clinic.owner.courseSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(session).toMatchObject({ status: "done", at: ago(125) });
    expect(wallTime(session.plannedAt!, zone)).toBe(wallTime(ago(130), zone));
    expect(await clinic.owner.doseRecord.count({ where: { sessionId } })).toBe(3);
    expect((await room()).dose).toMatchObject({ number: 3, computedMg: 35, givenMg: 35, lot: "K-17", checkedBy: "Jo Lind", stoppedAt: ago(85).toISOString(), by: "Ada" });
  });

  it("is stored once, however often it is sent; an older one meets the newer", async () => {
    const sent = dose();
    const answers = await Promise.all(Array.from({ length: 5 }, () => records.saveDose(ada, sessionId, sent)));
    expect(answers).toEqual(Array(5).fill({ number: 1 }));
    expect(await clinic.owner.doseRecord.count({ where: { sessionId } })).toBe(1);
    await expect(records.saveDose(ada, sessionId, dose({ lot: "other" }))).rejects.toBeInstanceOf(problems.Stale);
  });

  it("of two saved at once on the same version keeps one", async () => {
    const results = await Promise.allSettled([dose(), dose()].map((each) => records.saveDose(ada, sessionId, each)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    ["an amount that differs", { givenMg: 40 }, "reasons.differs"],
    ["more than the clinic's limit", { mgPerKg: 1.5, givenMg: 105 }, "reasons.above-limit"],
    ["nobody who checked", { checkedBy: "" }, "reasons.checked"],
    ["a lot past its date", { expiry: "2020-01-31" }, "reasons.expired"],
  ])("asks for a reason: %s", async (_, more, field) => {
    expect(Object.keys(await unfit(records.saveDose(ada, sessionId, dose(more))))).toEqual([field]);
    const id = field.replace("reasons.", "");
    await records.saveDose(ada, sessionId, dose({ ...more, reasons: { [id]: "As prescribed", idle: "not asked" } }));
    expect((await room()).dose?.reasons).toEqual({ ...unread, [id]: "As prescribed" });
  });

  it.each([
    ["a stop before the start", () => ({ stoppedAt: ago(126) }), "stop-before-start"],
    ["a start to come", () => ({ startedAt: ago(-30) }), "start-in-future"],
    ["milligrams for mg/kg", () => ({ mgPerKg: 35, givenMg: null }), "looks-like-mg"],
    ["the same two people", () => ({ checkedBy: "ada" }), "same-person"],
    ["an amount nobody confirmed", () => ({ confirmedAt: null }), "unconfirmed"],
    ["a medicine by a wrong route", () => ({ medicine: "esketamine" as const, devices: 2, givenDevices: 2 }), "combination"],
  ])("refuses whatever the reason: %s", async (_, more, field) => {
    expect(Object.keys(await unfit(records.saveDose(ada, sessionId, dose({ ...more(), reasons: { [field]: "Because" } }))))).toEqual([field]);
    expect(await clinic.owner.doseRecord.count({ where: { sessionId } })).toBe(0);
  });

  it("asks about a weight that jumped, a second dose under way, and refuses one for a course that ended", async () => {
    const { courseId } = await clinic.owner.courseSession.findUniqueOrThrow({ where: { id: sessionId } });
    const earlier = randomUUID();
    await addDose(ada, courseId, earlier, ago(7 * 1440));
    await records.saveDose(ada, earlier, dose({ weightKg: 90, givenMg: 45, startedAt: ago(7 * 1440) }));
    expect(Object.keys(await unfit(records.saveDose(ada, sessionId, dose()))).sort()).toEqual(["reasons.another-active", "reasons.weight-jump"]);
    await records.saveDose(ada, sessionId, dose({ reasons: { "another-active": "Left last week, not signed", "weight-jump": "Weighed twice" } }));
    await clinic.owner.course.update({ where: { id: courseId }, data: { endedAt: ago(200), endReason: "discontinued", endNote: "Moved away" } });
    expect(await unfit(records.saveDose(ada, sessionId, dose({ number: 1 })))).toHaveProperty("course-ended");
  });

  it("that had not begun after all plans the session again, with a reason", async () => {
    await records.saveDose(ada, sessionId, dose());
    const back = dose({ number: 1, startedAt: null });
    expect(Object.keys(await unfit(records.saveDose(ada, sessionId, back)))).toEqual(["reasons.not-started"]);
    await records.saveDose(ada, sessionId, { ...back, reasons: { "not-started": "Pressed by mistake" } });
    expect((await room()).session).toMatchObject({ status: "planned" });
  });
});

describe("a reading", () => {
  it("is stored once at its true time; another under its id is refused", async () => {
    await records.saveDose(ada, sessionId, dose());
    const [id, sent] = [randomUUID(), reading(85)];
    await Promise.all(Array.from({ length: 5 }, () => records.saveReading(ada, id, sent)));
    expect(await clinic.owner.reading.findMany({ where: { sessionId } })).toMatchObject([{ id, at: ago(85), dissociation: 0, sedation: 5 }]);
    await expect(records.saveReading(ada, id, { ...sent, pulse: 71 })).rejects.toBeInstanceOf(problems.Stale);
    expect(await clinic.owner.auditEvent.count({ where: { subjectId: id, action: "recorded" } })).toBe(1);
  });

  it("of two people at once is kept twice", async () => {
    await records.saveDose(ada, sessionId, dose());
    await Promise.all([1, 2, 3, 4].map((each) => records.saveReading(ada, randomUUID(), reading(80 + each))));
    expect((await room()).readings).toHaveLength(4);
  });

  it("knows zero from nothing", async () => {
    await records.saveReading(ada, randomUUID(), reading(130, { beforeStart: true, pulse: null, dissociation: 0, systolic: null, diastolic: null }));
    expect((await room()).readings).toMatchObject([{ pulse: null, dissociation: 0 }]);
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(129, { beforeStart: true, systolic: null, diastolic: null, pulse: null, spo2: null, sedation: null, dissociation: null })))).toHaveProperty("empty");
  });

  it("before the start is said to be, in the future is refused, outside the limits asks what was done", async () => {
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(127)))).toHaveProperty("at");
    await records.saveDose(ada, sessionId, dose());
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(127)))).toHaveProperty("at");
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(-20)))).toHaveProperty("at");
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(127, { beforeStart: true, systolic: 150 })))).toHaveProperty("done");
    await records.saveReading(ada, randomUUID(), reading(40, { systolic: 150 }));
    expect(await unfit(records.saveReading(ada, randomUUID(), reading(40, { systolic: 190 })))).toHaveProperty("done");
    await records.saveReading(ada, randomUUID(), reading(39, { systolic: 190, done: "Repeated after 5 min" }));
  });

  it("carries a CADSS total as a form of the same id, and voids it along", async () => {
    await records.saveDose(ada, sessionId, dose());
    const id = randomUUID();
    await records.saveReading(ada, id, reading(85, { cadss: { measure: "cadss-6", total: 9 } }));
    await records.saveReading(ada, id, reading(85, { cadss: { measure: "cadss-6", total: 9 } }));
    expect(await clinic.owner.assessment.findMany({ where: { sessionId } })).toMatchObject([{ id, measure: "cadss-6", mode: "aloud", total: 9, answeredAt: ago(85), voidedAt: null }]);
    expect((await room()).readings[0]?.cadss).toEqual({ measure: "cadss-6", total: 9 });
    const onBoard = async () => (await records.lookAtBoard(ada, null)).view?.find(({ session }) => session.id === sessionId)?.readings[0];
    expect(await onBoard()).toMatchObject({ id, cadss: { measure: "cadss-6", total: 9 } });
    await clinic.owner.assessment.update({ where: { id }, data: { voidedAt: new Date() } });
    expect(await onBoard(), "a form that was voided is no longer told").toMatchObject({ id, cadss: null });
    await records.voidReading(ada, id, { reason: "Wrong patient" });
    await records.voidReading(ada, id, { reason: "Wrong patient" });
    await expect(records.voidReading(ada, id, { reason: "Another" })).rejects.toBeInstanceOf(problems.Stale);
    expect((await clinic.owner.assessment.findUniqueOrThrow({ where: { id } })).voidedAt).not.toBeNull();
    expect((await room()).readings).toMatchObject([{ id, voided: { reason: "Wrong patient", by: "Ada" } }]);
    await expect(records.saveReading(ada, randomUUID(), reading(80, { cadss: { measure: "cadss", total: 9 } }))).rejects.toBeInstanceOf(problems.Unfit);
    expect(await clinic.owner.reading.count({ where: { sessionId } })).toBe(1);
  });
});

describe("an event and the questions at the end", () => {
  it("is corrected and voided with a reason, and its past is kept", async () => {
    const id = randomUUID();
    await records.saveEvent(ada, id, event());
    expect(await unfit(records.saveEvent(ada, id, event({ act: "corrected", number: 1 })))).toHaveProperty("why");
    await records.saveEvent(ada, id, event({ act: "corrected", number: 1, why: "It ended", endedAt: ago(60), outcome: "resolved" }));
    await expect(records.saveEvent(ada, id, event({ act: "corrected", number: 1, why: "Also" }))).rejects.toBeInstanceOf(problems.Stale);
    expect((await room()).events).toMatchObject([{ id, number: 2, outcome: "resolved" }]);
    await records.saveEvent(ada, id, event({ act: "voided", number: 2, why: "Entered twice" }));
    expect((await room()).events).toEqual([]);
    await expect(records.saveEvent(ada, id, event({ act: "corrected", number: 3, why: "Again" }))).rejects.toBeInstanceOf(problems.Stale);
    expect(await clinic.owner.dosingEvent.count({ where: { id } })).toBe(3);
    expect(await unfit(records.saveEvent(ada, randomUUID(), event({ endedAt: ago(111) })))).toHaveProperty("endedAt");
  });

  it("asks for words where the answer is yes", async () => {
    expect(await unfit(records.saveSymptomCheck(ada, sessionId, { ...check, manic: true }))).toHaveProperty("note");
    await records.saveSymptomCheck(ada, sessionId, { ...check, key: randomUUID(), manic: true, note: "Pressured speech; prescriber called" });
    expect((await room()).check).toMatchObject({ psychotic: false, manic: true, number: 1 });
  });
});

describe("symptoms noted at another session", () => {
  const patient = async () => {
    const made = await patientWithDose(ada);
    const before = randomUUID();
    await addDose(ada, made.courseId, before, ago(3 * 1440));
    return { ...made, before, symptoms: async () => (await records.lookAtRoom(ada, made.sessionId, null)).view?.symptoms ?? null };
  };

  it("are told where the next dose is prepared, until the answer is no; those of a later session are not", async () => {
    const { courseId, before, symptoms } = await patient();
    expect(await symptoms()).toBeNull();
    await records.saveSymptomCheck(ada, before, { ...check, key: randomUUID(), psychotic: true, note: "Heard a voice; prescriber called" });
    expect(await symptoms()).toMatchObject({ id: before, kind: "dose", words: expect.stringMatching(/^Psychotic symptoms were noted at Dose 1 on /) });
    const after = randomUUID();
    await addDose(ada, courseId, after, ago(-60));
    await records.saveSymptomCheck(ada, after, { ...check, key: randomUUID() });
    expect(await symptoms()).toMatchObject({ id: before });
    await records.saveSymptomCheck(ada, before, { ...check, number: 1, key: randomUUID() });
    expect(await symptoms()).toBeNull();
  });
});

describe("leaving", () => {
  beforeEach(async () => {
    await records.saveReading(ada, randomUUID(), reading(130, { beforeStart: true }));
    await records.saveDose(ada, sessionId, dose({ stoppedAt: ago(85) }));
  });

  it("needs the questions answered, and a reason for each point that is not met", async () => {
    expect(await unfit(records.signLeaving(ada, sessionId, leaving()))).toHaveProperty("check");
    await records.saveSymptomCheck(ada, sessionId, { ...check, key: randomUUID() });
    expect(Object.keys(await unfit(records.signLeaving(ada, sessionId, leaving({ escort: "" }))))).toEqual(["overrides.vitals", "overrides.dissociation", "overrides.escort"]);
    await records.saveReading(ada, randomUUID(), reading(3));
    const signed = leaving({ escort: "", overrides: { escort: "Lives next door, walked home by staff" } });
    await records.signLeaving(ada, sessionId, signed);
    await records.signLeaving(ada, sessionId, signed);
    const kept = await clinic.owner.leaving.findMany({ where: { sessionId } });
    expect(kept).toMatchObject([{ number: 1, leftAt: ago(0), byId: ada.userId, overrides: { escort: "Lives next door, walked home by staff" } }]);
    expect(kept[0]?.points).toMatchObject([{ id: "minutes", met: true }, { id: "vitals", met: true }, { id: "dissociation", met: true }, { id: "escort", met: false }, { id: "advice", met: true }]);
    expect(await clinic.owner.auditEvent.count({ where: { patientId, action: "signed" } })).toBe(1);
  });

  it("cannot be before the start, nor of a dose that has not stopped", async () => {
    await records.saveSymptomCheck(ada, sessionId, { ...check, key: randomUUID() });
    expect(await unfit(records.signLeaving(ada, sessionId, leaving({ leftAt: ago(126) })))).toHaveProperty("leftAt");
    await records.saveDose(ada, sessionId, dose({ number: 1 }));
    expect(await unfit(records.signLeaving(ada, sessionId, leaving()))).toHaveProperty("stop");
  });
});

describe("looking", () => {
  it("brings what is new and nothing else; only that is noted", async () => {
    const opened = () => clinic.owner.auditEvent.count({ where: { subjectId: sessionId, subject: "dosing_room" } });
    const first = await records.lookAtRoom(ada, sessionId, null);
    expect((await records.lookAtRoom(ada, sessionId, first.mark)).view).toBeNull();
    expect(await opened()).toBe(1);
    await records.saveReading(ada, randomUUID(), reading(130, { beforeStart: true }));
    expect((await records.lookAtRoom(ada, sessionId, first.mark)).view?.readings).toHaveLength(1);
    expect(await opened()).toBe(2);
  });

  it("at the board shows who is expected, in the room and gone", async () => {
    const other = await patientWithDose(ada);
    await records.saveDose(ada, sessionId, dose());
    await records.saveReading(ada, randomUUID(), reading(85));
    const rows = (await records.lookAtBoard(ada, null)).view!;
    const row = (id: string) => rows.find(({ session }) => session.id === id);
    expect(row(sessionId)).toMatchObject({ startedAt: ago(125).toISOString(), leftAt: null, session: { name: "Dose 1", status: "done" } });
    expect(row(sessionId)?.readings).toHaveLength(1);
    expect(row(other.sessionId)?.startedAt ?? null).toBeNull();
    expect((await records.lookAtBoard(clinic.ben, null)).view).toEqual([]);
  });
});

describe("somebody else", () => {
  const acts: Record<string, (viewer: Viewer, ids: { session: string; reading: string; event: string }) => Promise<unknown>> = {
    "looks into the room": (viewer, { session }) => records.lookAtRoom(viewer, session, null),
    "records the dose": (viewer, { session }) => records.saveDose(viewer, session, dose({ number: 1 })),
    "takes a reading": (viewer, { session }) => records.saveReading(viewer, randomUUID(), reading(60, { sessionId: session })),
    "voids a reading": (viewer, ids) => records.voidReading(viewer, ids.reading, { reason: "Mine" }),
    "enters an event": (viewer, { session }) => records.saveEvent(viewer, randomUUID(), event({ sessionId: session })),
    "corrects an event": (viewer, ids) => records.saveEvent(viewer, ids.event, event({ sessionId: ids.session, act: "corrected", number: 1, why: "Mine" })),
    "answers the questions": (viewer, { session }) => records.saveSymptomCheck(viewer, session, { ...check, key: randomUUID() }),
    "signs the leaving": (viewer, { session }) => records.signLeaving(viewer, session, leaving()),
  };
  const ids = { session: "", reading: "", event: "" };
  beforeEach(async () => {
    Object.assign(ids, { session: sessionId, reading: randomUUID(), event: randomUUID() });
    await records.saveDose(ada, sessionId, dose());
    await records.saveReading(ada, ids.reading, reading(85));
    await records.saveEvent(ada, ids.event, event());
  });
  const everything = () =>
    Promise.all([clinic.owner.doseRecord.findMany(), clinic.owner.reading.findMany(), clinic.owner.dosingEvent.findMany(), clinic.owner.symptomCheck.findMany(), clinic.owner.leaving.findMany(), clinic.owner.courseSession.findMany()]);

  it.each((["ben", "adam", "cleo"] as const).flatMap((who) => Object.keys(acts).map((act) => [who, act] as const)))("%s %s: nothing here, nothing changed", async (who, act) => {
    const before = await everything();
    await expect(acts[act]?.(clinic[who], ids)).rejects.toBeInstanceOf(problems.NotHere);
    expect(await everything()).toEqual(before);
    expect(await clinic.owner.auditEvent.count({ where: { userId: clinic[who].userId, action: "denied" } })).toBeGreaterThan(0);
  });

  it("cannot move a reading or an event to a session of another patient, nor take their ids", async () => {
    const other = await patientWithDose(ada);
    await expect(records.saveReading(ada, ids.reading, reading(85, { sessionId: other.sessionId }))).rejects.toBeInstanceOf(problems.Stale);
    await expect(records.saveEvent(ada, ids.event, event({ sessionId: other.sessionId, act: "corrected", number: 1, why: "Moved" }))).rejects.toBeInstanceOf(problems.NotHere);
    const ben = await patientWithDose(clinic.ben);
    await expect(records.saveReading(clinic.ben, ids.reading, reading(130, { sessionId: ben.sessionId, beforeStart: true }))).rejects.toBeInstanceOf(problems.Stale);
    await expect(records.saveDose(ada, randomUUID(), dose())).rejects.toBeInstanceOf(problems.NotHere);
  });

  it("asking the database itself sees and writes nothing", async () => {
    const client = await clinic.app.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.user_id', $1, true)", [clinic.ben.userId]);
      for (const table of ["dose_record", "reading", "dosing_event", "symptom_check", "leaving"]) {
        expect((await client.query(`SELECT 1 FROM ${table} t JOIN (SELECT 1) x ON true WHERE t.session_id = $1`, [sessionId])).rowCount, table).toBe(0);
      }
      expect((await client.query("UPDATE reading SET voided_at = now(), voided_by_id = $1, void_reason = 'x' WHERE id = $2", [clinic.ben.userId, ids.reading])).rowCount).toBe(0);
      await expect(
        client.query("INSERT INTO reading (id, organisation_id, patient_id, session_id, at, by_id) VALUES ($1, $2, $3, $4, now(), $5)", [randomUUID(), ada.organisation.id, patientId, sessionId, clinic.ben.userId]),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
