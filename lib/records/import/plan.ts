// What a file's rows come to: each has a fate with its reason, and the rows that are new go in as one transaction's inserts.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import type { When } from "@/lib/exchange/patient";

/** `incomplete` is new, and stays without a total. */
export type Fate = "new" | "incomplete" | "duplicate" | "refused" | "skipped";

export interface RowFate {
  line: number;
  fate: Fate;
  reason: string | null;
}

/** A row that could be read; what becomes of it the database says. */
export interface Read<In> {
  line: number;
  row: In;
}

export interface Importing {
  tx: PlainTx;
  viewer: Viewer;
  batchId: string;
  when: When;
  /** Patients something was brought in for. */
  touched: Set<string>;
  /** What rows of this very import have taken already: a course under way, a form's place. */
  taken: Set<string>;
  /** Safety prompts that were raised. */
  prompts: number;
  /** Rows refused because their record number is another's: each says that somebody is in care here. */
  inUse: number;
}

export const json = (rows: readonly object[]): string => JSON.stringify(rows);

/** Marks what was made, so that it can be undone. */
export async function made({ tx, viewer, batchId, touched }: Importing, what: string, rows: readonly { id: string; patientId: string }[]): Promise<void> {
  for (const { patientId } of rows) touched.add(patientId);
  await tx.$executeRaw`
    INSERT INTO imported_row (batch_id, organisation_id, patient_id, made, row_id)
    SELECT ${batchId}::uuid, ${viewer.organisation.id}::uuid, r."patientId", ${what}, r.id FROM json_to_recordset(${json(rows.map(({ id, patientId }) => ({ id, patientId })))}::json) AS r (id uuid, "patientId" uuid)`;
}

/** The patients of these record numbers that the viewer treats. */
export async function patientsOf({ tx, viewer }: Importing, numbers: readonly string[]): Promise<Map<string, { id: string; birthDate: string }>> {
  const found = await tx.$queryRaw<{ number: string; id: string; birthDate: string }[]>`
    SELECT p.record_number AS number, p.id, p.birth_date::text AS "birthDate" FROM patient p
    WHERE p.organisation_id = ${viewer.organisation.id}::uuid AND p.record_number = ANY (${[...new Set(numbers)]}::text[])
      AND p.team_id IN (SELECT team_id FROM care_team_member WHERE user_id = ${viewer.userId}::uuid AND left_at IS NULL)`;
  return new Map(found.map(({ number, ...patient }) => [number, patient]));
}

export const unknownPatient = (number: string) => `record_number: no patient of yours has the number ${number}`;

export interface CourseThere {
  id: string;
  patientId: string;
  startDate: string;
  timeZone: string;
  active: boolean;
  /** Where it was brought in and that was undone. */
  undone: boolean;
}

/** The courses of these patients, the latest start first. */
export async function coursesOf({ tx }: Importing, patientIds: readonly string[]): Promise<Map<string, CourseThere[]>> {
  const rows = await tx.$queryRaw<CourseThere[]>`
    SELECT c.id, c.patient_id AS "patientId", c.start_date::text AS "startDate", c.time_zone AS "timeZone", c.ended_at IS NULL AS active,
      EXISTS (SELECT FROM imported_row i JOIN import_batch b ON b.id = i.batch_id WHERE i.row_id = c.id AND b.undone_at IS NOT NULL) AS undone
    FROM course c WHERE c.patient_id = ANY (${[...new Set(patientIds)]}::uuid[]) ORDER BY c.start_date DESC, c.created_at DESC`;
  const byPatient = new Map<string, CourseThere[]>();
  for (const row of rows) byPatient.set(row.patientId, [...(byPatient.get(row.patientId) ?? []), row]);
  return byPatient;
}
