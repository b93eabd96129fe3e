// One assessment with everything it ever said: each revision, who wrote it, when and why.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { findAssessment } from "./assessments";
import { ratingsFrom } from "./drafts";
import { openPrompt } from "./safety-prompts";
import { audit, inScopeOrNull, refuse } from "./scope";

export async function readHistory(viewer: Viewer, patientId: string, id: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const assessment = await findAssessment(tx, viewer, id);
    if (!assessment || assessment.patientId !== patientId) return refuse({ patientId, subject: "assessment", subjectId: id });
    const revisions = await tx.assessmentRevision.findMany({ where: { assessmentId: id }, orderBy: { number: "asc" }, include: { by: { select: { name: true } } } });
    await audit(tx, viewer, "opened", { patientId, subject: "assessment", subjectId: id });
    return {
      id,
      measure: assessment.measure,
      recall: assessment.recall,
      answeredAt: assessment.answeredAt,
      mode: assessment.mode,
      /** Entered by the viewer. */
      own: assessment.createdById === viewer.userId,
      sessionId: assessment.sessionId,
      ratings: ratingsFrom(assessment.ratings),
      total: assessment.total,
      safety: await openPrompt(tx, id),
      revision: assessment.revision,
      voided: assessment.voidedAt !== null,
      revisions: revisions.map(({ number, act, reason, at, by, recall, answeredAt, sessionId, mode, ratings, total }) => ({
        number, act, reason, at, by: by.name, recall, answeredAt, sessionId, mode, ratings: ratingsFrom(ratings), total,
      })),
    };
  });
}
