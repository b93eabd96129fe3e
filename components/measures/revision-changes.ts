// What one revision of a form changed against the one before it, item by item and field by field.
import type { Recall } from "@/lib/measures/recall";
import type { Mode } from "./answers";

export interface ShownRevision {
  number: number;
  act: "entered" | "corrected" | "voided" | "restored";
  /** When it was written, as shown, in the clinic's zone. */
  when: string;
  who: string;
  reason: string | null;
  recall: Recall;
  /** When the form was answered, as shown. */
  answered: string;
  session: string | null;
  mode: Mode;
  ratings: readonly (number | null)[];
  total: number | null;
}

export interface ItemChange {
  /** Where the item stands in the measure, from 0: not its printed number. */
  place: number;
  from: number | null;
  to: number | null;
}

export interface RevisionChanges {
  items: ItemChange[];
  recall: { from: Recall; to: Recall } | null;
  answered: { from: string; to: string } | null;
  session: { from: string | null; to: string | null } | null;
  mode: { from: Mode; to: Mode } | null;
  /** Where the total itself is what was entered; elsewhere it follows from the items. */
  total: { from: number | null; to: number | null } | null;
}

export function revisionChanges(before: ShownRevision, after: ShownRevision): RevisionChanges {
  const count = Math.max(before.ratings.length, after.ratings.length);
  const items = Array.from({ length: count }, (_, index) => ({
    place: index,
    from: before.ratings[index] ?? null,
    to: after.ratings[index] ?? null,
  })).filter(({ from, to }) => from !== to);
  return {
    items,
    recall: pair(before.recall, after.recall),
    answered: pair(before.answered, after.answered),
    session: pair(before.session, after.session),
    mode: pair(before.mode, after.mode),
    total: count === 0 ? pair(before.total, after.total) : null,
  };
}

function pair<T>(from: T, to: T): { from: T; to: T } | null {
  return from === to ? null : { from, to };
}
