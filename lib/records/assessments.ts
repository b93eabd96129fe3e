// Assessments: one row for each administration of a measure. Saved once under the id its form was given;
// corrected by adding a revision with a reason; voided by marking it. Nothing is overwritten or deleted.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Measure } from "@/lib/measures/measure";
import type { AssessmentSave, CorrectionSave, VoidSave } from "@/lib/schemas/assessment";
import type { Assessment, Patient } from "@/prisma/generated/client";
import { ratingsFrom } from "./drafts";
import { checkOffered, examine, measureNamed, type Answers, type Examined } from "./examine";
import { findPatient } from "./patients";
import { Stale } from "./problems";
import { onceMore } from "./repeat";
import { openPrompt, raisePrompt, type Safety } from "./safety-prompts";
import { audit, inScope, refuse, theirs, type Tx } from "./scope";

export async function saveAssessment(viewer: Viewer, id: string, given: AssessmentSave): Promise<{ created: boolean; patientId: string; safety: Safety }> {
  const { patientId, key } = given;
  const save = () =>
    inScope(viewer, async (tx) => {
      const patient = await findPatient(tx, viewer, patientId);
      if (!patient) return refuse({ patientId, subject: "assessment", subjectId: id });
      if (await alreadyThere(tx, id, patientId, key)) return { created: false, patientId, safety: await openPrompt(tx, id) };
      const measure = measureNamed(given.measure);
      if (!(await tx.draft.findFirst({ where: { id, userId: viewer.userId }, select: { id: true } }))) checkOffered(viewer, measure);
      return { created: true, patientId, safety: await enterForm(tx, viewer, patient, id, given, measure) };
    });
  return onceMore(save);
}

/** A new form under its id, with its first revision: within the transaction of whatever it came with. */
export async function enterForm(tx: Tx, viewer: Viewer, patient: Pick<Patient, "id" | "birthDate">, id: string, given: Answers & { key: string }, measure: Measure): Promise<Safety> {
  const patientId = patient.id;
  const fields = await examine(tx, viewer, patient, id, given);
  const row = { organisationId: viewer.organisation.id, patientId };
  await tx.assessment.create({ data: { id, ...row, ...fields, measure: given.measure, createdById: viewer.userId } });
  await tx.assessmentRevision.create({ data: { assessmentId: id, number: 1, ...row, measure: given.measure, ...withoutCourse(fields), act: "entered", key: given.key, byId: viewer.userId } });
  await tx.draft.deleteMany({ where: { id, userId: viewer.userId } });
  await audit(tx, viewer, "recorded", { patientId, subject: "assessment", subjectId: id });
  return raisePrompt(tx, viewer, measure, { id, patientId, ...fields });
}

export async function correctAssessment(viewer: Viewer, id: string, given: CorrectionSave): Promise<{ patientId: string; safety: Safety }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id);
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId, safety: await openPrompt(tx, id) };
      if (present.voidedAt !== null) throw new Stale("This form has been voided and cannot be corrected.");
      const patient = await findPatient(tx, viewer, patientId);
      if (!patient) return refuse({ patientId, subject: "assessment", subjectId: id });
      const measure = measureNamed(present.measure);
      const fields = await examine(tx, viewer, patient, id, { ...given, measure: measure.id });
      await revise(tx, viewer, present, given, "corrected", fields);
      return { patientId, safety: await raisePrompt(tx, viewer, measure, { id, patientId, ...fields }) };
    }),
  );
}

export async function voidAssessment(viewer: Viewer, id: string, given: VoidSave): Promise<{ patientId: string }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id);
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId };
      if (present.voidedAt !== null) throw new Stale("This form has already been voided.");
      await voidForm(tx, viewer, present, given);
      return { patientId };
    }),
  );
}

export function voidForm(tx: Tx, viewer: Viewer, present: Assessment, given: VoidSave): Promise<void> {
  const { courseId, sessionId, recall, answeredAt, mode, ratings, total } = present;
  return revise(tx, viewer, present, given, "voided", { courseId, sessionId, recall, answeredAt, mode, ratings: ratingsFrom(ratings), total });
}

export async function findAssessment(tx: Tx, viewer: Viewer, id: string): Promise<Assessment | null> {
  return tx.assessment.findFirst({ where: { id, patient: theirs(viewer) } });
}

async function revise(tx: Tx, viewer: Viewer, present: Assessment, given: VoidSave, act: "corrected" | "voided", fields: Examined): Promise<void> {
  const { id, patientId, organisationId } = present;
  const number = given.revision + 1;
  const { count } = await tx.assessment.updateMany({
    where: { id, revision: given.revision, voidedAt: null },
    data: { ...fields, revision: number, voidedAt: act === "voided" ? new Date() : null },
  });
  if (count === 0) {
    // Waiting for the row, this copy of the request may have found that another copy had done it.
    if (await revisionThere(tx, id, given.key)) return;
    throw new Stale();
  }
  await tx.assessmentRevision.create({
    data: { assessmentId: id, number, organisationId, patientId, measure: present.measure, ...withoutCourse(fields), act, reason: given.reason, key: given.key, byId: viewer.userId },
  });
  await audit(tx, viewer, act, { patientId, subject: "assessment", subjectId: id });
}

/** The course follows from the session and the date; only the row that stands now carries it. */
function withoutCourse({ courseId, ...kept }: Examined): Omit<Examined, "courseId"> {
  void courseId;
  return kept;
}

/** The very form sent again is answered with what is stored; another form under the same id is not. */
async function alreadyThere(tx: Tx, id: string, patientId: string, key: string): Promise<boolean> {
  const present = await tx.assessment.findUnique({ where: { id }, select: { patientId: true, revisions: { where: { number: 1 }, select: { key: true } } } });
  if (!present) return false;
  if (present.patientId === patientId && present.revisions[0]?.key === key) return true;
  throw new Stale("This form has already been saved. Open it from the chart to correct it.");
}

async function revisionThere(tx: Tx, assessmentId: string, key: string): Promise<boolean> {
  return (await tx.assessmentRevision.findFirst({ where: { assessmentId, key }, select: { number: true } })) !== null;
}
