// What the lists of the day show, in which order, and how many rows each has: chosen from the facts kept beside the records (facts.ts),
// in one statement over what is due and over the sessions of these days, by the definitions of day-list.ts. A list goes on after one
// of its rows, whatever has been added or is gone since.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { lastOpen } from "@/lib/course/closed-days";
import { IN_ROOM_HOURS } from "@/lib/course/day-list";
import { dayStart } from "@/lib/course/day-start";
import type { PlainTx } from "@/lib/db";
import type { TodayAsk, TodayListName, TodayPlace } from "@/lib/schemas/today";
import { Prisma } from "@/prisma/generated/client";
import { theirFactsSql } from "./scope";

export interface Chosen extends TodayPlace {
  list: TodayListName;
  /** Rows of the whole list. */
  total: number;
  /** Rows of the list up to this one. */
  upTo: number;
}

/** The first of each list, or of one the next after a place. */
export async function chooseToday(tx: PlainTx, viewer: Viewer, now: Date, ask: TodayAsk | null, atMost: number): Promise<Chosen[]> {
  const { timeZone, settings } = viewer.organisation;
  const today = calendarDay(now, timeZone);
  const days = [-1, 0, 1].map((ahead) => addDays(today, ahead)); // of courses in other zones
  const since = days.map((day) => lastOpen(day, settings.closed));
  const [first, last] = [since[0]!, days[2]!];
  const at = Prisma.sql`${now.toISOString()}::timestamptz`;
  const before = (day: string) => Prisma.sql`${dayStart(addDays(day, -1), timeZone).toISOString()}::timestamptz`;
  return tx.$queryRaw<Chosen[]>`
    WITH days AS (SELECT * FROM unnest(${days}::date[], ${since}::date[]) AS d (today, since)),
    sessions AS MATERIALIZED (
      SELECT f.patient_id, f.session_id, f.kind, f.status, f.day, f.at, f.therapy, f.today, f.since, (f.open_since AT TIME ZONE f.zone)::date AS open_day,
        coalesce(f.open_since > ${at} - make_interval(hours => ${IN_ROOM_HOURS}), false) AS in_room
      FROM (
        SELECT f.*, d.today, d.since FROM session_fact f JOIN days d ON d.today = (${at} AT TIME ZONE f.zone)::date
          WHERE ${theirFactsSql(viewer)} AND f.day BETWEEN ${addDays(first, -1)}::date AND ${last}::date
        UNION SELECT f.*, d.today, d.since FROM session_fact f JOIN days d ON d.today = (${at} AT TIME ZONE f.zone)::date
          WHERE ${theirFactsSql(viewer)} AND f.open_since > ${before(first)}) f),
    due AS MATERIALIZED (
      SELECT f.patient_id, f.due, d.today, d.since, f.closes, f.due_at, f.late_at, f.closes_at FROM due_item f JOIN days d ON d.today = (${at} AT TIME ZONE f.zone)::date
      WHERE ${theirFactsSql(viewer)} AND f.closes_at > ${before(first)} AND f.opens_at <= ${at} AND f.closes IS NOT NULL),
    items AS (
      SELECT CASE WHEN in_room THEN 'room' WHEN kind = 'dose' THEN 'doses' ELSE 'visits' END AS list, 0 AS rank, NULL::date AS day, at, patient_id, session_id, 1 AS rows
        FROM sessions WHERE in_room OR day = today
      UNION ALL SELECT 'measures', 0, NULL, NULL, patient_id, NULL, count(*)::int FROM due
        WHERE due_at <= ${at} AND late_at > ${at} AND closes_at > ${at}
          AND patient_id NOT IN (SELECT patient_id FROM sessions WHERE in_room OR (day = today AND status NOT IN ('cancelled', 'missed'))) GROUP BY patient_id
      UNION ALL SELECT 'missed', 0, day + 1, at, patient_id, therapy, 1 FROM sessions WHERE therapy IS NOT NULL AND day + 1 >= since AND day + 1 < today
      UNION ALL SELECT 'missed', 1, open_day, at, patient_id, session_id, 1 FROM sessions WHERE NOT in_room AND open_day >= since AND open_day < today
      UNION ALL SELECT 'missed', 2, day, at, patient_id, session_id, 1 FROM sessions s WHERE status IN ('missed', 'planned') AND day >= since AND day < today
        AND NOT EXISTS (SELECT FROM sessions dose WHERE dose.therapy = s.session_id AND dose.day + 1 >= dose.since AND dose.day + 1 < dose.today)
      UNION ALL SELECT 'missed', 3, due, NULL, patient_id, NULL, count(*)::int FROM due
        WHERE (closes >= since AND closes < today) OR (late_at <= ${at} AND closes_at > ${at}) GROUP BY patient_id, due),
    ordered AS (
      SELECT i.*, coalesce(i.day, '-infinity') AS "onDay", CASE WHEN list = 'missed' OR at IS NULL THEN '-infinity' ELSE at END AS "inTime", n.name_key AS name, coalesce(at, '-infinity') AS "thenTime", coalesce(session_id, i.patient_id) AS id
      FROM items i JOIN patient_fact n ON n.organisation_id = ${viewer.organisation.id}::uuid AND n.patient_id = i.patient_id ${ask === null ? Prisma.empty : Prisma.sql`WHERE list = ${ask.list}`}),
    placed AS (
      SELECT *, (sum(rows) OVER (PARTITION BY list))::int AS total, (sum(rows) OVER (PARTITION BY list ORDER BY ${order}))::int AS "upTo", ${ask === null ? Prisma.sql`true` : Prisma.sql`(${order}) > (${cursor(viewer, ask)})`} AS beyond
      FROM ordered),
    page AS (SELECT *, row_number() OVER (PARTITION BY list ORDER BY "upTo") AS number FROM placed WHERE beyond)
    SELECT list, rank, day::text, (extract(epoch FROM at) * 1000)::float8 AS at, patient_id AS "patientId", session_id AS "sessionId", total, "upTo"
    FROM page WHERE number <= ${atMost} ORDER BY list, number`;
}

/** Sessions by their time; what was missed by its kind and day; then by name. */
const order = Prisma.sql`rank, "onDay", "inTime", name, patient_id, "thenTime", id`;

/** The name is looked up: it is not sent about. */
function cursor(viewer: Viewer, { list, after }: TodayAsk): Prisma.Sql {
  const { rank, day, at, patientId, sessionId } = after;
  const time = Prisma.sql`coalesce(${at === null ? null : new Date(at).toISOString()}::timestamptz, '-infinity')`;
  const name = Prisma.sql`coalesce((SELECT f.name_key FROM patient_fact f WHERE ${theirFactsSql(viewer)} AND f.patient_id = ${patientId}::uuid), '')`;
  return Prisma.sql`${rank}::int, coalesce(${day}::date, '-infinity'), ${list === "missed" ? Prisma.sql`'-infinity'` : time}, ${name}, ${patientId}::uuid, ${time}, ${sessionId ?? patientId}::uuid`;
}
