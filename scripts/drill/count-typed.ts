// What was typed against the database: each form has a patient of its own, and is there once with every answer, or half as far as it was typed.

import type { Database } from "./database";
import type { TypedForm } from "./typists";

interface Stored {
  id: string;
  forms: number[][] | null;
  drafts: (number | null)[][] | null;
  revisions: number;
}

export async function countTyped(database: Database, forms: readonly TypedForm[]): Promise<{ lost: string[]; twice: string[]; missing: TypedForm[] }> {
  const rows = await database.query<Stored>(
    `SELECT p.id, (SELECT json_agg(a.ratings) FROM assessment a WHERE a.patient_id = p.id) AS forms, (SELECT json_agg(d.ratings) FROM draft d WHERE d.patient_id = p.id) AS drafts,
       (SELECT count(*)::int FROM assessment_revision r WHERE r.patient_id = p.id) AS revisions FROM patient p WHERE p.id = ANY ($1)`,
    [forms.map(({ patientId }) => patientId)],
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  const missing = forms.filter((form) => !isThere(form, there.get(form.patientId)));
  return {
    missing,
    lost: missing.map(({ patientId, ratings, typed, saved }) => `${saved ? "saved" : "typed"} ${ratings.slice(0, typed).join("")}: ${JSON.stringify(there.get(patientId))}`),
    twice: rows.filter(({ forms: kept, drafts, revisions }) => (kept?.length ?? 0) + (drafts?.length ?? 0) > 1 || revisions > 1).map((row) => JSON.stringify(row)),
  };
}

function isThere({ ratings, typed, saved }: TypedForm, there: Stored | undefined): boolean {
  const half = ratings.map((rating, item) => (item < typed ? rating : null));
  const [kept, wanted] = saved ? [there?.forms, ratings] : [there?.drafts, half];
  return kept?.length === 1 && JSON.stringify(kept[0]) === JSON.stringify(wanted);
}
