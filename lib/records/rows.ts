// The pieces of SQL that the chart and the caseload have in common, and what their JSON becomes. Instants travel
// as milliseconds, the one form in which PostgreSQL's JSON and a Date agree to the last digit.
import { Prisma } from "@/prisma/generated/client";
import type { Course, CourseSession } from "@/lib/course/course";

/** As JSON brings it: instants are milliseconds. */
export type Stored<T> = { [K in keyof T]: T[K] extends Date ? number : T[K] extends Date | null ? number | null : T[K] };

export interface CourseRecord extends Course {
  id: string;
  therapyName: string | null;
  endedAt: Date | null;
}

/** The course that counts now, as `c`: the one that started last. */
export const currentCourseJoin = Prisma.sql`
  LEFT JOIN LATERAL (SELECT * FROM course WHERE patient_id = p.id ORDER BY start_date DESC, created_at DESC LIMIT 1) c ON true`;

export const courseColumn = Prisma.sql`
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'therapy', c.therapy, 'therapyName', c.therapy_name, 'medicine', c.medicine,
    'route', c.route, 'startDate', c.start_date, 'plannedWeeks', c.planned_weeks, 'timeZone', c.time_zone,
    'endedAt', extract(epoch FROM c.ended_at) * 1000) END AS course`;

export const sessionsColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'status', s.status) ORDER BY s.at)
     FROM course_session s WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions`;

/** The forms of the current course that still count, as `a`. */
export const formsOfCourse = Prisma.sql`a.patient_id = p.id AND a.course_id IS NOT DISTINCT FROM c.id AND a.voided_at IS NULL`;

export function draftColumn(userId: string): Prisma.Sql {
  return Prisma.sql`
  (SELECT json_build_object('id', d.id, 'measure', d.measure, 'of', jsonb_array_length(d.ratings),
      'answered', jsonb_array_length(jsonb_path_query_array(d.ratings, '$[*] ? (@ != null)')))
     FROM draft d WHERE d.patient_id = p.id AND d.user_id = ${userId}::uuid ORDER BY d.updated_at DESC LIMIT 1) AS draft`;
}

export interface DraftRecord {
  id: string;
  measure: string;
  answered: number;
  of: number;
}

export function courseFrom(stored: Stored<CourseRecord> | null): CourseRecord | null {
  return stored && { ...stored, endedAt: stored.endedAt === null ? null : new Date(stored.endedAt) };
}

export function sessionsFrom(stored: readonly Stored<CourseSession>[] | null): CourseSession[] {
  return (stored ?? []).map((session) => ({ ...session, at: new Date(session.at) }));
}
