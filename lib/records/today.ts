// Today, for the viewer's patients: facts choose whose rows the lists show (today-choice.ts), and what a row says is the textbook's
// (day-list.ts), from the records of those shown alone.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { dayOf, type DayOfCourse, type DaySession } from "@/lib/course/day-list";
import { symptomWords } from "@/lib/course/dosing/symptoms";
import { planFor } from "@/lib/course/measure-plan";
import { sessionNames } from "@/lib/course/session-names";
import type { PlainTx } from "@/lib/db";
import type { TodayAsk } from "@/lib/schemas/today";
import { opened } from "@/prisma/sealed-columns";
import { countOutdated, deriveSomeOutdated } from "./outdated";
import { asked, courseColumn, courseFrom, currentCourseJoin, formsOfCourse, type CourseRecord, type Stored } from "./rows";
import { fullName } from "./patients";
import { audit, inPlainScope, theirsSql } from "./scope";
import { chooseToday, type Chosen } from "./today-choice";

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

/** What the lists of the day show of the viewer's patients: the first rows of each, or of one those after a place. */
export interface Today {
  /** Whoever stands in a list, in no order. */
  patients: PatientToday[];
  /** In their order, list by list. */
  places: Chosen[];
  /** Patients whose place was worked out by settings that have changed since. */
  outdated: number;
}

const firstRows = 10;
const moreRows = 25;

export async function readToday(viewer: Viewer, ask: TodayAsk | null = null): Promise<Today> {
  const { settings } = viewer.organisation;
  const now = new Date();
  const { rows, ...rest } = await inPlainScope(viewer, async (tx) => {
    await audit(tx, viewer, "listed", { subject: "today" });
    let outdated = await countOutdated(tx, viewer);
    if (outdated > 0) {
      await deriveSomeOutdated(tx, viewer);
      outdated = await countOutdated(tx, viewer);
    }
    const places = await chooseToday(tx, viewer, now, ask, ask === null ? firstRows : moreRows);
    return { places, outdated, rows: await readRows(tx, viewer, places) };
  });
  return { ...rest, patients: rows.map((row) => patientToday(row, settings, now)) };
}

/** The records of those who stand in the lists. */
function readRows(tx: PlainTx, viewer: Viewer, places: readonly Chosen[]): Promise<Row[]> {
  const ids = (found: readonly Chosen[]) => [...new Set(found.map(({ patientId }) => patientId))];
  const visiting = ids(places.filter(({ list }) => list !== "measures" && list !== "missed"));
  return tx.$queryRaw<Row[]>`
    SELECT p.id, p.family_name AS "familyName", p.given_name AS "givenName", p.record_number AS "recordNumber", ${courseColumn},
      (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'plannedAt', extract(epoch FROM s.planned_at) * 1000,
          'status', s.status, 'reason', ${opened("CourseSession", "reason", "s")},
          'startedAt', CASE WHEN s.kind = 'dose' THEN (SELECT extract(epoch FROM d.started_at) * 1000 FROM dose_record d WHERE d.session_id = s.id ORDER BY d.number DESC LIMIT 1) END,
          'leftAt', CASE WHEN s.kind = 'dose' THEN (SELECT extract(epoch FROM l.left_at) * 1000 FROM leaving l WHERE l.session_id = s.id ORDER BY l.number DESC LIMIT 1) END))
         FROM course_session s WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions,
      (SELECT json_agg(json_build_object('measure', a.measure, 'at', extract(epoch FROM a.answered_at) * 1000))
         FROM assessment a WHERE ${formsOfCourse} AND a.total IS NOT NULL) AS scored,
      CASE WHEN p.id = ANY (${visiting}::uuid[]) THEN ${asked} END AS asked
    FROM patient p
    ${currentCourseJoin}
    WHERE c.id IS NOT NULL AND ${theirsSql(viewer)} AND p.id = ANY (${ids(places)}::uuid[])`;
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
