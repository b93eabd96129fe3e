// A measure in short, for lists: each says outright where the literature has nothing.
import { counted } from "@/lib/change/signed";
import { capital } from "@/lib/change/wording";
import { recallWords } from "@/lib/measures/recall";
import type { Measure } from "@/lib/measures/measure";

export function formsInShort({ recalls, administration }: Measure): string {
  const offered = recalls.filter((recall) => administration(recall).offered);
  return capital(offered.map((recall) => recallWords[recall]).join(", "));
}

export function bandsInShort({ bands }: Measure): string {
  if (bands === null) return "No source for bands found";
  return bands.list.map(({ min, max, label }) => `${min === max ? min : `${min}–${max}`} ${label}`).join(" · ");
}

/** The results there are, or where the total lies. */
export function rangeInShort({ entry, range, options }: Measure): string {
  return entry === "result" ? options.map(({ label }) => label).join(", ") : `${range.min} to ${range.max}`;
}

/** The measure's page has the whole statement. */
export function rightsInShort({ whyNoItems }: Measure): string {
  return whyNoItems ?? "Item text may be shown.";
}

/** How the total comes about. */
export function totalInWords(measure: Measure): string {
  const { min, max } = measure.range;
  const range = `${min} to ${max}; higher is worse.`;
  if (measure.entry === "total") return `The total is entered: ${range}`;
  if (measure.entry === "result") return "The result is entered; it is no total.";
  const scored = measure.items.filter((item) => item.unscored !== true).length;
  const items = counted(scored, "item");
  if (measure.combine === "percent") {
    return `The sum of ${items} as a percentage of the most that could have been reached, rounded half up: ${range}`;
  }
  return `The sum of ${items}: ${range}`;
}

/** What happens to a form with unanswered items. */
export function missingInWords(measure: Measure): string {
  if (measure.missingRule !== null) return measure.missingRule.words;
  if (measure.entry !== "items") return "Only a total or result is entered, so nothing can be missing from it here.";
  return "No rule for missing items is published: a form with an unanswered item is kept, and not scored.";
}

/** Which answer it is, and from where on: "Item 9, from “Several days” up". Empty where the measure has none. */
export function safetyInWords({ safety, items, options, entry }: Measure): string {
  if (safety === null) return "";
  const offered = items.find(({ number }) => number === safety.item)?.options ?? options;
  const from = offered.find(({ value }) => value === safety.from)?.label ?? String(safety.from);
  return `${entry === "items" ? `Item ${safety.item}` : "The result"}, from “${from}” up`;
}
