// The readings of dosing sessions as the textbook reads them, each with the CADSS total that was read aloud with it: a
// form of its own under the reading's id. Voided readings and voided forms are left out.
import "server-only";
import type { CadssTotal, Reading } from "@/lib/course/dosing/reading";
import type { Tx } from "./scope";

/** By session, in order of time. The sessions have been found for their viewer by whoever calls this. */
export async function readingsWithTotals(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, Reading[]>> {
  const rows = await tx.reading.findMany({ where: { sessionId: { in: [...sessionIds] }, voidedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const forms = await tx.assessment.findMany({ where: { id: { in: rows.map(({ id }) => id) }, voidedAt: null }, select: { id: true, measure: true, total: true } });
  const totals = new Map(forms.flatMap(({ id, measure, total }) => (total !== null && isCadss(measure) ? [[id, { measure, total }] as const] : [])));
  const read = (sessionId: string) =>
    rows
      .filter((row) => row.sessionId === sessionId)
      .map(({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation }) => ({ id, at, systolic, diastolic, pulse, spo2, sedation, dissociation, cadss: totals.get(id) ?? null }));
  return new Map(sessionIds.map((id) => [id, read(id)]));
}

function isCadss(measure: string): measure is CadssTotal["measure"] {
  return measure === "cadss" || measure === "cadss-6";
}
