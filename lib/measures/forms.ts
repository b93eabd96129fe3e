/**
 * Shorthands for measures' folders: a LOINC code, and what all measures have in common whose items are not ours
 * to show: no items, nothing to combine, and forms without printed words, of which the total or the result is
 * entered. Data in a shorter shape, no rule of its own.
 */
import type { Administration, Code, Measure } from "./measure";
import type { Recall } from "./recall";

export const noCodes = { panel: null, total: null } as const;

/** Example: loinc("44261-6", "PHQ-9 total").system is "http://loinc.org". */
export function loinc(code: string, display: string): Code {
  return { system: "http://loinc.org", code, display };
}

/** A form of which only the total or the result is entered. Example: wordless("week", "Past week", "…").stem is "". */
export function wordless(recall: Recall, label: string, source: string, caution: string | null = null): Administration {
  return { recall, label, instruction: "", stem: "", source, offered: true, codes: noCodes, caution };
}

/** What a measure without items leaves empty. */
export const withoutItems = {
  items: [],
  options: [],
  clusters: [],
  combine: "sum",
  skips: [],
  missingRule: null,
  endorsedFrom: null,
  provisional: null,
  safety: null,
} as const satisfies Partial<Measure>;
