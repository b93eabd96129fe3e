// The pieces of SQL that the chart and the caseload have in common, and what their JSON becomes. Instants travel
// as milliseconds, the one form in which PostgreSQL's JSON and a Date agree to the last digit.
import type { Course, CourseSession } from "@/lib/course/course";
import type { EventSeverity } from "@/lib/course/dosing/events";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import { findMeasure } from "@/lib/measures/measures";
import type { Recall } from "@/lib/measures/recall";
import { isAsked } from "@/lib/measures/responses";
import { Prisma } from "@/prisma/generated/client";
import { opened } from "@/prisma/sealed-columns";

/** As JSON brings it: instants are milliseconds. */
export type Stored<T> = { [K in keyof T]: T[K] extends Date ? number : T[K] extends Date | null ? number | null : T[K] };

export interface CourseRecord extends Course {
  id: string;
  therapyName: string | null;
  endedAt: Date | null;
  /** Null: the clinic's default plan. */
  measurePlan: MeasurePlan | null;
}

/** The course that counts now, as `c`: the active one, or where there is none the one that ended last. */
export const currentCourseJoin = Prisma.sql`
  LEFT JOIN LATERAL (SELECT * FROM course WHERE patient_id = p.id ORDER BY ended_at DESC NULLS FIRST, start_date DESC LIMIT 1) c ON true`;

/** The course asked for, of this patient, as `c`. */
export function courseJoin(courseId: string): Prisma.Sql {
  return Prisma.sql`JOIN course c ON c.id = ${courseId}::uuid AND c.patient_id = p.id`;
}

export const courseColumn = Prisma.sql`
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'therapy', c.therapy, 'therapyName', c.therapy_name, 'medicine', c.medicine,
    'route', c.route, 'startDate', c.start_date, 'plannedWeeks', c.planned_weeks, 'timeZone', c.time_zone, 'measurePlan', c.measure_plan,
    'endedAt', extract(epoch FROM c.ended_at) * 1000) END AS course`;

export const sessionsColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'status', s.status) ORDER BY s.at)
     FROM course_session s WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions`;

/** An adverse event as it stands now. */
export interface EventRecord {
  id: string;
  sessionId: string | null;
  term: string;
  severity: EventSeverity;
  serious: boolean;
  onsetAt: Date;
}

/** What was answered last, at any session of patient p, to the questions on symptoms. */
export const asked = Prisma.sql`
  (SELECT json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'psychotic', t.psychotic, 'manic', t.manic)
     FROM course_session s JOIN LATERAL (SELECT psychotic, manic FROM symptom_check WHERE session_id = s.id ORDER BY number DESC LIMIT 1) t ON true
     WHERE s.patient_id = p.id ORDER BY s.at DESC LIMIT 1)`;

export const askedColumn = Prisma.sql`${asked} AS asked`;

/** The adverse events of the course; voided ones are left out. */
export const eventsColumn = Prisma.sql`
  (SELECT json_agg(e) FROM (
     SELECT DISTINCT ON (v.id) v.id, v.act, v.session_id AS "sessionId", ${opened("DosingEvent", "term", "v")} AS term, v.severity, v.serious, extract(epoch FROM v.onset_at) * 1000 AS "onsetAt"
     FROM dosing_event v WHERE v.patient_id = p.id AND v.course_id = c.id ORDER BY v.id, v.number DESC) e
     WHERE e.act <> 'voided') AS events`;

export function eventsFrom(stored: readonly Stored<EventRecord>[] | null): EventRecord[] {
  return (stored ?? []).map(({ id, sessionId, term, severity, serious, onsetAt }) => ({ id, sessionId, term, severity, serious, onsetAt: new Date(onsetAt) }));
}

/** The forms of the current course that still count, as `a`. */
export const formsOfCourse = Prisma.sql`a.patient_id = p.id AND a.course_id IS NOT DISTINCT FROM c.id AND a.voided_at IS NULL`;

/** The viewer's own half-filled forms, the newest first. */
export function draftsColumn(userId: string): Prisma.Sql {
  return Prisma.sql`
  (SELECT json_agg(json_build_object('id', d.id, 'measure', d.measure, 'ratings', d.ratings, 'total', d.total) ORDER BY d.updated_at DESC)
     FROM draft d WHERE d.patient_id = p.id AND d.user_id = ${userId}::uuid) AS drafts`;
}

/** The newest choice of a baseline for each measure and recall window of the current course. */
export const baselinesColumn = Prisma.sql`
  (SELECT json_agg(b) FROM (
     SELECT DISTINCT ON (b.measure, b.recall) b.id, b.measure, b.recall, b.assessment_id AS "assessmentId", ${opened("BaselineChoice", "reason", "b")} AS reason, u.name AS by,
       extract(epoch FROM b.at) * 1000 AS at
     FROM baseline_choice b JOIN app_user u ON u.id = b.by_id
     WHERE b.course_id = c.id ORDER BY b.measure, b.recall, b.at DESC, b.id DESC) b) AS baselines`;

export interface DraftRecord {
  id: string;
  measure: string;
  answered: number;
  of: number;
}

export interface StoredDraft {
  id: string;
  measure: string;
  ratings: (number | null)[];
  total: number | null;
}

export interface BaselineRecord {
  id: string;
  measure: string;
  recall: Recall;
  /** Null: back to the definition. */
  assessmentId: string | null;
  reason: string;
  by: string;
  at: Date;
}

/** How far each draft is, in questions that are asked and have to be answered; an entered total is one. */
export function draftsFrom(stored: readonly StoredDraft[] | null): DraftRecord[] {
  return (stored ?? []).flatMap(({ id, measure: measureId, ratings, total }) => {
    const measure = findMeasure(measureId);
    if (!measure) return [];
    if (measure.entry !== "items") return [{ id, measure: measureId, answered: total === null ? 0 : 1, of: 1 }];
    const asked = measure.items.flatMap((item, index) => (isAsked(measure, item, ratings) && item.optional !== true ? [ratings[index] ?? null] : []));
    return [{ id, measure: measureId, answered: asked.filter((rating) => rating !== null).length, of: asked.length }];
  });
}

export function baselinesFrom(stored: readonly Stored<BaselineRecord>[] | null): BaselineRecord[] {
  return (stored ?? []).map((choice) => ({ ...choice, at: new Date(choice.at) }));
}

export function courseFrom(stored: Stored<CourseRecord> | null): CourseRecord | null {
  return stored && { ...stored, endedAt: stored.endedAt === null ? null : new Date(stored.endedAt) };
}

export function sessionsFrom(stored: readonly Stored<CourseSession>[] | null): CourseSession[] {
  return (stored ?? []).map((session) => ({ ...session, at: new Date(session.at) }));
}
