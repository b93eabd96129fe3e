// The course that ended before the one on the chart, with the last PCL-5 of it: a chart that begins anew must not look
// as if nothing had ever been recorded.
import type { Recall } from "@/lib/measures/recall";
import { Prisma } from "@/prisma/generated/client";
import type { Stored } from "./rows";

export interface PreviousCourse {
  id: string;
  timeZone: string;
  endedAt: Date;
  /** Null where no PCL-5 of it was scored. */
  last: { recall: Recall; total: number; at: Date } | null;
}

export type StoredPreviousCourse = Stored<Omit<PreviousCourse, "last">> & { last: Stored<NonNullable<PreviousCourse["last"]>> | null };

/** Of patient p, beside the current course c. */
export const previousCourseColumn = Prisma.sql`
  (SELECT json_build_object('id', e.id, 'timeZone', e.time_zone, 'endedAt', extract(epoch FROM e.ended_at) * 1000,
      'last', (SELECT json_build_object('recall', a.recall, 'total', a.total, 'at', extract(epoch FROM a.answered_at) * 1000)
         FROM assessment a WHERE a.patient_id = p.id AND a.course_id = e.id AND a.measure = 'pcl-5' AND a.total IS NOT NULL AND a.voided_at IS NULL
         ORDER BY a.answered_at DESC, a.id DESC LIMIT 1))
     FROM course e WHERE e.patient_id = p.id AND e.id <> c.id AND e.ended_at IS NOT NULL
     ORDER BY e.ended_at DESC, e.start_date DESC LIMIT 1) AS previous`;

export function previousCourseFrom(stored: StoredPreviousCourse | null): PreviousCourse | null {
  return stored && { ...stored, endedAt: new Date(stored.endedAt), last: stored.last && { ...stored.last, at: new Date(stored.last.at) } };
}
