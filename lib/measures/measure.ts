/**
 * What a measure is: a published instrument written down as data, so that one scorer, one form, one heat-map
 * and one export serve them all. A measure is what its publisher printed (items, options, instruction) plus
 * what the literature says about its numbers (subscales, bands, thresholds), each with its source. Where
 * rights do not allow the items, or the score comes out of an interview, it has none and its total or result
 * is entered. It is not a patient's answers (responses.ts), not a score (score.ts) and not a judgement of
 * change (lib/change). A new measure is a folder beside `pcl-5/` and a line in measures.ts.
 */
import type { Provisional } from "./provisional";
import type { Recall } from "./recall";
import type { Score } from "./score";

/** One answer a person can choose, with the number it scores. */
export interface Option {
  readonly value: number;
  readonly label: string;
  /** "Not applicable": an answer that is given and counts neither above nor below the line. */
  readonly uncounted?: true;
}

export interface Item {
  /** 1-based, as printed; 0 for a gate question asked before item 1. */
  readonly number: number;
  /** Exactly as printed by the publisher. */
  readonly text: string;
  /** Two or three words for a heat-map or a sentence; ours, not the publisher's. */
  readonly label: string;
  readonly cluster: string | null;
  /** Only where an item has its own answers, as in the AUDIT-C; otherwise the measure's options hold. */
  readonly options?: readonly Option[];
  /** Asked and kept, but no part of the total: the gate of the PC-PTSD-5, the difficulty question of the PHQ-9. */
  readonly unscored?: true;
  /** May stay blank in a complete form; only ever together with `unscored`. */
  readonly optional?: true;
}

/** A published subscale: for the PCL-5 the DSM-5 symptom clusters B to E. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** Fits above a small chart; ours. */
  readonly short: string;
  readonly items: readonly number[];
  readonly max: number;
}

/** A code from a public terminology, given only where it was verified for this very form. */
export interface Code {
  readonly system: "http://loinc.org";
  readonly code: string;
  readonly display: string;
}

/** One printed form of the measure: its recall window, and the words the person reads before the items. */
export interface Administration {
  readonly recall: Recall;
  /** "Past month". */
  readonly label: string;
  /** Empty where the items are not ours to show. */
  readonly instruction: string;
  readonly stem: string;
  readonly source: string;
  /** False for a form kept as data but not yet shown to clinicians. */
  readonly offered: boolean;
  readonly codes: { readonly panel: Code | null; readonly total: Code | null };
  /** What a reader of a score from this form must know, or null. */
  readonly caution: string | null;
}

/** A named number from the literature: a single cut or an inclusive range. */
export interface Threshold {
  readonly id: string;
  readonly name: string;
  readonly value: number | readonly [from: number, to: number];
  readonly meaning: string;
  readonly source: string;
  /** Of the rating of one item, not of the total. */
  readonly ofItem?: true;
}

/** A named stretch of totals, inclusive. Only where a source has bands: the PCL-5 has none. */
export interface Band {
  readonly min: number;
  readonly max: number;
  readonly label: string;
}

/** An answer after which some items are not asked, and count 0: "Never" to item 1 of the AUDIT-C. */
export interface Skip {
  readonly item: number;
  readonly answer: number;
  readonly skips: readonly number[];
  readonly source: string;
}

/** A published way to score a form with items missing. Without one an incomplete form has no total. */
export interface MissingRule {
  /** Most counted items that may be missing. */
  readonly most: number;
  /** The rule in a sentence, for the page. */
  readonly words: string;
  readonly source: string;
}

/** An answer that calls for a person's attention whatever the total; see safety.ts. */
export interface SafetyItem {
  /** The item's number; 0 where a total or a result is entered and is itself the answer. */
  readonly item: number;
  /** Positive from this rating up. */
  readonly from: number;
  readonly meaning: string;
  readonly source: string;
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** Answered item by item; or an interview or a copyrighted form whose total, or whose result, is entered. */
  readonly entry: "items" | "total" | "result";
  /** Why there is no item text; null for `items`. */
  readonly whyNoItems: string | null;
  /** Empty for `total` and `result`. */
  readonly items: readonly Item[];
  /** The answers of every item that has none of its own; for `result`, the results there are. */
  readonly options: readonly Option[];
  readonly clusters: readonly Cluster[];
  /** Of the total, inclusive. */
  readonly range: { readonly min: number; readonly max: number };
  /**
   * How counted ratings make the total: their sum, or their sum as a rounded percentage of the most they could
   * have reached.
   */
  readonly combine: "sum" | "percent";
  readonly skips: readonly Skip[];
  readonly missingRule: MissingRule | null;
  /** The forms that exist, offered or not, longest recall first. */
  readonly recalls: readonly Recall[];
  /** The form for a recall window; RangeError if the measure has none. */
  readonly administration: (recall: Recall) => Administration;
  /** A rating from here up counts as a symptom endorsed; null where the measure knows no such count. */
  readonly endorsedFrom: number | null;
  readonly bands: { readonly list: readonly Band[]; readonly source: string } | null;
  readonly thresholds: readonly Threshold[];
  readonly safety: SafetyItem | null;
  /** A published diagnostic screening rule on the items, or null. */
  readonly provisional: ((score: Score) => Provisional) | null;
  readonly rights: string;
  readonly sources: readonly string[];
}

/** What reading answers needs to know of a measure: the part of it that a form carries to where it is filled in. */
export type Questions = Pick<Measure, "id" | "short" | "items" | "options" | "skips" | "missingRule">;

/**
 * The answers an item offers: its own, or else the measure's. Example: optionsOf(pcl5, pcl5.items[0]) is the
 * five options from 0 "Not at all" to 4 "Extremely".
 */
export function optionsOf(measure: Pick<Measure, "options">, item: Item): readonly Option[] {
  return item.options ?? measure.options;
}

/**
 * The item with this printed number; RangeError if there is none. Example: itemOf(pcl5, 20).label is "Sleep".
 */
export function itemOf(measure: Measure, number: number): Item {
  const item = measure.items.find((each) => each.number === number);
  if (item === undefined) throw new RangeError(`${measure.short} has no item ${number}`);
  return item;
}

/**
 * Where an item's rating stands in a list of ratings, from 0; RangeError if there is no such item. Example:
 * placeOf(pcl5, 20) is 19; where a gate comes first, item 1 stands at 1.
 */
export function placeOf(measure: Pick<Measure, "short" | "items">, number: number): number {
  const place = measure.items.findIndex((each) => each.number === number);
  if (place < 0) throw new RangeError(`${measure.short} has no item ${number}`);
  return place;
}

/**
 * The band a total lies in, or null where the measure has no bands. RangeError for a total outside the range.
 * Example: for the PHQ-9, whose bands change at 5, 10, 15 and 20, a total of 10 is "Moderate".
 */
export function bandOf(measure: Measure, total: number): Band | null {
  if (measure.bands === null) return null;
  const band = measure.bands.list.find(({ min, max }) => total >= min && total <= max);
  if (band === undefined) throw new RangeError(`${total} is no total of the ${measure.short}`);
  return band;
}
