// The sessions of a course: dose, therapy and assessment days, planned and done. The plan stays beside what happened.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import type { SessionsAdd, SessionSave } from "@/lib/schemas/course";
import { instantFrom } from "./clinic-time";
import { plannedSession } from "./course-start";
import { deriveFacts } from "./facts";
import { Stale, Unfit } from "./problems";
import { settle } from "./repeat";
import { audit, inScope, refuse, theirs } from "./scope";

export async function addSessions(viewer: Viewer, courseId: string, given: SessionsAdd): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    const course = await tx.course.findFirst({ where: { id: courseId, patient: theirs(viewer, "treat") } });
    if (!course) return refuse({ subject: "course", subjectId: courseId });
    if (course.endedAt && given.sessions.some(({ kind }) => kind === "dose")) throw new Unfit({ form: "This course has ended: no dose can be added to it." });
    const { patientId, organisationId, timeZone } = course;
    const rows = given.sessions.map((session) => ({ ...plannedSession(session, timeZone), courseId, patientId, organisationId, createdById: viewer.userId }));
    const { count } = await tx.courseSession.createMany({ data: rows, skipDuplicates: true });
    // Rows already there came with an earlier try of this very request; under another record, they are nothing here.
    const ids = new Set(rows.map(({ id }) => id));
    const there = count === ids.size ? count : await tx.courseSession.count({ where: { id: { in: [...ids] }, courseId } });
    if (there < ids.size) return refuse({ patientId, subject: "course_session", subjectId: courseId });
    if (count > 0) {
      await audit(tx, viewer, "created", { patientId, subject: "course_session", subjectId: courseId });
      await deriveFacts(tx, viewer.organisation, patientId);
    }
    return { patientId };
  });
}

export async function saveSession(viewer: Viewer, id: string, given: SessionSave): Promise<{ patientId: string }> {
  return inScope(viewer, async (tx) => {
    const session = await tx.courseSession.findFirst({ where: { id, patient: theirs(viewer, "treat") }, include: { course: true } });
    if (!session) return refuse({ subject: "course_session", subjectId: id });
    const { patientId, courseId, course } = session;
    const zone = course.timeZone;
    const at = instantFrom(given.at, zone, "at");
    if (given.status === "done" && calendarDay(at, zone) > calendarDay(new Date(), zone)) {
      throw new Unfit({ status: "A session in the future cannot be done yet. Move its date or leave it planned." });
    }
    if (given.kind === "dose" && course.endedAt && at > course.endedAt && given.status !== "missed" && given.status !== "cancelled") {
      throw new Unfit({ status: "The course had ended by then: a dose cannot be part of it." });
    }
    const { version, kind, status, reason, rest = [] } = given;
    const why = status === "missed" || status === "cancelled" ? reason || null : null;
    const fields = { kind, at, status, reason: why, ...(status === "planned" ? { plannedAt: at } : {}) };
    const { count } = await tx.courseSession.updateMany({ where: { id, version }, data: { ...fields, version: { increment: 1 } } });
    if (count === 0) {
      // What moved with it was saved in the same transaction.
      settle(await tx.courseSession.findUnique({ where: { id } }), version, fields, (now) => ({ kind: now.kind, at: wallTime(now.at, zone), status: now.status, reason: now.reason ?? "" }));
      return { patientId };
    }
    for (const later of rest) {
      const moved = instantFrom(later.at, zone, "at");
      const found = await tx.courseSession.updateMany({
        where: { id: later.id, version: later.version, courseId, status: "planned" },
        data: { at: moved, plannedAt: moved, version: { increment: 1 } },
      });
      if (found.count === 0) throw new Stale("One of the later sessions was changed meanwhile. Open the page again; nothing was moved.");
    }
    await audit(tx, viewer, "changed", { patientId, subject: "course_session", subjectId: id });
    await deriveFacts(tx, viewer.organisation, patientId);
    return { patientId };
  });
}
