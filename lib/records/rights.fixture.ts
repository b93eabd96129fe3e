// A patient of Ada's with one of everything that is recorded, and every act on it by its right: what the whole care team may do,
// and what takes a clinician who treats the patient; each through the records, and again in SQL as the application role.
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { courseRecords, form, formOf, named, recording, type Clinic } from "./clinic.fixture";

export type Act = (viewer: Viewer) => Promise<unknown>;

export const clinicalTables = [
  "patient", "course", "course_session", "assessment", "assessment_revision", "draft", "baseline_choice", "safety_prompt", "therapy_record", "symptom_check", "dose_record", "reading", "dosing_event", "leaving",
] as const;

export async function treatedPatient(clinic: Clinic) {
  const { ada, owner } = clinic;
  const [patients, courses, assessments, drafts, chart, forms, baselines, plans, prompts] = await Promise.all([
    import("./patients"), courseRecords(), import("./assessments"), import("./drafts"), import("./chart"), import("./forms"), import("./baselines"), import("./course-plan"), import("./safety-prompts"),
  ]);
  const [room, readings, events, checks, leavings, therapy, visits, history, restored] = await Promise.all([
    import("./dosing-room"), import("./readings"), import("./dosing-events"), import("./symptom-checks"), import("./leavings"), import("./therapy-records"), import("./visits"), import("./history"), import("./restored-forms"),
  ]);
  const { NotHere } = await import("./problems");
  const found = <T>(value: T | null): T => {
    if (value === null) throw new NotHere();
    return value;
  };
  const [patientId, courseId, dose, visit, formId, readingId, eventId, voidedId] = Array.from({ length: 8 }, () => randomUUID()) as [string, string, string, string, string, string, string, string];
  const recordNumber = patientId.slice(0, 8);
  const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4, version: 0 };
  const reading = () => ({ sessionId: dose, at: new Date(Date.now() - 3_600_000), systolic: 120, diastolic: 80, pulse: 70, spo2: 98, sedation: null, dissociation: null, cadss: null, done: "", beforeStart: true });
  const event = (act: "entered" | "corrected" | "voided", number: number) => ({
    sessionId: dose, key: randomUUID(), number, act, why: act === "entered" ? "" : "Another patient's", term: "Nausea", severity: "mild" as const, serious: false, relation: "possible" as const,
    onsetAt: new Date(Date.now() - 3_600_000), endedAt: null, action: "", outcome: "resolved" as const,
  });
  const therapyOf = (number: number) => ({
    key: randomUUID(), number, checkNumber: 0, at: "2026-01-06T10:05", attendance: "attended" as const, protocolSession: 1, homework: null, sudsBefore: 40, sudsPeak: 85, sudsEnd: 0, note: "What was said",
    psychotic: false, manic: false, symptomNote: "", allow: [],
  });
  const { patientId: _, ...answers } = form(patientId, 1);
  void _;
  const choice = () => ({ id: randomUUID(), measure: "pcl-5", recall: "week" as const, assessmentId: formId, reason: "Moved house" });

  await patients.savePatient(ada, patientId, named(recordNumber));
  await courses.startCourse(ada, courseId, course);
  await courses.addSessions(ada, courseId, { sessions: [{ id: dose, kind: "dose", at: "2026-01-05T09:00" }, { id: visit, kind: "therapy", at: "2026-01-06T10:00" }] });
  await assessments.saveAssessment(ada, formId, form(patientId, 2));
  await assessments.saveAssessment(ada, voidedId, { ...form(patientId, 2), answeredAt: "2026-01-07T10:00" });
  await assessments.voidAssessment(ada, voidedId, { key: randomUUID(), revision: 1, reason: "Another patient's" });
  await readings.saveReading(ada, readingId, reading());
  await events.saveEvent(ada, eventId, event("entered", 0));
  await therapy.saveTherapy(ada, visit, therapyOf(0));
  const positive = formOf(patientId, phq9, { ratings: [null, null, null, null, null, null, null, null, 2, null] });
  const { key, allow, ...half } = positive;
  void [key, allow];
  const { safety } = await drafts.saveDraft(recording(ada, ["phq-9"]), randomUUID(), { ...half, step: 1 });
  const draftOf = { ...form(patientId, 1), step: 1 };

  /** The care team's: seeing the patient, and recording what is answered and observed. */
  const care: Record<string, Act> = {
    "opens the chart": (viewer) => chart.openChart(viewer, patientId).then(found),
    "opens a form": (viewer) => forms.openForm(viewer, patientId, "pcl-5").then(found),
    "reads what a form once said": (viewer) => history.readHistory(viewer, patientId, formId).then(found),
    "opens the dosing room": (viewer) => room.openRoom(viewer, patientId, dose).then(found),
    "drafts a form": (viewer) => drafts.saveDraft(viewer, randomUUID(), draftOf),
    "records a form": (viewer) => assessments.saveAssessment(viewer, randomUUID(), { ...form(patientId, 1), allow: ["same-day"] }),
    "records a reading": (viewer) => readings.saveReading(viewer, randomUUID(), reading()),
    "records an event": (viewer) => events.saveEvent(viewer, randomUUID(), event("entered", 0)),
    "answers the symptom check": async (viewer) => checks.saveSymptomCheck(viewer, dose, { key: randomUUID(), number: await owner.symptomCheck.count({ where: { sessionId: dose } }), psychotic: false, manic: false, note: "" }),
  };
  /** A clinician's, of the patient's team. */
  const treat: Record<string, Act> = {
    "reads the patient to edit": (viewer) => patients.readPatient(viewer, patientId).then(found),
    "edits the patient": (viewer) => patients.savePatient(viewer, patientId, { ...named(recordNumber), version: 1 }),
    "reads the course to change it": (viewer) => courses.readCourse(viewer, patientId).then(found),
    "makes a course": (viewer) => courses.startCourse(viewer, randomUUID(), course),
    "edits the course": (viewer) => courses.saveCourse(viewer, courseId, { ...course, version: 1 }),
    "plans the measures": (viewer) => plans.saveCoursePlan(viewer, courseId, { plan: null, version: 1 }),
    "ends the course": (viewer) => courses.endCourse(viewer, courseId, { end: { on: "2026-01-20", how: "completed" as const, note: "" }, version: 1 }),
    "adds sessions": (viewer) => courses.addSessions(viewer, courseId, { sessions: [{ id: randomUUID(), kind: "dose", at: "2026-01-07T09:00" }] }),
    "moves a session": (viewer) => courses.saveSession(viewer, dose, { kind: "dose", at: "2026-01-07T09:00", status: "planned", version: 1 }),
    "chooses a baseline": (viewer) => baselines.chooseBaseline(viewer, courseId, choice()),
    "reads what was said in therapy": (viewer) => visits.openVisit(viewer, patientId, visit).then(found),
    "records therapy": (viewer) => therapy.saveTherapy(viewer, visit, therapyOf(1)),
    "corrects somebody else's form": (viewer) => assessments.correctAssessment(viewer, formId, { ...answers, revision: 1, reason: "No" }),
    "voids somebody else's form": (viewer) => assessments.voidAssessment(viewer, formId, { key: randomUUID(), revision: 1, reason: "No" }),
    "restores a form": (viewer) => restored.restoreAssessment(viewer, voidedId, { key: randomUUID(), revision: 2, reason: "No" }),
    "voids somebody else's reading": (viewer) => readings.voidReading(viewer, readingId, { reason: "No" }),
    "voids an event": (viewer) => events.saveEvent(viewer, eventId, event("voided", 1)),
    "signs the leaving": (viewer) => leavings.signLeaving(viewer, dose, { key: randomUUID(), number: 0, leftAt: new Date(), escort: "", advice: true, overrides: {} }),
  };
  const acknowledge: Act = (viewer) => prompts.acknowledgePrompt(viewer, safety?.promptId ?? "", { done: "Spoke with the patient" });

  const organisationId = ada.organisation.id;
  // The tables take no plain text about a patient; what the statements say is never read.
  const text = `'sealed.00000000.${"A".repeat(40)}'`;
  const row = [organisationId, patientId, courseId, dose, visit, formId, readingId, eventId];
  /** What `treat` says, without a query in front: $1 to $8 are the ids of `row`, $9 the person. */
  const statements: Record<string, string> = {
    "edits the patient": "UPDATE patient SET family_name = 'x' WHERE id = $2",
    "adds a patient to the team": "INSERT INTO patient (id, organisation_id, team_id, record_number, family_name, given_name, birth_date, created_by_id) SELECT gen_random_uuid(), $1, p.team_id, 'x', 'x', 'x', '1990-01-01', $9 FROM patient p WHERE p.id = $2",
    "edits the course": "UPDATE course SET planned_weeks = 5 WHERE id = $3",
    "makes a course": "INSERT INTO course (id, organisation_id, patient_id, therapy, medicine, route, start_date, planned_weeks, time_zone, ended_at, end_reason, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'pe', 'none', 'none', '2026-01-05', 4, 'UTC', now(), 'completed', $9)",
    "adds a session": "INSERT INTO course_session (id, organisation_id, patient_id, course_id, kind, at, created_by_id) VALUES (gen_random_uuid(), $1, $2, $3, 'dose', now(), $9)",
    "cancels a session": "UPDATE course_session SET status = 'cancelled' WHERE id = $4",
    "moves a visit": "UPDATE course_session SET at = now() WHERE id = $5",
    "chooses a baseline": `INSERT INTO baseline_choice (id, organisation_id, patient_id, course_id, measure, recall, reason, by_id) VALUES (gen_random_uuid(), $1, $2, $3, 'pcl-5', 'week', ${text}, $9)`,
    "reads what was said in therapy": "SELECT 1 FROM therapy_record WHERE session_id = $5",
    "corrects somebody else's form": "UPDATE assessment SET mode = 'device' WHERE id = $6",
    "adds a correction to somebody else's form": `INSERT INTO assessment_revision (assessment_id, number, organisation_id, patient_id, measure, act, reason, recall, answered_at, mode, ratings, total, key, by_id) SELECT $6, 2, $1, $2, measure, 'corrected', ${text}, recall, answered_at, mode, ratings, total, gen_random_uuid(), $9 FROM assessment WHERE id = $6`,
    "restores a form": "UPDATE assessment SET voided_at = NULL, revision = revision + 1 WHERE patient_id = $2 AND voided_at IS NOT NULL",
    "says that a form was restored": `INSERT INTO assessment_revision (assessment_id, number, organisation_id, patient_id, measure, act, reason, recall, answered_at, mode, ratings, total, key, by_id) SELECT id, 3, $1, $2, measure, 'restored', ${text}, recall, answered_at, mode, ratings, total, gen_random_uuid(), $9 FROM assessment WHERE patient_id = $2 AND voided_at IS NOT NULL`,
    "voids somebody else's reading": `UPDATE reading SET voided_at = now(), voided_by_id = $9, void_reason = ${text} WHERE id = $7`,
    "voids an event": `INSERT INTO dosing_event (id, number, organisation_id, patient_id, course_id, act, why, term, severity, serious, relation, onset_at, outcome, key, by_id) VALUES ($8, 2, $1, $2, $3, 'voided', ${text}, ${text}, 'mild', false, 'possible', now(), 'resolved', gen_random_uuid(), $9)`,
    "signs the leaving": "INSERT INTO leaving (session_id, number, organisation_id, patient_id, left_at, advice, points, key, by_id) VALUES ($4, 9, $1, $2, now(), true, '[]', gen_random_uuid(), $9)",
  };

  /** Rows touched or seen by a statement of somebody's, which is then undone. */
  async function asApp(userId: string, sql: string): Promise<number> {
    const client = await clinic.app.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
      const used = [...sql.matchAll(/\$(\d)/g)].map(([, index]) => Number(index));
      const order = [...new Set(used)];
      const values = order.map((index) => (index === 9 ? userId : row[index - 1]));
      return (await client.query(sql.replace(/\$(\d)/g, (_, index) => `$${order.indexOf(Number(index)) + 1}::uuid`), values)).rowCount ?? 0;
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  }

  async function withoutRowLevelSecurity<T>(work: () => Promise<T>): Promise<T> {
    const turn = (way: "DISABLE" | "ENABLE") => Promise.all(clinicalTables.map((table) => owner.$executeRawUnsafe(`ALTER TABLE ${table} ${way} ROW LEVEL SECURITY`)));
    await turn("DISABLE");
    try {
      return await work();
    } finally {
      await turn("ENABLE");
    }
  }

  const state = async () => JSON.stringify(await Promise.all(clinicalTables.map((table) => owner.$queryRawUnsafe(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table} t WHERE organisation_id = '${organisationId}'`))));

  return { patientId, recordNumber, formId, care, treat, acknowledge, statements, asApp, withoutRowLevelSecurity, state };
}
