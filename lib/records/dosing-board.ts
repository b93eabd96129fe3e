// The board: today's dosing sessions of the viewer's patients, with what the page needs to say who is in the room, whose
// reading is due and who has left. Times travel, words and order are worked out where they are shown.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { dayStart } from "@/lib/course/day-start";
import { sessionNames } from "@/lib/course/session-names";
import type { BoardRow, Looked, SessionView } from "@/lib/schemas/dosing-view";
import { markOf, type CourseOfSession, type NamedSessions } from "./dosing-room";
import { boardColumns, dosingFrom } from "./dosing-sql";
import { sessionsFrom } from "./rows";
import { audit, inScope, theirsSql, type Tx } from "./scope";

const most = 60;
/** A dose begun before midnight is still in the room after it. */
const nightMs = 12 * 3_600_000;

export async function lookAtBoard(viewer: Viewer, known: string | null): Promise<Looked<BoardRow[]>> {
  return inScope(viewer, async (tx) => {
    const now = new Date();
    const rows = await gather(tx, viewer, now);
    const mark = markOf(rows);
    if (mark === known) return { now: now.toISOString(), mark, view: null };
    await audit(tx, viewer, "opened", { subject: "dosing_board" });
    return { now: now.toISOString(), mark, view: rows };
  });
}

async function gather(tx: Tx, viewer: Viewer, now: Date): Promise<BoardRow[]> {
  const zone = viewer.organisation.timeZone;
  const today = calendarDay(now, zone);
  const [from, to] = [dayStart(today, zone), dayStart(addDays(today, 1), zone)];
  const night = new Date(Math.min(+from, +now - nightMs));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${boardColumns} FROM ${dosingFrom}
    WHERE s.kind = 'dose' AND ${theirsSql(viewer)} AND s.at < ${to.toISOString()}::timestamptz AND (s.at >= ${from.toISOString()}::timestamptz
      OR (s.at >= ${night.toISOString()}::timestamptz AND s.status = 'done' AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.session_id = s.id)
        AND EXISTS (SELECT 1 FROM dose_record d WHERE d.session_id = s.id AND d.started_at IS NOT NULL)))
    ORDER BY s.at, s.id LIMIT ${most}`;
  return rows.map(({ patient, session, course, named, dose, leftAt, readings, events }) => ({
    patient, leftAt, events,
    session: { ...session, name: sessionNames(course, sessionsFrom(named)).get(session.id) ?? "Dose" },
    course: { medicine: course.medicine, route: course.route },
    startedAt: dose?.startedAt ?? null,
    stoppedAt: dose?.stoppedAt ?? null,
    readings: readings ?? [],
  }));
}

interface Row {
  patient: BoardRow["patient"];
  session: Omit<SessionView, "name">;
  course: CourseOfSession;
  named: NamedSessions;
  dose: Pick<BoardRow, "startedAt" | "stoppedAt"> | null;
  leftAt: string | null;
  readings: BoardRow["readings"] | null;
  events: number;
}
