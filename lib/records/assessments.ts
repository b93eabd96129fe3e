// Assessments: one row for each administration of a measure. Saved once under the id its form was given;
// corrected by adding a revision with a reason; voided by marking it, and restored (./restored-forms.ts). Nothing is overwritten or deleted.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { wallTime } from "@/lib/course/calendar";
import { dateColumn } from "@/lib/dates";
import type { PlainTx } from "@/lib/db";
import type { Measure } from "@/lib/measures/measure";
import type { AssessmentSave, CorrectionSave, VoidSave } from "@/lib/schemas/assessment";
import { Prisma, type Assessment, type Patient } from "@/prisma/generated/client";
import { lockForm, ratingsFrom } from "./drafts";
import { checkOffered, examine, measureNamed, type Answers, type Examined } from "./examine";
import { deriveFacts } from "./facts";
import { findPatient } from "./patients";
import { Changed, Stale } from "./problems";
import { onceMore } from "./repeat";
import { openPrompt, raisePrompt, type Safety } from "./safety-prompts";
import { audit, inPlainScope, inScope, refuse, theirs, theirsSql, type Tx } from "./scope";

export async function saveAssessment(viewer: Viewer, id: string, given: AssessmentSave): Promise<{ created: boolean; patientId: string; safety: Safety }> {
  const { patientId, key } = given;
  const save = () =>
    inPlainScope(viewer, async (tx) => {
      const found = await readPlace(tx, viewer, id, patientId);
      if (!found) return refuse({ patientId, subject: "assessment", subjectId: id });
      if (isThere(found.stored, patientId, key)) return { created: false, patientId, safety: await openPrompt(tx, id) };
      const measure = measureNamed(given.measure);
      if (!found.drafted) checkOffered(viewer, measure);
      const patient = { id: patientId, birthDate: dateColumn(found.birthDate) };
      return { created: true, patientId, safety: await enterForm(tx, viewer, patient, id, given, measure) };
    });
  return onceMore(save);
}

interface Place {
  birthDate: string;
  /** What stands under the form's id. */
  stored: { patientId: string; key: string | null } | null;
  /** Whether this person has a draft of it. */
  drafted: boolean;
}

/** Whose form it is to be and what is there already; nothing where the patient is not the viewer's. No draft of it begins meanwhile. */
async function readPlace(tx: PlainTx, viewer: Viewer, id: string, patientId: string): Promise<Place | undefined> {
  const [found] = await tx.$queryRaw<Place[]>`
    SELECT p.birth_date::text AS "birthDate",
      (SELECT json_build_object('patientId', a.patient_id, 'key', r.key)
         FROM assessment a LEFT JOIN assessment_revision r ON r.assessment_id = a.id AND r.number = 1 WHERE a.id = ${id}::uuid) AS stored,
      EXISTS (SELECT FROM draft d WHERE d.id = ${id}::uuid AND d.user_id = ${viewer.userId}::uuid) AS drafted, ${lockForm(id)}
    FROM patient p WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
  return found;
}

/** A new form under its id, with its first revision: within the transaction of whatever it came with. */
export async function enterForm(tx: PlainTx, viewer: Viewer, patient: Pick<Patient, "id" | "birthDate">, id: string, given: Answers & { key: string }, measure: Measure): Promise<Safety> {
  const { id: patientId } = patient;
  const { userId, organisation } = viewer;
  const fields = await examine(tx, viewer, patient, id, given);
  const { courseId, sessionId, recall, answeredAt, mode, ratings, total } = fields;
  const [columns, values] = [
    Prisma.raw("organisation_id, patient_id, measure, session_id, recall, answered_at, mode, ratings, total"),
    Prisma.sql`${organisation.id}::uuid, ${patientId}::uuid, ${measure.id}, ${sessionId}::uuid, ${recall}::"Recall", ${answeredAt.toISOString()}::timestamptz,
      ${mode}::"Mode", ${JSON.stringify(ratings)}::jsonb, ${total}::integer`,
  ];
  await tx.$executeRaw`
    WITH form AS (INSERT INTO assessment (id, course_id, created_by_id, ${columns}) VALUES (${id}::uuid, ${courseId}::uuid, ${userId}::uuid, ${values})),
      entered AS (INSERT INTO assessment_revision (assessment_id, number, act, key, by_id, ${columns}) VALUES (${id}::uuid, 1, 'entered', ${given.key}::uuid, ${userId}::uuid, ${values}))
    DELETE FROM draft WHERE id = ${id}::uuid AND user_id = ${userId}::uuid`;
  await audit(tx, viewer, "recorded", { patientId, subject: "assessment", subjectId: id });
  const safety = await raisePrompt(tx, viewer, measure, { id, patientId, ...fields });
  await deriveFacts(tx, viewer.organisation, patientId);
  return safety;
}

export async function correctAssessment(viewer: Viewer, id: string, given: CorrectionSave): Promise<{ patientId: string; safety: Safety }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id, revisable(viewer));
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId, safety: await openPrompt(tx, id) };
      if (present.voidedAt !== null) throw new Stale("This form has been voided and cannot be corrected.");
      const patient = await findPatient(tx, viewer, patientId);
      if (!patient) return refuse({ patientId, subject: "assessment", subjectId: id });
      const measure = measureNamed(present.measure);
      const fields = await examine(tx, viewer, patient, id, { ...given, measure: measure.id });
      await revise(tx, viewer, present, given, "corrected", fields);
      const safety = await raisePrompt(tx, viewer, measure, { id, patientId, ...fields });
      await deriveFacts(tx, viewer.organisation, patientId);
      return { patientId, safety };
    }),
  );
}

export async function voidAssessment(viewer: Viewer, id: string, given: VoidSave): Promise<{ patientId: string }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id, revisable(viewer));
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId };
      if (present.voidedAt !== null) throw new Stale("This form has already been voided.");
      await voidForm(tx, viewer, present, given);
      return { patientId };
    }),
  );
}

export async function voidForm(tx: Tx, viewer: Viewer, present: Assessment, given: VoidSave): Promise<void> {
  await revise(tx, viewer, present, given, "voided", asItStands(present));
  await deriveFacts(tx, viewer.organisation, present.patientId);
}

/** Voiding and restoring leave what the form says as it is. */
export function asItStands({ courseId, sessionId, recall, answeredAt, mode, ratings, total }: Assessment): Examined {
  return { courseId, sessionId, recall, answeredAt, mode, ratings: ratingsFrom(ratings), total };
}

export async function findAssessment(tx: Tx, viewer: Viewer, id: string, which: Prisma.AssessmentWhereInput = {}): Promise<Assessment | null> {
  return tx.assessment.findFirst({ where: { id, patient: theirs(viewer), ...which } });
}

/** A clinician revises any form of their patients; an assistant, or whoever opened the record in an emergency, what they entered themselves. */
function revisable(viewer: Viewer): Prisma.AssessmentWhereInput {
  return { OR: [{ createdById: viewer.userId }, { patient: theirs(viewer, "treat") }] };
}

/** The row as it stands from now on, its revision and its audit line; refused where it has changed since it was read. */
export async function revise(tx: Tx, viewer: Viewer, present: Assessment, given: VoidSave, act: "corrected" | "voided" | "restored", fields: Examined): Promise<void> {
  const { id, patientId, organisationId } = present;
  const number = given.revision + 1;
  const { count } = await tx.assessment.updateMany({
    where: { id, revision: given.revision, voidedAt: act === "restored" ? { not: null } : null },
    data: { ...fields, revision: number, voidedAt: act === "voided" ? new Date() : null },
  });
  if (count === 0) {
    // Waiting for the row, this copy of the request may have found that another copy had done it.
    if (await revisionThere(tx, id, given.key)) return;
    throw act === "restored" ? new Stale() : await newerForm(tx, viewer, id);
  }
  await tx.assessmentRevision.create({
    data: { assessmentId: id, number, organisationId, patientId, measure: present.measure, ...withoutCourse(fields), act, reason: given.reason, key: given.key, byId: viewer.userId },
  });
  await audit(tx, viewer, act, { patientId, subject: "assessment", subjectId: id });
}

/** What somebody else made of it meanwhile; of a form they voided nothing can be chosen. */
async function newerForm(tx: Tx, viewer: Viewer, id: string): Promise<Stale> {
  const { course, ...now } = await tx.assessment.findUniqueOrThrow({ where: { id }, include: { course: { select: { timeZone: true } } } });
  if (now.voidedAt !== null) return new Stale("Someone voided this form meanwhile. It cannot be corrected any more; yours has not been saved.");
  const { recall, answeredAt, sessionId, mode, ratings } = now;
  const total = measureNamed(now.measure).entry === "items" ? null : now.total;
  const at = wallTime(answeredAt, course?.timeZone ?? viewer.organisation.timeZone);
  return new Changed({ fields: { recall, sessionId, answeredAt: at, mode, ratings: ratingsFrom(ratings), total }, known: { revision: now.revision } });
}

/** The course follows from the session and the date; only the row that stands now carries it. */
function withoutCourse({ courseId, ...kept }: Examined): Omit<Examined, "courseId"> {
  void courseId;
  return kept;
}

/** The very form sent again is answered with what is stored; another form under the same id is not. */
function isThere(stored: Place["stored"], patientId: string, key: string): boolean {
  if (stored === null) return false;
  if (stored.patientId === patientId && stored.key === key) return true;
  throw new Stale("This form has already been saved. Open it from the chart to correct it.");
}

export async function revisionThere(tx: Tx, assessmentId: string, key: string): Promise<boolean> {
  return (await tx.assessmentRevision.findFirst({ where: { assessmentId, key }, select: { number: true } })) !== null;
}
