// What a questionnaire needs before its first key: whose it is, which sessions it may belong to, what was answered
// before, and the draft this person left half filled. Opening it is noted.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { fromDateColumn } from "@/lib/dates";
import { ratingsFrom } from "./drafts";
import { currentCourse } from "./courses";
import { findPatient, fullName } from "./patients";
import { openPrompt } from "./safety-prompts";
import { audit, inScopeOrNull, refuse } from "./scope";

export async function openForm(viewer: Viewer, patientId: string, measure: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId);
    if (!patient) return refuse({ patientId, subject: "form" });
    const course = await currentCourse(tx, patientId);
    const sessions = course ? await tx.courseSession.findMany({ where: { courseId: course.id, status: { in: ["planned", "done"] } }, orderBy: { at: "asc" } }) : [];
    const scored = await tx.assessment.findMany({
      where: { patientId, measure, courseId: course?.id ?? null, voidedAt: null, total: { not: null } },
      select: { answeredAt: true },
    });
    const draft = await tx.draft.findFirst({ where: { patientId, userId: viewer.userId, measure } });
    await audit(tx, viewer, "opened", { patientId, subject: "form" });
    return {
      patient: { id: patientId, name: fullName(patient), recordNumber: patient.recordNumber, birthDate: fromDateColumn(patient.birthDate) },
      zone: course?.timeZone ?? viewer.organisation.timeZone,
      therapy: course && { therapy: course.therapy, therapyName: course.therapyName },
      sessions,
      scored: scored.map(({ answeredAt }) => answeredAt),
      /** The draft's prompt that nobody has acknowledged. */
      safety: draft && (await openPrompt(tx, draft.id)),
      draft: draft && {
        id: draft.id,
        recall: draft.recall,
        sessionId: draft.sessionId,
        answeredAt: draft.answeredAt,
        mode: draft.mode,
        ratings: ratingsFrom(draft.ratings),
        total: draft.total,
        step: draft.step,
      },
    };
  });
}
