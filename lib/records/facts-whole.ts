// Facts of whole clinics, for commands that work as the owner of the tables: those that are not derived yet, or by what no longer
// holds, and the check that derives every one anew. Patients are taken in small transactions, so that nobody waits for long.
import type { Plainly } from "@/prisma/plain";
import { settingsFrom } from "@/lib/schemas/settings";
import { basisOf, compareFacts, deriveFacts } from "./facts";
import type { Difference, FactClinic } from "./facts-tables";

const atOnce = 200;
// Without the first the owner of the tables sees no record (prisma/migrations, facts_guard). A busy machine thinks about a batch for
// longer than a page's transaction may stay open.
const asOwner = { "courseline.derive": "on", statement_timeout: "0", idle_in_transaction_session_timeout: "0" };

/** Derives what is not derived, or was by other settings; returns how many patients that were. */
export async function deriveAllOutdated(plainly: Plainly, say: (line: string) => void = () => {}): Promise<number> {
  let done = 0;
  for (const clinic of await clinicsOf(plainly)) {
    const basis = basisOf(clinic);
    for (;;) {
      const derived = await plainly(asOwner, async (tx) => {
        const rows = await tx.$queryRaw<{ id: string }[]>`
          SELECT patient_id AS id FROM patient_fact WHERE organisation_id = ${clinic.id}::uuid AND basis <> ${basis} LIMIT ${atOnce}`;
        if (rows.length > 0) await deriveFacts(tx, clinic, ...rows.map(({ id }) => id));
        return rows.length;
      });
      done += derived;
      if (derived < atOnce) break;
      if (done % 10_000 === 0) say(`what follows from the records: ${done} patients so far`);
    }
  }
  if (done > 0) say(`derived what follows from the records of ${done} patients`);
  return done;
}

/** Derives all facts anew and tells each difference; `mend` makes the tables say what the records do. Returns patients looked at and differences found. */
export async function checkFacts(plainly: Plainly, tell: (found: Difference) => void, mend: boolean): Promise<{ patients: number; differences: number }> {
  const result = { patients: 0, differences: 0 };
  for (const clinic of await clinicsOf(plainly)) {
    let last = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const ids: string[] = await plainly(asOwner, async (tx) => {
        const rows = await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM patient WHERE organisation_id = ${clinic.id}::uuid AND id > ${last}::uuid ORDER BY id LIMIT ${atOnce}`;
        const batch = rows.map(({ id }) => id);
        if (batch.length === 0) return batch;
        const found = await compareFacts(tx, clinic, ...batch);
        found.forEach(tell);
        result.differences += found.length;
        const wrong = [...new Set(found.map(({ row }) => String(row.patient_id)))];
        if (mend && wrong.length > 0) await deriveFacts(tx, clinic, ...wrong);
        return batch;
      });
      result.patients += ids.length;
      if (ids.length < atOnce) break;
      last = ids.at(-1)!;
    }
  }
  return result;
}

async function clinicsOf(plainly: Plainly): Promise<FactClinic[]> {
  const rows = await plainly(asOwner, (tx) => tx.$queryRaw<{ id: string; timeZone: string; settings: unknown }[]>`SELECT id, time_zone AS "timeZone", settings FROM organisation ORDER BY id`);
  return rows.map(({ settings, ...clinic }) => ({ ...clinic, settings: settingsFrom(settings) }));
}
