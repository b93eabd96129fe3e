// Everything the patient's page draws, read in one statement and noted as an opening of the chart.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CourseSession } from "@/lib/course/course";
import type { Recall } from "@/lib/measures/recall";
import type { Mode } from "@/prisma/generated/enums";
import { courseColumn, courseFrom, currentCourseJoin, draftColumn, formsOfCourse, sessionsColumn, sessionsFrom, type CourseRecord, type DraftRecord, type Stored } from "./rows";
import { audit, inScopeOrNull, refuse, theirsSql } from "./scope";

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
  draft: DraftRecord | null;
  /** Kept and readable, but no longer part of the chart. */
  voided: { id: string; recall: Recall; at: Date }[];
}

interface Row {
  patient: ChartRecord["patient"];
  course: Stored<CourseRecord> | null;
  sessions: Stored<CourseSession>[] | null;
  assessments: Stored<AssessmentRecord>[] | null;
  draft: ChartRecord["draft"];
  voided: Stored<ChartRecord["voided"][number]>[] | null;
}

/** The chart of one of the viewer's patients, or null: absent and another team's are the same. */
export async function openChart(viewer: Viewer, patientId: string): Promise<ChartRecord | null> {
  const row = await inScopeOrNull(viewer, async (tx) => {
    const [found] = await tx.$queryRaw<Row[]>`
      SELECT
        json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'recordNumber', p.record_number,
          'birthDate', p.birth_date, 'sex', p.sex, 'pronouns', p.pronouns) AS patient,
        ${courseColumn}, ${sessionsColumn}, ${draftColumn(viewer.userId)},
        (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
            'enteredAt', extract(epoch FROM a.created_at) * 1000, 'mode', a.mode, 'sessionId', a.session_id, 'ratings', a.ratings, 'total', a.total,
            'corrected', a.revision > 1, 'enteredBy', u.name) ORDER BY a.answered_at)
           FROM assessment a JOIN app_user u ON u.id = a.created_by_id
           WHERE ${formsOfCourse}) AS assessments,
        (SELECT json_agg(json_build_object('id', a.id, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000) ORDER BY a.answered_at)
           FROM assessment a WHERE a.patient_id = p.id AND a.voided_at IS NOT NULL) AS voided
      FROM patient p
      ${currentCourseJoin}
      WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!found) return refuse({ patientId, subject: "chart" });
    await audit(tx, viewer, "opened", { patientId, subject: "chart" });
    return found;
  });
  if (!row) return null;
  return {
    patient: row.patient,
    course: courseFrom(row.course),
    sessions: sessionsFrom(row.sessions),
    assessments: (row.assessments ?? []).map((assessment) => ({ ...assessment, at: new Date(assessment.at), enteredAt: new Date(assessment.enteredAt) })),
    draft: row.draft,
    voided: (row.voided ?? []).map((form) => ({ ...form, at: new Date(form.at) })),
  };
}
