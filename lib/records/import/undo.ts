// Undoing an import, whole and once. Nothing is deleted here, as nowhere in Courseline: forms are voided, sessions cancelled, courses
// ended, each saying why. What somebody changed since stays and is counted. Patients stay: a person is not voided. A safety prompt
// outlives its form, as where one form is voided: it stays open until somebody says what was done.
import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { Stale } from "../problems";
import { audit, auditEach, inPlainScope, refuse } from "../scope";
import { outdateFacts, renewFacts } from "./outdated";
import { json } from "./plan";

const why = "Import undone";
const atOnce = 1000;

export interface Undone {
  assessments: number;
  sessions: number;
  courses: number;
  /** Changed by somebody since, and left as they are. */
  left: number;
  patients: number;
}

interface MadeRow {
  id: string;
  patientId: string;
}

export async function undoImport(viewer: Viewer, id: string): Promise<Undone> {
  const { undone, touched } = await inPlainScope(viewer, async (tx) => {
    const [batch] = await tx.$queryRaw<{ undone: boolean }[]>`SELECT undone_at IS NOT NULL AS undone FROM import_batch WHERE id = ${id}::uuid FOR UPDATE`;
    if (!batch || !may(viewer, "treat")) return refuse({ subject: "import_batch", subjectId: id });
    if (batch.undone) throw new Stale("This import has already been undone.");
    await tx.$executeRaw`UPDATE import_batch SET undone_at = now() WHERE id = ${id}::uuid`;
    const rows = await tx.$queryRaw<(MadeRow & { made: string })[]>`SELECT row_id AS id, patient_id AS "patientId", made FROM imported_row WHERE batch_id = ${id}::uuid`;
    const of = (made: string) => rows.filter((row) => row.made === made);
    const done: Undone = {
      assessments: await each(of("assessments"), (some) => voidForms(tx, viewer, some)),
      sessions: await each(of("sessions"), (some) => cancelSessions(tx, some)),
      courses: await each(of("courses"), (some) => endCourses(tx, some)),
      patients: of("patients").length,
      left: 0,
    };
    await audit(tx, viewer, "import-undone", { subject: "import_batch", subjectId: id });
    const patients = new Set(rows.map(({ patientId }) => patientId));
    await auditEach(tx, viewer, "import-undone", patients, { subject: "import_batch", subjectId: id });
    const left = rows.length - done.assessments - done.sessions - done.courses - done.patients;
    return { undone: { ...done, left }, touched: await outdateFacts(tx, patients) };
  });
  await renewFacts(viewer, touched);
  return undone;
}

async function each(rows: readonly MadeRow[], act: (some: readonly MadeRow[]) => Promise<number>): Promise<number> {
  let done = 0;
  for (let at = 0; at < rows.length; at += atOnce) done += await act(rows.slice(at, at + atOnce));
  return done;
}

async function voidForms(tx: PlainTx, viewer: Viewer, rows: readonly MadeRow[]): Promise<number> {
  const given = rows.map(({ id }) => ({ id, key: randomUUID(), reason: sealText(why, placeOf("AssessmentRevision", "reason", { assessmentId: id, number: 2 })) }));
  return tx.$executeRaw`
    WITH given AS (SELECT * FROM json_to_recordset(${json(given)}::json) AS r (id uuid, key uuid, reason text)),
      voided AS (UPDATE assessment a SET voided_at = now(), revision = 2 FROM given WHERE a.id = given.id AND a.revision = 1 AND a.voided_at IS NULL RETURNING a.*)
    INSERT INTO assessment_revision (assessment_id, number, act, reason, organisation_id, patient_id, session_id, measure, recall, answered_at, mode, ratings, total, key, by_id)
    SELECT v.id, 2, 'voided', given.reason, v.organisation_id, v.patient_id, v.session_id, v.measure, v.recall, v.answered_at, v.mode, v.ratings, v.total, given.key, ${viewer.userId}::uuid
    FROM voided v JOIN given ON given.id = v.id`;
}

function cancelSessions(tx: PlainTx, rows: readonly MadeRow[]): Promise<number> {
  const given = rows.map(({ id }) => ({ id, reason: sealText(why, placeOf("CourseSession", "reason", { id })) }));
  return tx.$executeRaw`
    UPDATE course_session s SET status = 'cancelled', reason = r.reason, version = s.version + 1
    FROM json_to_recordset(${json(given)}::json) AS r (id uuid, reason text) WHERE s.id = r.id AND s.version = 1`;
}

/** A course without an end gets one; one that had ended says why it is not counted on. */
function endCourses(tx: PlainTx, rows: readonly MadeRow[]): Promise<number> {
  const given = rows.map(({ id }) => ({ id, note: sealText(why, placeOf("Course", "endNote", { id })) }));
  return tx.$executeRaw`
    UPDATE course c SET ended_at = coalesce(c.ended_at, now()), end_reason = 'discontinued', end_note = r.note, version = c.version + 1
    FROM json_to_recordset(${json(given)}::json) AS r (id uuid, note text) WHERE c.id = r.id AND c.version = 1`;
}
