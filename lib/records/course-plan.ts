// Which measures one patient's course asks for when: the clinic's default plan until it is edited here.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { OCCASIONS } from "@/lib/course/measure-plan";
import type { CoursePlanSave } from "@/lib/schemas/course-plan";
import { Prisma } from "@/prisma/generated/client";
import { deriveFacts } from "./facts";
import { settle } from "./repeat";
import { audit, inScope, refuse, theirs } from "./scope";

/** `off`: measures of the plan that the clinic has switched off. They are kept in the plan, and worth a word. */
export async function saveCoursePlan(viewer: Viewer, courseId: string, { plan, version }: CoursePlanSave): Promise<{ patientId: string; off: string[] }> {
  const recorded = viewer.organisation.settings.measures;
  const off = [...new Set(OCCASIONS.flatMap((occasion) => plan?.[occasion] ?? []))].filter((measure) => !recorded.includes(measure));
  return inScope(viewer, async (tx) => {
    const course = await tx.course.findFirst({ where: { id: courseId, patient: theirs(viewer, "treat") }, select: { patientId: true } });
    if (!course) return refuse({ subject: "course", subjectId: courseId });
    const { count } = await tx.course.updateMany({ where: { id: courseId, version }, data: { measurePlan: plan ?? Prisma.DbNull, version: { increment: 1 } } });
    if (count > 0) {
      await audit(tx, viewer, "planned", { patientId: course.patientId, subject: "course", subjectId: courseId });
      await deriveFacts(tx, viewer.organisation, course.patientId);
    } else settle(await tx.course.findUnique({ where: { id: courseId } }), version, { measurePlan: plan }, ({ measurePlan }) => ({ plan: measurePlan }));
    return { patientId: course.patientId, off };
  });
}
