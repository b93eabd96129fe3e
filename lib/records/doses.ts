// A patient's doses with what surrounds them: the course's sessions as planned and as done, what was given, adverse events,
// and every form that counts. Read in one statement and noted as an opening of the doses.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { TrackedSession } from "@/lib/course/adherence";
import type { Medicine, Route } from "@/lib/course/course";
import type { Recall } from "@/lib/measures/recall";
import {
  baselinesColumn, baselinesFrom, courseColumn, courseFrom, courseJoin, currentCourseJoin, eventsColumn, eventsFrom, formsOfCourse,
  type BaselineRecord, type CourseRecord, type EventRecord, type Stored,
} from "./rows";
import { audit, inPlainScopeOrNull, refuse, theirsSql } from "./scope";

export interface GivenRecord {
  sessionId: string;
  medicine: Medicine;
  route: Route;
  givenMg: number | null;
  startedAt: Date | null;
}

export interface DosesForm {
  id: string;
  measure: string;
  recall: Recall;
  at: Date;
  enteredAt: Date;
  ratings: (number | null)[];
  total: number | null;
  corrected: boolean;
}

export interface DosesRecord {
  patient: { id: string; familyName: string; givenName: string; recordNumber: string };
  course: CourseRecord | null;
  sessions: TrackedSession[];
  assessments: DosesForm[];
  baselines: BaselineRecord[];
  /** The newest record of each session that has one. */
  given: GivenRecord[];
  events: EventRecord[];
}

interface Row {
  patient: DosesRecord["patient"];
  course: Stored<CourseRecord> | null;
  sessions: Stored<TrackedSession>[] | null;
  assessments: Stored<DosesForm>[] | null;
  baselines: Stored<BaselineRecord>[] | null;
  given: Stored<GivenRecord>[] | null;
  events: Stored<EventRecord>[] | null;
}

/** The doses of one of the viewer's patients, of an earlier course where one is named, or null: absent and another team's are the same. */
export async function openDoses(viewer: Viewer, patientId: string, courseId: string | null = null): Promise<DosesRecord | null> {
  const row = await inPlainScopeOrNull(viewer, async (tx) => {
    const [found] = await tx.$queryRaw<Row[]>`
      SELECT
        json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'recordNumber', p.record_number) AS patient,
        ${courseColumn}, ${baselinesColumn},
        (SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'at', extract(epoch FROM s.at) * 1000, 'status', s.status,
            'plannedAt', extract(epoch FROM s.planned_at) * 1000) ORDER BY s.at)
           FROM course_session s WHERE s.patient_id = p.id AND s.course_id = c.id) AS sessions,
        (SELECT json_agg(json_build_object('id', a.id, 'measure', a.measure, 'recall', a.recall, 'at', extract(epoch FROM a.answered_at) * 1000,
            'enteredAt', extract(epoch FROM a.created_at) * 1000, 'ratings', a.ratings, 'total', a.total, 'corrected', a.revision > 1) ORDER BY a.answered_at)
           FROM assessment a WHERE ${formsOfCourse}) AS assessments,
        (SELECT json_agg(d) FROM (
           SELECT DISTINCT ON (r.session_id) r.session_id AS "sessionId", r.medicine, r.route, r.given_mg AS "givenMg",
             extract(epoch FROM r.started_at) * 1000 AS "startedAt"
           FROM dose_record r JOIN course_session s ON s.id = r.session_id
           WHERE r.patient_id = p.id AND s.course_id = c.id ORDER BY r.session_id, r.number DESC) d) AS given,
        ${eventsColumn}
      FROM patient p
      ${courseId === null ? currentCourseJoin : courseJoin(courseId)}
      WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!found) return refuse({ patientId, subject: "doses" });
    await audit(tx, viewer, "opened", { patientId, subject: "doses" });
    return found;
  });
  if (!row) return null;
  return {
    patient: row.patient,
    course: courseFrom(row.course),
    sessions: (row.sessions ?? []).map((session) => ({ ...session, at: new Date(session.at), plannedAt: instantOrNull(session.plannedAt) })),
    assessments: (row.assessments ?? []).map((form) => ({ ...form, at: new Date(form.at), enteredAt: new Date(form.enteredAt) })),
    baselines: baselinesFrom(row.baselines),
    given: (row.given ?? []).map((dose) => ({ ...dose, startedAt: instantOrNull(dose.startedAt) })),
    events: eventsFrom(row.events),
  };
}

function instantOrNull(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
