// The course of treatment and its sessions: dose, therapy and assessment days, planned and done.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import type { CourseSave, SessionsAdd, SessionSave } from "@/lib/schemas/course";
import type { CourseSession } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { findPatient, fullName } from "./patients";
import { Stale, Unfit } from "./problems";
import { isRepeat } from "./repeat";
import { audit, inScope, inScopeOrNull, refuse, theirs, type Tx } from "./scope";

export async function currentCourse(tx: Tx, patientId: string) {
  return tx.course.findFirst({ where: { patientId }, orderBy: [{ startDate: "desc" }, { createdAt: "desc" }] });
}

export function sessionRow(session: CourseSession, zone: string) {
  return { id: session.id, kind: session.kind, status: session.status, at: wallTime(session.at, zone), version: session.version };
}

/** What the course page shows: the patient's name, the course if there is one, its sessions in order of time. */
export async function readCourse(viewer: Viewer, patientId: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId);
    if (!patient) return refuse({ patientId, subject: "course" });
    const course = await currentCourse(tx, patientId);
    const sessions = course ? await tx.courseSession.findMany({ where: { courseId: course.id }, orderBy: { at: "asc" } }) : [];
    const scored = course ? await scoresOf(tx, course.id) : [];
    await audit(tx, viewer, "opened", { patientId, subject: "course", subjectId: course?.id });
    return {
      name: fullName(patient),
      recordNumber: patient.recordNumber,
      course: course && {
        id: course.id,
        timeZone: course.timeZone,
        measurePlan: course.measurePlan as MeasurePlan | null,
        /** What the textbook asks of a course: its windows follow from these. */
        followed: { course: { ...course, startDate: fromDateColumn(course.startDate) }, sessions, scored },
        fields: {
          version: course.version,
          therapy: course.therapy,
          therapyName: course.therapyName ?? "",
          medicine: course.medicine,
          route: course.route,
          startDate: fromDateColumn(course.startDate),
          plannedWeeks: course.plannedWeeks,
        },
      },
      sessions: course ? sessions.map((session) => sessionRow(session, course.timeZone)) : [],
    };
  });
}

async function scoresOf(tx: Tx, courseId: string) {
  const rows = await tx.assessment.findMany({ where: { courseId, voidedAt: null, total: { not: null } }, select: { measure: true, answeredAt: true, total: true }, orderBy: { answeredAt: "asc" } });
  return rows.map(({ measure, answeredAt, total }) => ({ measure, at: answeredAt, total: total! }));
}

export async function saveCourse(viewer: Viewer, id: string, given: CourseSave): Promise<{ created: boolean; patientId: string }> {
  const { version, patientId, startDate, therapyName, ...rest } = given;
  const fields = { ...rest, therapyName: given.therapy === "other" ? (therapyName ?? null) : null, startDate: dateColumn(startDate) };
  return inScope(viewer, async (tx) => {
    const patient = await findPatient(tx, viewer, patientId);
    if (!patient) return refuse({ patientId, subject: "course", subjectId: id });
    if (startDate < fromDateColumn(patient.birthDate)) throw new Unfit({ startDate: "The course cannot start before the patient was born" });
    const present = await tx.course.findUnique({ where: { id } });
    if (version === 0) {
      if (present) return { created: false, patientId };
      await tx.course.create({
        data: { id, ...fields, patientId, organisationId: viewer.organisation.id, timeZone: viewer.organisation.timeZone, createdById: viewer.userId },
      });
      // Scores taken before there was a course, the intake above all, belong to the course they led to.
      await tx.assessment.updateMany({ where: { patientId, courseId: null }, data: { courseId: id } });
      await audit(tx, viewer, "created", { patientId, subject: "course", subjectId: id });
      return { created: true, patientId };
    }
    if (!present || present.patientId !== patientId) return refuse({ patientId, subject: "course", subjectId: id });
    const { count } = await tx.course.updateMany({ where: { id, version }, data: { ...fields, version: { increment: 1 } } });
    if (count > 0) await audit(tx, viewer, "changed", { patientId, subject: "course", subjectId: id });
    else if (!isRepeat(await tx.course.findUnique({ where: { id } }), version, fields)) throw new Stale();
    return { created: false, patientId };
  });
}

export async function addSessions(viewer: Viewer, courseId: string, given: SessionsAdd): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    const course = await tx.course.findFirst({ where: { id: courseId, patient: theirs(viewer) } });
    if (!course) return refuse({ subject: "course", subjectId: courseId });
    const rows = given.sessions.map((session) => ({
      id: session.id,
      kind: session.kind,
      ...planned(instantFrom(session.at, course.timeZone, "at")),
      courseId,
      patientId: course.patientId,
      organisationId: course.organisationId,
      createdById: viewer.userId,
    }));
    const { count } = await tx.courseSession.createMany({ data: rows, skipDuplicates: true });
    // Rows already there came with an earlier try of this very request; under another record, they are nothing here.
    const ids = new Set(rows.map(({ id }) => id));
    const there = count === ids.size ? count : await tx.courseSession.count({ where: { id: { in: [...ids] }, courseId } });
    if (there < ids.size) return refuse({ patientId: course.patientId, subject: "course_session", subjectId: courseId });
    if (count > 0) await audit(tx, viewer, "created", { patientId: course.patientId, subject: "course_session", subjectId: courseId });
    return { patientId: course.patientId };
  });
}

/** A session is added as a plan; what comes of it is marked later. */
function planned(at: Date) {
  return { at, plannedAt: at };
}

export async function saveSession(viewer: Viewer, id: string, given: SessionSave): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    const session = await tx.courseSession.findFirst({ where: { id, patient: theirs(viewer) }, include: { course: true } });
    if (!session) return refuse({ subject: "course_session", subjectId: id });
    const zone = session.course.timeZone;
    const at = instantFrom(given.at, zone, "at");
    if (given.status === "done" && calendarDay(at, zone) > calendarDay(new Date(), zone)) {
      throw new Unfit({ status: "A session in the future cannot be done yet. Move its date or leave it planned." });
    }
    const { version, kind, status } = given;
    // While it is planned the plan moves with it; once it is done the plan stays beside what happened.
    const fields = { kind, at, status, ...(status === "planned" ? { plannedAt: at } : {}) };
    const { count } = await tx.courseSession.updateMany({ where: { id, version }, data: { ...fields, version: { increment: 1 } } });
    if (count > 0) await audit(tx, viewer, "changed", { patientId: session.patientId, subject: "course_session", subjectId: id });
    else if (!isRepeat(await tx.courseSession.findUnique({ where: { id } }), version, fields)) throw new Stale();
    return { patientId: session.patientId };
  });
}

