// The clinic's records as files: those of the patients that the viewer treats, in the formats that come in again (docs/IMPORT.md).
// Only for somebody who confirmed just now who they are; each export is a line of the trail, with what it was of and how many rows
// it came to, and a line in the own trail of each patient who is in the file.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { csvLine, written } from "@/lib/csv";
import { columns, type Kind } from "@/lib/exchange/formats";
import { audit, auditEach, inPlainScope, refuse } from "../scope";
import { readTable } from "./tables";

const patientsAtOnce = 300;
const subjects: Readonly<Record<Kind, string>> = { patients: "patient", courses: "course", sessions: "course_session", assessments: "assessment" };

export interface Exported {
  rows: number;
  /** There would have been more than `most`. */
  more: boolean;
}

/** Pieces of the file in order, its header first; `write` is waited for, so that memory does not grow with a slow reader. */
export async function exportRecords(viewer: Viewer, kind: Kind, write: (piece: string) => void | Promise<void>, most = Infinity): Promise<Exported> {
  const treats = may(viewer, "treat");
  if (treats) await requireFresh(viewer);
  return inPlainScope(viewer, async (tx) => {
    if (!treats) return refuse({ subject: "records" });
    await write(csvLine([...columns[kind]]));
    const result: Exported = { rows: 0, more: false };
    for (let last = ""; ; ) {
      const patients = await tx.$queryRaw<{ id: string; number: string }[]>`
        SELECT p.id, p.record_number AS number FROM patient p
        WHERE p.organisation_id = ${viewer.organisation.id}::uuid AND p.record_number COLLATE "C" > ${last}
          AND p.team_id IN (SELECT team_id FROM care_team_member WHERE user_id = ${viewer.userId}::uuid AND left_at IS NULL)
        ORDER BY p.record_number COLLATE "C" LIMIT ${patientsAtOnce}`;
      if (patients.length === 0) break;
      const rows = await readTable(tx, kind, patients.map(({ id }) => id));
      const kept = rows.slice(0, most - result.rows);
      const numbers = new Set(kept.map((row) => row.record_number));
      await auditEach(tx, viewer, "exported", patients.filter(({ number }) => numbers.has(written(number))).map(({ id }) => id), { subject: subjects[kind] });
      await write(kept.map((row) => csvLine(columns[kind].map((column) => row[column] ?? null))).join(""));
      result.rows += kept.length;
      result.more = kept.length < rows.length;
      if (result.more) break;
      last = patients.at(-1)!.number;
    }
    await audit(tx, viewer, "exported", { subject: "records" }, { "records.kind": kind, "records.rows": result.rows });
    return result;
  });
}
