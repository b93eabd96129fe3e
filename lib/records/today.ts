// Today, for all of the viewer's patients: read in one statement, and what it means is the textbook's (day-list.ts).
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay, wallTime } from "@/lib/course/calendar";
import { lastOpen } from "@/lib/course/closed-days";
import { dayOf, type DayOfCourse, type DaySession } from "@/lib/course/day-list";
import { dayStart } from "@/lib/course/day-start";
import { symptomWords } from "@/lib/course/dosing/symptoms";
import { planFor } from "@/lib/course/measure-plan";
import { sessionNames } from "@/lib/course/session-names";
import { Prisma } from "@/prisma/generated/client";
import { opened } from "@/prisma/sealed-columns";
import { basisOf } from "./facts";
import { askedColumn, courseColumn, courseFrom, currentCourseJoin, formsOfCourse, type CourseRecord, type Stored } from "./rows";
import { fullName } from "./patients";
import { audit, inPlainScope, theirFactsSql, theirsSql } from "./scope";

interface Row {
  id: string;
  familyName: string;
  givenName: string;
  recordNumber: string;
  course: Stored<CourseRecord>;
  sessions: Stored<DaySession>[] | null;
  scored: { measure: string; at: number }[] | null;
  asked: { id: string; at: number; psychotic: boolean; manic: boolean } | null;
}

type Timed<T> = Omit<T, "at" | "startedAt" | "leftAt"> & { time: string; started: string | null; left: string | null };

export interface PatientToday extends Omit<DayOfCourse, "sessions"> {
  id: string;
  name: string;
  recordNumber: string;
  /** What was noted when symptoms were last asked about; null where nothing was. */
  symptoms: string | null;
  sessions: (Timed<DayOfCourse["sessions"][number]> & { at: number })[];
}

/** Patients of whom there is anything to say, in the order of their names. */
export async function readToday(viewer: Viewer): Promise<PatientToday[]> {
  const { settings } = viewer.organisation;
  const now = new Date();
  const rows = await inPlainScope(viewer, async (tx) => {
    await audit(tx, viewer, "listed", { subject: "today" });
    return tx.$queryRaw<Row[]>`
      SELECT p.id, p.family_name AS "familyName", p.given_name AS "givenName", p.record_number AS "recordNumber", ${courseColumn},
        (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'plannedAt', extract(epoch FROM s.planned_at) * 1000,
            'status', s.status, 'reason', ${opened("CourseSession", "reason", "s")}, 'startedAt', extract(epoch FROM d.started_at) * 1000, 'leftAt', extract(epoch FROM l.left_at) * 1000))
           FROM course_session s
           LEFT JOIN LATERAL (SELECT started_at FROM dose_record WHERE session_id = s.id ORDER BY number DESC LIMIT 1) d ON s.kind = 'dose'
           LEFT JOIN LATERAL (SELECT left_at FROM leaving WHERE session_id = s.id ORDER BY number DESC LIMIT 1) l ON s.kind = 'dose'
           WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions,
        (SELECT json_agg(json_build_object('measure', a.measure, 'at', extract(epoch FROM a.answered_at) * 1000))
           FROM assessment a WHERE ${formsOfCourse} AND a.total IS NOT NULL) AS scored,
        ${askedColumn}
      FROM patient p
      ${currentCourseJoin}
      WHERE c.id IS NOT NULL AND ${theirsSql(viewer)} AND p.id = ANY (ARRAY(${perhapsToday(viewer, now)}))
      ORDER BY p.family_name, p.given_name, p.record_number`;
  });
  return rows.map((row) => patientToday(row, settings, now)).filter(({ sessions, due, missed }) => sessions.length + due.length + missed.length > 0);
}

const HALF_DAY = 12 * 3_600_000;

/**
 * Patients of whom there may be something to say, by the facts kept beside their records: with something due or closed since the
 * last open day, with a session about then, or in the room; half a day more on both sides, for courses in other zones.
 */
function perhapsToday(viewer: Viewer, now: Date): Prisma.Sql {
  const { timeZone: zone, settings } = viewer.organisation;
  const today = calendarDay(now, zone);
  const [begin, end] = [dayStart(addDays(lastOpen(today, settings.closed), -1), zone), dayStart(addDays(today, 1), zone)];
  const [since, until] = [new Date(+begin - HALF_DAY).toISOString(), new Date(+end + HALF_DAY).toISOString()];
  return Prisma.sql`
    SELECT f.patient_id FROM due_item f WHERE ${theirFactsSql(viewer)} AND f.closes_at > ${since}::timestamptz AND f.due_at < ${until}::timestamptz
    UNION SELECT f.patient_id FROM patient_fact f JOIN course_session s ON s.patient_id = f.patient_id AND s.at >= ${since}::timestamptz AND s.at < ${until}::timestamptz
      WHERE ${theirFactsSql(viewer)}
    UNION SELECT f.patient_id FROM patient_fact f WHERE ${theirFactsSql(viewer)} AND (f.in_room_since >= ${since}::timestamptz OR f.basis <> ${basisOf(viewer.organisation)})`;
}

function patientToday(row: Row, settings: Viewer["organisation"]["settings"], now: Date): PatientToday {
  const course = courseFrom(row.course)!;
  const zone = course.timeZone;
  const sessions = (row.sessions ?? []).map((session): DaySession => {
    const [at, plannedAt, startedAt, leftAt] = [new Date(session.at), instant(session.plannedAt), instant(session.startedAt), instant(session.leftAt)];
    return { ...session, at, plannedAt, startedAt, leftAt };
  });
  const scored = (row.scored ?? []).map(({ measure, at }) => ({ measure, at: new Date(at) }));
  const day = dayOf({ course, sessions, scored, plan: planFor(course.measurePlan, settings), today: calendarDay(now, zone), now, closed: settings.closed });
  const clock = (at: Date | null) => at && wallTime(at, zone).slice(11);
  return {
    ...day,
    id: row.id,
    name: fullName(row),
    recordNumber: row.recordNumber,
    symptoms: row.asked && symptomWords(row.asked, sessionNames(course, sessions).get(row.asked.id) ?? "an earlier session", calendarDay(new Date(row.asked.at), zone)),
    sessions: day.sessions.map(({ at, startedAt, leftAt, ...session }) => ({ ...session, at: +at, time: clock(at) ?? "", started: clock(startedAt), left: clock(leftAt) })),
  };
}

function instant(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
