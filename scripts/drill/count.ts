// Ledger against database: what was acknowledged and is not there as it was, and what is there more than once.

import type { Database } from "./database";
import type { Form } from "./writers";

export interface Counted {
  lost: number;
  doubled: number;
}

interface Stored {
  patientId: string;
  forms: { id: string; by: string; ratings: number[] }[] | null;
  drafts: { id: string; by: string; step: number; ratings: (number | null)[] }[] | null;
  /** Of the patient's first revisions and of the trail's lines that say a form was recorded. */
  revisions: number;
  recorded: number;
}

/** Each form has a patient of its own: anything beyond one of a kind there was stored twice. */
export async function count(database: Database, forms: readonly Form[]): Promise<Counted> {
  const rows = await database.query<Stored>(
    `SELECT p.id AS "patientId",
       (SELECT json_agg(json_build_object('id', a.id, 'by', a.created_by_id, 'ratings', a.ratings)) FROM assessment a WHERE a.patient_id = p.id) AS forms,
       (SELECT json_agg(json_build_object('id', d.id, 'by', d.user_id, 'step', d.step, 'ratings', d.ratings)) FROM draft d WHERE d.patient_id = p.id) AS drafts,
       (SELECT count(*)::int FROM assessment_revision r WHERE r.patient_id = p.id) AS revisions,
       (SELECT count(*)::int FROM audit_event e WHERE e.patient_id = p.id AND e.action = 'recorded') AS recorded
     FROM patient p WHERE p.id = ANY ($1)`,
    [forms.map(({ patientId }) => patientId)],
  );
  const stored = new Map(rows.map((row) => [row.patientId, row]));
  let [lost, doubled] = [0, 0];
  for (const form of forms) {
    const there = stored.get(form.patientId);
    if (!isThere(form, there)) lost += 1;
    const [kept, drafts] = [there?.forms?.length ?? 0, there?.drafts?.length ?? 0];
    doubled += Math.max(0, kept - 1) + Math.max(0, (there?.revisions ?? 0) - Math.max(1, kept)) + Math.max(0, (there?.recorded ?? 0) - Math.max(1, kept)) + Math.max(0, drafts - 1);
  }
  return { lost, doubled };
}

/** What was acknowledged of this form is there: all of it, under its id, by whom it was sent. */
function isThere({ id, userId, ratings, drafted, saved }: Form, there: Stored | undefined): boolean {
  const form = there?.forms?.find((each) => each.id === id && each.by === userId && same(each.ratings, ratings));
  if (saved || drafted === null) return !saved || form !== undefined;
  // A save that was not acknowledged may have taken the draft's place all the same.
  return form !== undefined || (there?.drafts?.some((draft) => draft.id === id && draft.by === userId && (draft.step > drafted.step || (draft.step === drafted.step && same(draft.ratings, drafted.ratings)))) ?? false);
}

const same = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);

/** The longest time in which the trail got no line, by the database's own clock: how long nobody could write. */
export async function longestGapMs(database: Database, clinicId: string, since: Date): Promise<number> {
  const [row] = await database.query<{ ms: number | null }>(
    `SELECT max(extract(epoch FROM at - before) * 1000)::float AS ms FROM (SELECT at, lag(at) OVER (ORDER BY at) AS before FROM audit_event WHERE organisation_id = $1 AND at >= $2) line`,
    [clinicId, since],
  );
  return row?.ms ?? Number.NaN;
}

export async function databaseNow(database: Database): Promise<Date> {
  const [row] = await database.query<{ now: Date }>("SELECT now()");
  return row?.now ?? new Date(Number.NaN);
}
