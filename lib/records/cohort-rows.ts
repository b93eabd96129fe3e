// The rows a group's figures are made from (lib/cohort/row.ts), out of what was derived when the records were written. Who may see
// which is said by whoever asks, and again by row-level security.
import type { CohortRow, Placement } from "@/lib/cohort/row";
import { daysBetween, calendarDay } from "@/lib/course/calendar";
import type { PlainTx } from "@/lib/db";
import { findMeasure } from "@/lib/measures/measures";
import type { Recall } from "@/lib/measures/recall";
import { Prisma } from "@/prisma/generated/client";

interface Stored extends Omit<CohortRow, "today" | "placements"> {
  zone: string;
  placed: [window: Placement["window"], localDay: number, afterStart: boolean, total: number, clusters: number[], ratings: (number | null)[]][];
}

/** All courses within `scope` (on `f`), each with the scores of one measure and recall window. */
export async function readCohortRows(tx: PlainTx, scope: Prisma.Sql, { measure: id, recall }: { measure: string; recall: Recall }, now: Date): Promise<CohortRow[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    WITH scores AS MATERIALIZED (
      SELECT f.course_id, json_agg(json_build_array(f."window", f.local_day, f.after_start, f.total, f.clusters, f.ratings) ORDER BY f.number) AS placed
      FROM placement f WHERE ${scope} AND f.measure = ${id} AND f.recall = ${recall}::"Recall" GROUP BY f.course_id)
    SELECT f.course_id AS "courseId", f.patient_id AS "patientId", f.team_id AS "teamId", f.protocol, f.therapy, f.medicine, f.route, f.zone, f.start_day::text AS "startDay",
      f.begun, f.status, f.end_day AS "endDay", f.doses, coalesce(scores.placed, '[]') AS placed
    FROM course_fact f LEFT JOIN scores ON scores.course_id = f.course_id WHERE ${scope}`;
  const clusters = findMeasure(id)?.clusters.map((cluster) => cluster.id) ?? [];
  const today = new Map<string, string>();
  return rows.map(({ zone, placed, ...row }) => {
    const day = today.get(zone) ?? calendarDay(now, zone);
    today.set(zone, day);
    return {
      ...row,
      today: daysBetween(row.startDay, day),
      placements: placed.map(([window, localDay, afterStart, total, points, ratings]) => ({
        measure: id, recall, window, localDay, afterStart, total, ratings, clusters: Object.fromEntries(clusters.flatMap((cluster, place) => (points[place] === undefined ? [] : [[cluster, points[place]]]))),
      })),
    };
  });
}
