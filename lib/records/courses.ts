// The course of treatment: the one a patient is in, those that ended before it, and changing what it is.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { courseInFull } from "@/lib/course/course";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import type { CourseSave } from "@/lib/schemas/course";
import type { Course, CourseSession } from "@/prisma/generated/client";
import { deriveFacts } from "./facts";
import { findPatient, fullName } from "./patients";
import { Ask, Unfit } from "./problems";
import { settle } from "./repeat";
import { audit, inScope, inScopeOrNull, refuse, type Tx } from "./scope";

/** The active course, or where there is none the one that started last: forms after its end still belong to it. */
export async function currentCourse(tx: Tx, patientId: string) {
  return tx.course.findFirst({ where: { patientId }, orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { startDate: "desc" }, { createdAt: "desc" }] });
}

export function sessionRow(session: CourseSession, zone: string) {
  const { id, kind, status, reason, version } = session;
  return { id, kind, status, reason: reason ?? "", at: wallTime(session.at, zone), plannedAt: session.plannedAt && wallTime(session.plannedAt, zone), version };
}

/** What the course page shows: the patient's name, the course if there is one, its sessions in order of time, and the courses before it. */
export async function readCourse(viewer: Viewer, patientId: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId, "treat");
    if (!patient) return refuse({ patientId, subject: "course" });
    const course = await currentCourse(tx, patientId);
    const sessions = course ? await tx.courseSession.findMany({ where: { courseId: course.id }, orderBy: { at: "asc" } }) : [];
    const scored = course ? await scoresOf(tx, course.id) : [];
    const others = course ? await tx.course.findMany({ where: { patientId, id: { not: course.id } }, orderBy: { startDate: "desc" } }) : [];
    await audit(tx, viewer, "opened", { patientId, subject: "course", subjectId: course?.id });
    return {
      name: fullName(patient),
      recordNumber: patient.recordNumber,
      course: course && {
        id: course.id,
        timeZone: course.timeZone,
        template: course.template,
        ended: endOf(course),
        measurePlan: course.measurePlan as MeasurePlan | null,
        /** What the textbook asks of a course: its windows follow from these. */
        followed: { course: { ...course, startDate: fromDateColumn(course.startDate) }, sessions, scored },
        fields: { version: course.version, ...courseFields(course) },
      },
      sessions: course ? sessions.map((session) => sessionRow(session, course.timeZone)) : [],
      earlier: others.map((other) => ({ id: other.id, treatment: courseInFull(other), startDate: fromDateColumn(other.startDate), ended: endOf(other) })),
    };
  });
}

function courseFields({ therapy, therapyName, medicine, route, startDate, plannedWeeks, indexEvent }: Course) {
  return { therapy, therapyName: therapyName ?? "", medicine, route, startDate: fromDateColumn(startDate), plannedWeeks, indexEvent: indexEvent ?? "" };
}

export function endOf({ endedAt, endReason, endNote, timeZone }: Course) {
  return endedAt && endReason ? { on: calendarDay(endedAt, timeZone), how: endReason, note: endNote ?? "" } : null;
}

async function scoresOf(tx: Tx, courseId: string) {
  const rows = await tx.assessment.findMany({ where: { courseId, voidedAt: null, total: { not: null } }, select: { measure: true, answeredAt: true, total: true }, orderBy: { answeredAt: "asc" } });
  return rows.map(({ measure, answeredAt, total }) => ({ measure, at: answeredAt, total: total! }));
}

/** The columns a course's fields become. */
export function courseColumns({ therapy, therapyName, medicine, route, startDate, plannedWeeks, indexEvent }: Omit<CourseSave, "patientId" | "version" | "allow">) {
  return {
    therapy,
    therapyName: therapy === "other" ? (therapyName ?? null) : null,
    medicine,
    route,
    startDate: dateColumn(startDate),
    plannedWeeks,
    indexEvent: indexEvent || null,
  };
}

export async function saveCourse(viewer: Viewer, id: string, given: CourseSave): Promise<{ patientId: string }> {
  const { patientId, version, allow = [] } = given;
  const fields = courseColumns(given);
  return inScope(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId, "treat");
    const present = patient && (await tx.course.findFirst({ where: { id, patientId } }));
    if (!present) return refuse({ patientId, subject: "course", subjectId: id });
    if (given.startDate < fromDateColumn(patient.birthDate)) throw new Unfit({ startDate: "The course cannot start before the patient was born" });
    if (present.indexEvent !== null && present.indexEvent !== fields.indexEvent && !allow.includes("index-event")) {
      throw new Ask("index-event", "The PCL-5 of this course was answered with this event in mind. Scores before and after a change may not compare.", { indexEvent: present.indexEvent });
    }
    const { count } = await tx.course.updateMany({ where: { id, version }, data: { ...fields, version: { increment: 1 } } });
    if (count > 0) {
      await audit(tx, viewer, "changed", { patientId, subject: "course", subjectId: id });
      await deriveFacts(tx, viewer.organisation, patientId);
    } else settle(await tx.course.findUnique({ where: { id } }), version, fields, courseFields);
    return { patientId };
  });
}
