// Figures of a group as they are shown: rounded half up here and nowhere else, an en dash where there is none.
import { plain, signed } from "@/lib/change/signed";
import type { Blankable } from "@/lib/cohort/blank";
import type { Interval } from "@/lib/cohort/interval";
import type { ForestEntry } from "@/lib/cohort/studies/forest";
import type { Proportion } from "@/lib/cohort/proportion";

export const none = "–";

export function number(value: number | null, digits = 1): string {
  return value === null ? none : plain(value, digits);
}

export function change(value: number | null, digits = 1): string {
  return value === null ? none : signed(value, digits);
}

/** "31.2 to 38.0" */
export function between(interval: Blankable<Interval> | null, digits = 1): string {
  const { lower = null, upper = null } = interval ?? {};
  return lower === null || upper === null ? none : `${plain(lower, digits)} to ${plain(upper, digits)}`;
}

/** "64 % (57 to 70)" */
export function share({ share: value, interval }: Blankable<Proportion>): string {
  if (value === null) return none;
  const { lower = null, upper = null } = interval ?? {};
  return `${plain(100 * value)} %${lower === null || upper === null ? "" : ` (${plain(100 * lower)} to ${plain(100 * upper)})`}`;
}

/** Where an effect comes from, and what a reader must know of it. */
export function sourceOf({ citation, note, origin }: Pick<ForestEntry, "citation" | "note" | "origin">): string {
  return [citation, note, origin === "entered" ? "Entered by your clinic" : null].filter((part) => part !== null).join(". ");
}

export function count(value: number | null): string {
  return value === null ? none : value.toLocaleString("en");
}
