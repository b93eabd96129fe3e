// The baseline a clinician chooses for one measure and recall window of a course, and why. Choices are only added: the
// newest holds, and one without a form goes back to the definition (lib/course/baseline.ts). A chosen form that is
// voided later, or no longer scored, is passed over by that definition; the choice stays to be read.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { recallWords } from "@/lib/measures/recall";
import type { BaselineChoose } from "@/lib/schemas/baseline";
import { measureNamed } from "./examine";
import { deriveFacts } from "./facts";
import { Stale, Unfit } from "./problems";
import { audit, inScope, refuse, theirs } from "./scope";

export async function chooseBaseline(viewer: Viewer, courseId: string, given: BaselineChoose): Promise<{ created: boolean; patientId: string }> {
  const { id, measure: measureId, recall, assessmentId, reason } = given;
  const measure = measureNamed(measureId);
  return inScope(viewer, async (tx) => {
    const course = await tx.course.findFirst({ where: { id: courseId, patient: theirs(viewer, "treat") }, select: { organisationId: true, patientId: true } });
    if (!course) return refuse({ subject: "course", subjectId: courseId });
    const { patientId } = course;
    if (assessmentId !== null) {
      const form = { id: assessmentId, patientId, courseId, measure: measure.id, recall, voidedAt: null, total: { not: null } };
      if ((await tx.assessment.count({ where: form })) === 0) throw new Unfit({ assessmentId: `Choose a scored ${measure.short} (${recallWords[recall]}) of this course` });
    }
    const choice = { id, courseId, measure: measure.id, recall, assessmentId, byId: viewer.userId };
    const { count } = await tx.baselineChoice.createMany({ data: [{ ...choice, ...course, reason }], skipDuplicates: true });
    if (count > 0) {
      await audit(tx, viewer, "chosen", { patientId, subject: "baseline_choice", subjectId: id });
      await deriveFacts(tx, viewer.organisation, patientId);
      return { created: true, patientId };
    }
    // The very choice sent again has been made; anything else under its id has not.
    if ((await tx.baselineChoice.findFirst({ where: choice, select: { reason: true } }))?.reason !== reason) throw new Stale();
    return { created: false, patientId };
  });
}
