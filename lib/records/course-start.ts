// Starting a course: what it is, the sessions it was planned with and the measures it asks for, in one go. A patient is
// in one course at a time; the forms that led to this one come with it.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/course/calendar";
import { BASELINE_FROM_DAY } from "@/lib/course/windows";
import { fromDateColumn } from "@/lib/dates";
import type { CourseStart } from "@/lib/schemas/course";
import type { Course } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { courseColumns } from "./courses";
import { deriveFacts, lockFacts } from "./facts";
import { findPatient } from "./patients";
import { Unfit } from "./problems";
import { audit, inScope, refuse, type Tx } from "./scope";

export async function startCourse(viewer: Viewer, id: string, given: CourseStart): Promise<{ created: boolean; patientId: string }> {
  const { patientId, startDate, template, sessions = [], plan = null } = given;
  const { timeZone, settings, id: organisationId } = viewer.organisation;
  return inScope(viewer, async (tx) => {
    // Locked, so that two courses begun at the same moment are one after the other.
    await lockFacts(tx, [patientId]);
    const patient = await findPatient(tx, viewer, patientId, "treat");
    if (!patient) return refuse({ patientId, subject: "course", subjectId: id });
    const present = await tx.course.findUnique({ where: { id } });
    if (present && present.patientId !== patientId) return refuse({ patientId, subject: "course", subjectId: id });
    if (present) {
      if (await isAsStored(tx, present, given)) return { created: false, patientId };
      throw new Unfit({ form: "This course was started already, from another page and with other details. Open it to see them; what you typed is still here." });
    }
    if (startDate < fromDateColumn(patient.birthDate)) throw new Unfit({ startDate: "The course cannot start before the patient was born" });
    if (await tx.course.findFirst({ where: { patientId, endedAt: null } })) throw new Unfit({ form: "This patient is in a course already. End it before another begins." });

    const made = { patientId, organisationId, createdById: viewer.userId };
    const measurePlan = settings.plans.find((each) => each.id === plan)?.plan;
    await tx.course.create({ data: { id, ...courseColumns(given), ...made, template: template || null, timeZone, ...(measurePlan && { measurePlan }) } });
    if (sessions.length > 0) await tx.courseSession.createMany({ data: sessions.map((session) => ({ ...plannedSession(session, timeZone), courseId: id, ...made })) });
    await bringForms(tx, { patientId, courseId: id, from: instantFrom(`${addDays(startDate, BASELINE_FROM_DAY)}T00:00`, timeZone, "startDate") });
    await audit(tx, viewer, "created", { patientId, subject: "course", subjectId: id });
    await deriveFacts(tx, viewer.organisation, patientId);
    return { created: true, patientId };
  });
}

/** Sent once more, or another course: a form that was begun goes on at another device under the same id. */
async function isAsStored(tx: Tx, present: Course, given: CourseStart): Promise<boolean> {
  const plain = (value: unknown) => (value instanceof Date ? +value : value);
  const same = Object.entries(courseColumns(given)).every(([name, value]) => plain(value) === plain(present[name as keyof Course]));
  const ids = (given.sessions ?? []).map((session) => session.id);
  return same && (await tx.courseSession.count({ where: { courseId: present.id, id: { in: ids } } })) === ids.length;
}

/** A session as it is planned: what comes of it is marked later. */
export function plannedSession(session: { id: string; kind: "dose" | "therapy" | "assessment"; at: string }, zone: string) {
  const at = instantFrom(session.at, zone, "at");
  return { id: session.id, kind: session.kind, at, plannedAt: at };
}

/**
 * Forms from before there was any course, and those after the last one's end from which a baseline of the new one
 * may be taken, belong to the course they led to.
 */
async function bringForms(tx: Tx, { patientId, courseId, from }: { patientId: string; courseId: string; from: Date }): Promise<void> {
  await tx.assessment.updateMany({ where: { patientId, courseId: null }, data: { courseId } });
  const last = await tx.course.findFirst({ where: { patientId, id: { not: courseId } }, orderBy: { endedAt: "desc" } });
  if (!last?.endedAt) return;
  const after = last.endedAt > from ? last.endedAt : from;
  const chosen = await tx.baselineChoice.findMany({ where: { courseId: last.id, assessmentId: { not: null } }, select: { assessmentId: true } });
  await tx.assessment.updateMany({ where: { courseId: last.id, answeredAt: { gt: after }, id: { notIn: chosen.map(({ assessmentId }) => assessmentId!) } }, data: { courseId } });
}
