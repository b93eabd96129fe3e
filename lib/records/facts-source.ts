// The records from which a patient's facts are derived (facts-of.ts), of many patients in one statement.
import type { CourseStatus } from "@/prisma/generated/enums";
import type { TrackedSession } from "@/lib/course/adherence";
import type { Timed } from "@/lib/course/windows";
import type { PlainTx } from "@/lib/db";
import type { BaselineRecord, CourseRecord, Stored } from "./rows";

export interface SourceCourse extends CourseRecord {
  template: string | null;
  endReason: Exclude<CourseStatus, "active"> | null;
}

export interface SourceForm extends Timed {
  courseId: string | null;
  total: number;
  ratings: (number | null)[];
}

/** What was recorded of a dose that was done or has begun. */
export interface SourceDose {
  sessionId: string;
  courseId: string;
  /** Null where no start was recorded. */
  startedAt: Date | null;
  givenMg: number | null;
  left: boolean;
  peakDissociation: number | null;
  events: number;
  serious: number;
}

export interface Source {
  id: string;
  organisationId: string;
  teamId: string;
  familyName: string;
  givenName: string;
  recordNumber: string;
  /** The one that counts now first (rows.ts). */
  courses: SourceCourse[];
  sessions: (TrackedSession & { courseId: string })[];
  forms: SourceForm[];
  baselines: (Pick<BaselineRecord, "measure" | "recall" | "assessmentId"> & { courseId: string })[];
  doses: SourceDose[];
  /** Safety prompts nobody has acknowledged. */
  prompts: number;
}

type Row = Omit<Source, "courses" | "sessions" | "forms" | "doses"> & {
  courses: Stored<SourceCourse>[];
  sessions: Stored<Source["sessions"][number]>[];
  forms: Stored<SourceForm>[];
  doses: Stored<SourceDose>[];
};

export async function readSources(tx: PlainTx, organisationId: string, ids: readonly string[]): Promise<Source[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.organisation_id AS "organisationId", p.team_id AS "teamId", p.family_name AS "familyName", p.given_name AS "givenName", p.record_number AS "recordNumber",
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'therapy', c.therapy, 'therapyName', c.therapy_name, 'medicine', c.medicine, 'route', c.route, 'startDate', c.start_date,
          'plannedWeeks', c.planned_weeks, 'timeZone', c.time_zone, 'measurePlan', c.measure_plan, 'template', c.template, 'endReason', c.end_reason,
          'endedAt', extract(epoch FROM c.ended_at) * 1000) ORDER BY c.ended_at DESC NULLS FIRST, c.start_date DESC)
        FROM course c WHERE c.patient_id = p.id), '[]') AS courses,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'courseId', s.course_id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000,
          'plannedAt', extract(epoch FROM s.planned_at) * 1000, 'status', s.status))
        FROM course_session s WHERE s.patient_id = p.id), '[]') AS sessions,
      coalesce((SELECT json_agg(json_build_object('id', a.id, 'courseId', a.course_id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
          'enteredAt', extract(epoch FROM a.created_at) * 1000, 'total', a.total, 'ratings', a.ratings))
        FROM assessment a WHERE a.patient_id = p.id AND a.voided_at IS NULL AND a.total IS NOT NULL), '[]') AS forms,
      coalesce((SELECT json_agg(b) FROM (
        SELECT DISTINCT ON (b.course_id, b.measure, b.recall) b.course_id AS "courseId", b.measure, b.recall, b.assessment_id AS "assessmentId"
        FROM baseline_choice b JOIN course c ON c.id = b.course_id WHERE c.patient_id = p.id ORDER BY b.course_id, b.measure, b.recall, b.at DESC, b.id DESC) b), '[]') AS baselines,
      coalesce((SELECT json_agg(json_build_object('sessionId', d.session_id, 'courseId', d.course_id, 'startedAt', extract(epoch FROM d.started_at) * 1000, 'givenMg', d.given_mg,
          'left', EXISTS (SELECT FROM leaving l WHERE l.session_id = d.session_id),
          'peakDissociation', (SELECT max(r.dissociation) FROM reading r WHERE r.session_id = d.session_id AND r.voided_at IS NULL AND r.at >= d.started_at),
          'events', e.events, 'serious', e.serious))
        FROM (SELECT DISTINCT ON (s.id) s.id AS session_id, s.course_id, s.status, r.started_at, r.given_mg FROM course_session s LEFT JOIN dose_record r ON r.session_id = s.id
              WHERE s.patient_id = p.id AND s.kind = 'dose' ORDER BY s.id, r.number DESC) d
        CROSS JOIN LATERAL (SELECT count(*) AS events, count(*) FILTER (WHERE v.serious) AS serious
          FROM (SELECT DISTINCT ON (v.id) v.act, v.serious FROM dosing_event v WHERE v.session_id = d.session_id ORDER BY v.id, v.number DESC) v WHERE v.act <> 'voided') e
        WHERE d.status = 'done' OR d.started_at IS NOT NULL), '[]') AS doses,
      (SELECT count(*)::int FROM safety_prompt s WHERE s.patient_id = p.id AND s.acknowledged_at IS NULL) AS prompts
    FROM patient p WHERE p.organisation_id = ${organisationId}::uuid AND p.id = ANY (${[...ids]}::uuid[])`;
  return rows.map(({ courses, sessions, forms, doses, ...rest }) => ({
    ...rest,
    courses: courses.map((course) => ({ ...course, endedAt: course.endedAt === null ? null : new Date(course.endedAt) })),
    sessions: sessions.map((session) => ({ ...session, at: new Date(session.at), plannedAt: session.plannedAt === null ? null : new Date(session.plannedAt) })),
    forms: forms.map((form) => ({ ...form, at: new Date(form.at), enteredAt: new Date(form.enteredAt) })),
    doses: doses.map((dose) => ({ ...dose, startedAt: dose.startedAt === null ? null : new Date(dose.startedAt) })),
  }));
}

