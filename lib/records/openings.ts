// Who has opened a patient's record, for the clinicians who treat that patient; and what somebody took away from it in a way that
// only their browser saw. Both are lines of the trail; looking at the list is one too.
import "server-only";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { TrailLine } from "@/lib/schemas/trail";
import { changesIn } from "@/lib/trail/changes";
import { audit, inPlainScope, inPlainScopeOrNull, refuse, theirsSql } from "./scope";
import { fullName } from "./patients";
import { lineColumns, lineInWords, type LineRow } from "./trail-line";

export type Opening = Pick<TrailLine, "line" | "when" | "who" | "roles" | "what" | "breakGlass" | "changes">;

const mostShown = 200;

/** The newest first; null where there is nothing for this viewer. */
export async function readOpenings(viewer: Viewer, patientId: string): Promise<{ name: string; recordNumber: string; openings: Opening[]; more: boolean } | null> {
  const found = await inPlainScopeOrNull(viewer, async (tx) => {
    const [patient] = await tx.$queryRaw<{ familyName: string; givenName: string; recordNumber: string }[]>`
      SELECT p.family_name AS "familyName", p.given_name AS "givenName", p.record_number AS "recordNumber" FROM patient p WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!patient || !may(viewer, "treat")) return refuse({ patientId, subject: "openings" });
    const rows = await tx.$queryRaw<LineRow[]>`
      SELECT ${lineColumns}
      FROM audit_event e LEFT JOIN app_user u ON u.id = e.user_id
      WHERE e.patient_id = ${patientId}::uuid AND e.organisation_id = ${viewer.organisation.id}::uuid
      ORDER BY e.at DESC, e.id DESC LIMIT ${mostShown + 1}`;
    await audit(tx, viewer, "opened", { patientId, subject: "openings" });
    return { patient, rows };
  });
  if (!found) return null;
  const openings = found.rows.slice(0, mostShown).map((row) => ({ ...lineInWords(row, viewer), changes: changesIn(row.before, row.after) }));
  return { name: fullName(found.patient), recordNumber: found.patient.recordNumber, openings, more: found.rows.length > mostShown };
}

/** Printed, or copied as text. */
export async function noteTaken(viewer: Viewer, patientId: string, { act, of }: { act: "printed" | "copied"; of: string }): Promise<void> {
  await inPlainScope(viewer, async (tx) => {
    const [patient] = await tx.$queryRaw<object[]>`SELECT p.id FROM patient p WHERE p.id = ${patientId}::uuid AND ${theirsSql(viewer)}`;
    if (!patient) return refuse({ patientId, subject: of });
    return audit(tx, viewer, act, { patientId, subject: of });
  });
}
