// Forms from a file: new where the patient has none of the measure and recall window at that time. An answer that calls for a
// person raises its safety prompt as anywhere else: it is not for a file to decide that nobody looks at it.
import "server-only";
import { randomUUID } from "node:crypto";
import type { AssessmentIn } from "@/lib/exchange/assessment";
import { findMeasure } from "@/lib/measures/measures";
import { safetyFinding } from "@/lib/measures/safety";
import { placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { coursesOf, json, made, patientsOf, unknownPatient, type Importing, type Read, type RowFate } from "./plan";
import { courseFor } from "./sessions";

interface Fresh {
  id: string;
  patientId: string;
  courseId: string | null;
  sessionId: string | null;
  row: AssessmentIn;
}

export async function bringAssessments(importing: Importing, rows: readonly Read<AssessmentIn>[]): Promise<RowFate[]> {
  const { taken } = importing;
  const patients = await patientsOf(importing, rows.map(({ row }) => row.recordNumber));
  const ids = [...patients.values()].map(({ id }) => id);
  const courses = await coursesOf(importing, ids);
  const { forms, sessions } = await around(importing, ids);
  const fresh: Fresh[] = [];
  const fates = rows.map(({ line, row }): RowFate => {
    const refused = (reason: string): RowFate => ({ line, fate: "refused", reason });
    const patient = patients.get(row.recordNumber);
    if (patient === undefined) return refused(unknownPatient(row.recordNumber));
    if (row.answeredAt < new Date(patient.birthDate)) return refused("answered_at: before the patient was born");
    const own = courses.get(patient.id) ?? [];
    const course = courseFor(own, row.courseStart, row.answeredAt);
    if (course === undefined && row.courseStart !== null) return refused(`course_start: this patient has no course that started on ${row.courseStart}`);
    const session = row.sessionAt === null ? null : sessions.get(`${patient.id} ${row.sessionAt.toISOString()}`);
    if (session === undefined) return refused("session_at: this patient has no session at this time");
    const place = `${patient.id} ${row.measure} ${row.recall} ${row.answeredAt.toISOString()}`;
    if (forms.has(place)) return { line, fate: "duplicate", reason: "A form of this measure and recall window, answered at this time, is here already" };
    if (taken.has(place)) return { line, fate: "duplicate", reason: "This form stands further up in the file" };
    taken.add(place);
    fresh.push({ id: randomUUID(), patientId: patient.id, courseId: session?.courseId ?? course?.id ?? null, sessionId: session?.id ?? null, row });
    return row.incomplete ? { line, fate: "incomplete", reason: incompleteWords(row) } : { line, fate: "new", reason: null };
  });
  await insert(importing, fresh);
  await raisePrompts(importing, fresh);
  return fates;
}

const incompleteWords = ({ total }: AssessmentIn) => (total === null ? "Not every item is answered: kept as it is, without a total" : `Not every item is answered: ${total} by the measure's published rule`);

/** What stands at which time already: forms that were not voided, and sessions by their time. */
async function around({ tx }: Importing, patientIds: readonly string[]) {
  const forms = await tx.$queryRaw<{ patientId: string; measure: string; recall: string; at: Date }[]>`
    SELECT patient_id AS "patientId", measure, recall::text AS recall, answered_at AS at FROM assessment WHERE patient_id = ANY (${patientIds}::uuid[]) AND voided_at IS NULL`;
  const sessions = await tx.$queryRaw<{ id: string; courseId: string; patientId: string; at: Date }[]>`
    SELECT id, course_id AS "courseId", patient_id AS "patientId", at FROM course_session WHERE patient_id = ANY (${patientIds}::uuid[]) AND status <> 'cancelled'`;
  return {
    forms: new Set(forms.map(({ patientId, measure, recall, at }) => `${patientId} ${measure} ${recall} ${new Date(at).toISOString()}`)),
    sessions: new Map(sessions.map(({ patientId, at, ...session }) => [`${patientId} ${new Date(at).toISOString()}`, session])),
  };
}

async function insert(importing: Importing, fresh: readonly Fresh[]): Promise<void> {
  const { tx, viewer } = importing;
  const rows = fresh.map(({ row: { measure, recall, answeredAt, mode, ratings, total }, ...of }) => ({ ...of, measure, recall, answeredAt, mode, ratings, total, key: randomUUID() }));
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM json_to_recordset(${json(rows)}::json) AS r (id uuid, "patientId" uuid, "courseId" uuid, "sessionId" uuid, measure text, recall "Recall", "answeredAt" timestamptz, mode "Mode", ratings jsonb, total int, key uuid)),
      entered AS (INSERT INTO assessment (id, organisation_id, patient_id, course_id, session_id, measure, recall, answered_at, mode, ratings, total, created_by_id)
        SELECT id, ${viewer.organisation.id}::uuid, "patientId", "courseId", "sessionId", measure, recall, "answeredAt", mode, ratings, total, ${viewer.userId}::uuid FROM given)
    INSERT INTO assessment_revision (assessment_id, number, act, organisation_id, patient_id, session_id, measure, recall, answered_at, mode, ratings, total, key, by_id)
    SELECT id, 1, 'entered', ${viewer.organisation.id}::uuid, "patientId", "sessionId", measure, recall, "answeredAt", mode, ratings, total, key, ${viewer.userId}::uuid FROM given`;
  await made(importing, "assessments", fresh);
}

async function raisePrompts(importing: Importing, fresh: readonly Fresh[]): Promise<void> {
  const { tx, viewer } = importing;
  const prompts = fresh.flatMap(({ id: formId, patientId, row }) => {
    const finding = safetyFinding(findMeasure(row.measure)!, row);
    if (finding === null) return [];
    const id = randomUUID();
    const done = row.safetyDone && sealText(row.safetyDone, placeOf("SafetyPrompt", "done", { id }));
    return [{ id, formId, patientId, measure: row.measure, value: finding.value, done }];
  });
  importing.prompts += prompts.filter(({ done }) => done === null).length;
  if (prompts.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO safety_prompt (id, organisation_id, patient_id, form_id, measure, value, raised_by_id, done, acknowledged_at, acknowledged_by_id)
    SELECT r.id, ${viewer.organisation.id}::uuid, r."patientId", r."formId", r.measure, r.value, ${viewer.userId}::uuid, r.done,
      CASE WHEN r.done IS NOT NULL THEN now() END, CASE WHEN r.done IS NOT NULL THEN ${viewer.userId}::uuid END
    FROM json_to_recordset(${json(prompts)}::json) AS r (id uuid, "patientId" uuid, "formId" uuid, measure text, value int, done text)`;
}
