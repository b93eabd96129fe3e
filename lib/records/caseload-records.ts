// What rows of the caseload are made of: of each patient asked for the course, its sessions, the scored totals and what is open, read in
// one statement. A row is made of them in caseload-row.ts; judging them is the textbook's.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CourseSession } from "@/lib/course/course";
import type { Timed } from "@/lib/course/windows";
import type { PlainTx } from "@/lib/db";
import {
  baselinesColumn, baselinesFrom, courseColumn, courseFrom, currentCourseJoin, draftsColumn, draftsFrom, formsOfCourse, sessionsColumn, sessionsFrom,
  type BaselineRecord, type CourseRecord, type DraftRecord, type Stored, type StoredDraft,
} from "./rows";
import { theirsSql } from "./scope";

export interface PatientRecords {
  id: string;
  familyName: string;
  givenName: string;
  recordNumber: string;
  course: CourseRecord | null;
  sessions: CourseSession[];
  /** Of all measures. */
  scores: (Timed & { total: number })[];
  drafts: DraftRecord[];
  baselines: BaselineRecord[];
  /** Safety prompts that nobody has acknowledged, the newest first. */
  openPrompts: { measure: string; value: number; raisedAt: Date }[];
}

interface Row extends Omit<PatientRecords, "course" | "sessions" | "scores" | "drafts" | "baselines" | "openPrompts"> {
  course: Stored<CourseRecord> | null;
  sessions: Stored<CourseSession>[] | null;
  scores: Stored<PatientRecords["scores"][number]>[] | null;
  drafts: StoredDraft[] | null;
  baselines: Stored<BaselineRecord>[] | null;
  openPrompts: Stored<PatientRecords["openPrompts"][number]>[] | null;
}

/** Of those asked for who are the viewer's, in any order. */
export async function readRecords(tx: PlainTx, viewer: Viewer, ids: readonly string[]): Promise<PatientRecords[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.family_name AS "familyName", p.given_name AS "givenName", p.record_number AS "recordNumber",
      ${courseColumn}, ${sessionsColumn}, ${draftsColumn(viewer.userId)}, ${baselinesColumn},
      (SELECT json_agg(json_build_object('measure', s.measure, 'value', s.value, 'raisedAt', extract(epoch FROM s.raised_at) * 1000) ORDER BY s.raised_at DESC)
         FROM safety_prompt s WHERE s.patient_id = p.id AND s.acknowledged_at IS NULL) AS "openPrompts",
      (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
          'enteredAt', extract(epoch FROM a.created_at) * 1000, 'total', a.total))
         FROM assessment a WHERE ${formsOfCourse} AND a.total IS NOT NULL) AS scores
    FROM patient p
    ${currentCourseJoin}
    WHERE p.id = ANY (${[...ids]}::uuid[]) AND ${theirsSql(viewer)}`;
  return rows.map((row) => ({
    ...row,
    course: courseFrom(row.course),
    sessions: sessionsFrom(row.sessions),
    drafts: draftsFrom(row.drafts),
    baselines: baselinesFrom(row.baselines),
    openPrompts: (row.openPrompts ?? []).map((prompt) => ({ ...prompt, raisedAt: new Date(prompt.raisedAt) })),
    scores: (row.scores ?? []).map((score) => ({ ...score, at: new Date(score.at), enteredAt: new Date(score.enteredAt) })),
  }));
}
