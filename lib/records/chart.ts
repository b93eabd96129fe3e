// Everything the patient's page draws, read in one statement and noted as an opening of the chart.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CourseSession } from "@/lib/course/course";
import type { Recall } from "@/lib/measures/recall";
import type { Medicine, Mode, Route, Therapy } from "@/prisma/generated/enums";
import { audit, inScope, refuse, theirsSql } from "./scope";
import { NotHere } from "./problems";

export interface CourseRecord {
  id: string;
  therapy: Therapy;
  therapyName: string | null;
  medicine: Medicine;
  route: Route;
  startDate: string;
  plannedWeeks: number;
  timeZone: string;
  endedAt: Date | null;
}

export interface AssessmentRecord {
  id: string;
  measure: string;
  recall: Recall;
  at: Date;
  enteredAt: Date;
  mode: Mode;
  sessionId: string | null;
  ratings: (number | null)[];
  total: number | null;
  corrected: boolean;
  enteredBy: string;
}

export interface ChartRecord {
  patient: { id: string; familyName: string; givenName: string; recordNumber: string; birthDate: string; sex: string | null; pronouns: string | null };
  course: CourseRecord | null;
  sessions: CourseSession[];
  assessments: AssessmentRecord[];
  draft: { id: string; measure: string; answered: number; of: number } | null;
}

/** As PostgreSQL's JSON brings it: instants are milliseconds. */
type Stored<T> = { [K in keyof T]: T[K] extends Date ? number : T[K] extends Date | null ? number | null : T[K] };

interface Row {
  patient: ChartRecord["patient"];
  course: Stored<CourseRecord> | null;
  sessions: Stored<CourseSession>[] | null;
  assessments: Stored<AssessmentRecord>[] | null;
  draft: ChartRecord["draft"];
}

/** The chart of one of the viewer's patients, or null: absent and another team's are the same. */
export async function openChart(viewer: Viewer, patientId: string): Promise<ChartRecord | null> {
  const row = await inScope(viewer, async (tx) => {
    const [found] = await tx.$queryRaw<Row[]>`
      SELECT
        json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'recordNumber', p.record_number,
          'birthDate', p.birth_date, 'sex', p.sex, 'pronouns', p.pronouns) AS patient,
        CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'therapy', c.therapy, 'therapyName', c.therapy_name, 'medicine', c.medicine,
          'route', c.route, 'startDate', c.start_date, 'plannedWeeks', c.planned_weeks, 'timeZone', c.time_zone, 'endedAt', extract(epoch FROM c.ended_at) * 1000) END AS course,
        (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'status', s.status) ORDER BY s.at)
           FROM course_session s WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions,
        (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
            'enteredAt', extract(epoch FROM a.created_at) * 1000, 'mode', a.mode, 'sessionId', a.session_id, 'ratings', a.ratings, 'total', a.total,
            'corrected', a.revision > 1, 'enteredBy', u.name) ORDER BY a.answered_at)
           FROM assessment a JOIN app_user u ON u.id = a.created_by_id
           WHERE a.patient_id = p.id AND a.course_id IS NOT DISTINCT FROM c.id AND a.voided_at IS NULL) AS assessments,
        (SELECT json_build_object('id', d.id, 'measure', d.measure, 'of', jsonb_array_length(d.ratings),
            'answered', jsonb_array_length(jsonb_path_query_array(d.ratings, '$[*] ? (@ != null)')))
           FROM draft d WHERE d.patient_id = p.id AND d.user_id = ${viewer.userId}::uuid ORDER BY d.updated_at DESC LIMIT 1) AS draft
      FROM patient p
      LEFT JOIN LATERAL (SELECT * FROM course WHERE patient_id = p.id ORDER BY start_date DESC, created_at DESC LIMIT 1) c ON true
      WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!found) return refuse({ patientId, subject: "chart" });
    await audit(tx, viewer, "opened", { patientId, subject: "chart" });
    return found;
  }).catch((error: unknown) => {
    if (error instanceof NotHere) return null;
    throw error;
  });
  if (!row) return null;
  return {
    patient: row.patient,
    course: row.course && { ...row.course, endedAt: row.course.endedAt === null ? null : new Date(row.course.endedAt) },
    sessions: (row.sessions ?? []).map((session) => ({ ...session, at: new Date(session.at) })),
    assessments: (row.assessments ?? []).map((assessment) => ({ ...assessment, at: new Date(assessment.at), enteredAt: new Date(assessment.enteredAt) })),
    draft: row.draft,
  };
}
