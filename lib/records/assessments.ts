// Assessments: one row for each administration of a measure. Saved once under the id its form was given;
// corrected by adding a revision with a reason; voided by marking it. Nothing is overwritten or deleted.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { recallWords } from "@/lib/measures/recall";
import { score } from "@/lib/measures/score";
import type { AssessmentSave, CorrectionSave, VoidSave } from "@/lib/schemas/assessment";
import { Prisma, type Assessment } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { currentCourse } from "./courses";
import { checkRatings, measureNamed, ratingsFrom } from "./drafts";
import { findPatient } from "./patients";
import { Ask, Stale, Unfit } from "./problems";
import { audit, inScope, refuse, theirs, type Tx } from "./scope";

type Answers = Pick<AssessmentSave, "measure" | "recall" | "sessionId" | "answeredAt" | "mode" | "ratings" | "allow">;

export async function saveAssessment(viewer: Viewer, id: string, given: AssessmentSave): Promise<{ created: boolean; patientId: string }> {
  const { patientId, key } = given;
  const save = () =>
    inScope(viewer, async (tx) => {
      const patient = await findPatient(tx, viewer, patientId);
      if (!patient) return refuse({ patientId, subject: "assessment", subjectId: id });
      if (await alreadyThere(tx, id, patientId, key)) return { created: false, patientId };
      const fields = await examine(tx, viewer, patient, id, given);
      const row = { organisationId: viewer.organisation.id, patientId };
      await tx.assessment.create({ data: { id, ...row, ...fields, measure: given.measure, createdById: viewer.userId } });
      await tx.assessmentRevision.create({ data: { assessmentId: id, number: 1, ...row, measure: given.measure, ...withoutCourse(fields), act: "entered", key, byId: viewer.userId } });
      await tx.draft.deleteMany({ where: { id, userId: viewer.userId } });
      await audit(tx, viewer, "recorded", { patientId, subject: "assessment", subjectId: id });
      return { created: true, patientId };
    });
  return onceMore(save);
}

export async function correctAssessment(viewer: Viewer, id: string, given: CorrectionSave): Promise<{ patientId: string }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id);
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId };
      if (present.voidedAt !== null) throw new Stale("This form has been voided and cannot be corrected.");
      const patient = await findPatient(tx, viewer, patientId);
      if (!patient) return refuse({ patientId, subject: "assessment", subjectId: id });
      const fields = await examine(tx, viewer, patient, id, { ...given, measure: measureIn(present) });
      await revise(tx, viewer, present, given, "corrected", fields);
      return { patientId };
    }),
  );
}

export async function voidAssessment(viewer: Viewer, id: string, given: VoidSave): Promise<{ patientId: string }> {
  return onceMore(() =>
    inScope(viewer, async (tx) => {
      const present = await findAssessment(tx, viewer, id);
      if (!present) return refuse({ subject: "assessment", subjectId: id });
      const { patientId, courseId, sessionId, recall, answeredAt, mode, ratings, total } = present;
      if (await revisionThere(tx, id, given.key)) return { patientId };
      if (present.voidedAt !== null) throw new Stale("This form has already been voided.");
      const fields = { courseId, sessionId, recall, answeredAt, mode, ratings: ratingsFrom(ratings), total };
      await revise(tx, viewer, present, given, "voided", fields);
      return { patientId };
    }),
  );
}

export async function findAssessment(tx: Tx, viewer: Viewer, id: string): Promise<Assessment | null> {
  return tx.assessment.findFirst({ where: { id, patient: theirs(viewer) } });
}

/** Checks what was given against the patient, the clock and the other forms, and scores it if it is complete. */
async function examine(tx: Tx, viewer: Viewer, patient: { id: string; birthDate: Date }, id: string, given: Answers) {
  const { sessionId, recall, mode, allow } = given;
  const measure = measureNamed(given.measure);
  if (!measure.recalls.includes(recall) || !measure.administration(recall).offered) throw new Unfit({ recall: "This form is not offered here" });
  const responses = checkRatings(given.measure, given.ratings);

  const session = sessionId === null ? null : await tx.courseSession.findFirst({ where: { id: sessionId, patientId: patient.id } });
  if (sessionId !== null && !session) throw new Unfit({ sessionId: "Choose one of this patient's sessions" });
  const course = await currentCourse(tx, patient.id);
  const zone = course?.timeZone ?? viewer.organisation.timeZone;
  const answeredAt = instantFrom(given.answeredAt, zone, "answeredAt");
  if (answeredAt.getTime() > Date.now() + aMinute) throw new Unfit({ answeredAt: "Enter a date and time that is not in the future" });
  if (answeredAt < patient.birthDate) throw new Unfit({ answeredAt: "Enter a date after the patient was born" });

  if (responses.state === "incomplete" && !allow.includes("incomplete")) {
    throw new Ask("incomplete", "Not every item is answered. Saved as it is, the form is kept but not scored.", { missing: responses.missing });
  }
  if (!allow.includes("same-day")) await askAboutSameDay(tx, patient.id, id, { measure: given.measure, recall, answeredAt, zone });

  return {
    courseId: session?.courseId ?? course?.id ?? null,
    sessionId,
    recall,
    answeredAt,
    mode,
    ratings: given.ratings,
    total: responses.state === "complete" ? score(measure, responses).total : null,
  };
}

// Clocks of two machines may differ by a little; a form answered just now is not from the future.
const aMinute = 60_000;

async function askAboutSameDay(tx: Tx, patientId: string, id: string, form: { measure: string; recall: Assessment["recall"]; answeredAt: Date; zone: string }) {
  const day = calendarDay(form.answeredAt, form.zone);
  const near = await tx.assessment.findMany({
    where: {
      patientId,
      id: { not: id },
      measure: form.measure,
      recall: form.recall,
      voidedAt: null,
      answeredAt: { gte: new Date(`${addDays(day, -1)}T00:00:00Z`), lt: new Date(`${addDays(day, 3)}T00:00:00Z`) },
    },
    select: { answeredAt: true, total: true },
    orderBy: { answeredAt: "asc" },
  });
  const existing = near.filter((other) => calendarDay(other.answeredAt, form.zone) === day).map((other) => ({ at: other.answeredAt.toISOString(), total: other.total }));
  if (existing.length === 0) return;
  throw new Ask("same-day", `There is already a ${recallWords[form.recall]} form for this day. Keep both?`, { existing });
}

type Revised = Awaited<ReturnType<typeof examine>>;

async function revise(tx: Tx, viewer: Viewer, present: Assessment, given: VoidSave, act: "corrected" | "voided", fields: Revised): Promise<void> {
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
function withoutCourse({ courseId, ...kept }: Revised): Omit<Revised, "courseId"> {
  void courseId;
  return kept;
}

function measureIn(assessment: Assessment): AssessmentSave["measure"] {
  return assessment.measure as AssessmentSave["measure"];
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

/** Two copies of one request race for the same key: the one that loses finds, trying again, that all is done. */
async function onceMore<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return save();
    throw error;
  }
}
