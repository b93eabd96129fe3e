// Everything the patient's page draws, read in one statement and noted as an opening of the chart.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CourseSession, SessionKind } from "@/lib/course/course";
import type { Recall } from "@/lib/measures/recall";
import { Prisma } from "@/prisma/generated/client";
import type { Mode } from "@/prisma/generated/enums";
import { opened } from "@/prisma/sealed-columns";
import {
  askedColumn, baselinesColumn, baselinesFrom, courseColumn, courseFrom, courseJoin, currentCourseJoin, draftsColumn, draftsFrom, eventsColumn, eventsFrom, formsOfCourse, sessionsColumn,
  sessionsFrom, type BaselineRecord, type CourseRecord, type DraftRecord, type EventRecord, type Stored, type StoredDraft,
} from "./rows";
import { previousCourseColumn, previousCourseFrom, type PreviousCourse, type StoredPreviousCourse } from "./previous-course";
import { audit, inPlainScopeOrNull, refuse, theirsSql } from "./scope";

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

/** An answer that called for a person at once, and what was done about it. */
export interface PromptRecord {
  id: string;
  /** Of the assessment, or of the draft it still is or was. */
  formId: string;
  measure: string;
  value: number;
  raisedAt: Date;
  raisedBy: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  done: string | null;
}

export interface ChartRecord {
  patient: { id: string; familyName: string; givenName: string; recordNumber: string; birthDate: string; sex: string | null; pronouns: string | null };
  course: CourseRecord | null;
  /** The one that ended before it; null on the chart of a course asked for by name. */
  previous: PreviousCourse | null;
  sessions: CourseSession[];
  assessments: AssessmentRecord[];
  /** The viewer's own. */
  drafts: DraftRecord[];
  /** All there ever were for this patient, the newest first. */
  prompts: PromptRecord[];
  baselines: BaselineRecord[];
  events: EventRecord[];
  /** What was answered last to the questions on psychotic and manic symptoms, and at which session. */
  asked: { id: string; kind: SessionKind; at: Date; psychotic: boolean; manic: boolean } | null;
  /** Kept and readable, but no longer part of the chart. */
  voided: { id: string; measure: string; recall: Recall; at: Date }[];
}

interface Row {
  patient: ChartRecord["patient"];
  course: Stored<CourseRecord> | null;
  previous: StoredPreviousCourse | null;
  sessions: Stored<CourseSession>[] | null;
  assessments: Stored<AssessmentRecord>[] | null;
  drafts: StoredDraft[] | null;
  prompts: Stored<PromptRecord>[] | null;
  baselines: Stored<BaselineRecord>[] | null;
  events: Stored<EventRecord>[] | null;
  asked: Stored<NonNullable<ChartRecord["asked"]>> | null;
  voided: Stored<ChartRecord["voided"][number]>[] | null;
}

/** The chart of one of the viewer's patients, of an earlier course where one is named, or null: absent and another team's are the same. */
export async function openChart(viewer: Viewer, patientId: string, courseId: string | null = null): Promise<ChartRecord | null> {
  const row = await inPlainScopeOrNull(viewer, async (tx) => {
    const [found] = await tx.$queryRaw<Row[]>`
      SELECT
        json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'recordNumber', p.record_number,
          'birthDate', p.birth_date, 'sex', p.sex, 'pronouns', p.pronouns) AS patient,
        ${courseColumn}, ${courseId === null ? previousCourseColumn : Prisma.sql`NULL AS previous`}, ${sessionsColumn}, ${draftsColumn(viewer.userId)}, ${baselinesColumn}, ${eventsColumn}, ${askedColumn},
        (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
            'enteredAt', extract(epoch FROM a.created_at) * 1000, 'mode', a.mode, 'sessionId', a.session_id, 'ratings', a.ratings, 'total', a.total,
            'corrected', a.revision > 1, 'enteredBy', u.name) ORDER BY a.answered_at)
           FROM assessment a JOIN app_user u ON u.id = a.created_by_id
           WHERE ${formsOfCourse}) AS assessments,
        (SELECT json_agg(json_build_object('id', s.id, 'formId', s.form_id, 'measure', s.measure, 'value', s.value,
            'raisedAt', extract(epoch FROM s.raised_at) * 1000, 'raisedBy', r.name,
            'acknowledgedAt', extract(epoch FROM s.acknowledged_at) * 1000, 'acknowledgedBy', k.name, 'done', ${opened("SafetyPrompt", "done", "s")}) ORDER BY s.raised_at DESC)
           FROM safety_prompt s JOIN app_user r ON r.id = s.raised_by_id LEFT JOIN app_user k ON k.id = s.acknowledged_by_id
           WHERE s.patient_id = p.id) AS prompts,
        (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000) ORDER BY a.answered_at)
           FROM assessment a WHERE a.patient_id = p.id AND a.voided_at IS NOT NULL) AS voided
      FROM patient p
      ${courseId === null ? currentCourseJoin : courseJoin(courseId)}
      WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!found) return refuse({ patientId, subject: "chart" });
    await audit(tx, viewer, "opened", { patientId, subject: "chart" });
    return found;
  });
  if (!row) return null;
  return {
    patient: row.patient,
    course: courseFrom(row.course),
    previous: previousCourseFrom(row.previous),
    sessions: sessionsFrom(row.sessions),
    assessments: (row.assessments ?? []).map((assessment) => ({ ...assessment, at: new Date(assessment.at), enteredAt: new Date(assessment.enteredAt) })),
    drafts: draftsFrom(row.drafts),
    prompts: (row.prompts ?? []).map((prompt) => ({
      ...prompt,
      raisedAt: new Date(prompt.raisedAt),
      acknowledgedAt: prompt.acknowledgedAt === null ? null : new Date(prompt.acknowledgedAt),
    })),
    baselines: baselinesFrom(row.baselines),
    events: eventsFrom(row.events),
    asked: row.asked && { ...row.asked, at: new Date(row.asked.at) },
    voided: (row.voided ?? []).map((form) => ({ ...form, at: new Date(form.at) })),
  };
}
