// The end of a course: completed, or discontinued with the reason. What was still planned is cancelled with it. A course
// ended by mistake goes on, unless another has begun.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import { lastDayProblem } from "@/lib/course/last-day";
import { fromDateColumn } from "@/lib/dates";
import type { CourseEnd } from "@/lib/schemas/course";
import { instantFrom } from "./clinic-time";
import { deriveFacts, lockFacts } from "./facts";
import { endOf } from "./courses";
import { Unfit } from "./problems";
import { settle } from "./repeat";
import { audit, inScope, refuse, theirs } from "./scope";

export async function endCourse(viewer: Viewer, id: string, { end, version }: CourseEnd): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    const course = await tx.course.findFirst({ where: { id, patient: theirs(viewer, "treat") } });
    if (!course) return refuse({ subject: "course", subjectId: id });
    const { patientId, timeZone } = course;
    await lockFacts(tx, [patientId]);
    const now = new Date();
    const today = calendarDay(now, timeZone);
    const wrong = end && lastDayProblem(end.on, { startDate: fromDateColumn(course.startDate), today });
    if (wrong) throw new Unfit({ on: wrong });
    if (!end && (await tx.course.findFirst({ where: { patientId, endedAt: null, id: { not: id } } }))) throw new Unfit({ form: "Another course has begun since. This one cannot go on." });

    const said = { endReason: end?.how ?? null, endNote: end?.note || null };
    const endedAt = end && (end.on === today ? now : instantFrom(`${end.on}T23:59`, timeZone, "on"));
    const { count } = await tx.course.updateMany({ where: { id, version }, data: { ...said, endedAt, version: { increment: 1 } } });
    if (count > 0) {
      if (end) {
        const reason = end.how === "discontinued" ? `Course discontinued: ${end.note}` : "The course was completed";
        for (const session of await tx.courseSession.findMany({ where: { courseId: id, status: "planned" }, select: { id: true } })) {
          await tx.courseSession.updateMany({ where: { id: session.id, status: "planned" }, data: { status: "cancelled", reason, version: { increment: 1 } } });
        }
      }
      await audit(tx, viewer, end ? "ended" : "reopened", { patientId, subject: "course", subjectId: id });
      await deriveFacts(tx, viewer.organisation, patientId);
    } else settle(await tx.course.findUnique({ where: { id } }), version, said, (now) => ({ end: endOf(now) }));
    return { patientId };
  });
}
