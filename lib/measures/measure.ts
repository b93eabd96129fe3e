/**
 * What a measure is: a published questionnaire written down as data, so that one scorer, one form, one
 * heat-map and one export serve them all. A measure is what its publisher printed (items, options,
 * instruction) plus what the literature says about its numbers (subscales, thresholds), each with its source.
 * It is not a patient's answers (responses.ts), not a score (score.ts) and not a judgement of change
 * (lib/change). A new measure is a folder beside `pcl-5/` and a line in measures.ts.
 */
import type { Provisional } from "./provisional";
import type { Recall } from "./recall";
import type { Score } from "./score";

/** One answer a person can choose, with the number it scores. */
export interface Option {
  readonly value: number;
  readonly label: string;
}

export interface Item {
  /** 1-based, as printed. */
  readonly number: number;
  /** Exactly as printed by the publisher. */
  readonly text: string;
  /** Two or three words for a heat-map or a sentence; ours, not the publisher's. */
  readonly label: string;
  readonly cluster: string | null;
  /** Only where an item has its own answers, as in the AUDIT-C; otherwise the measure's options hold. */
  readonly options?: readonly Option[];
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
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly items: readonly Item[];
  readonly options: readonly Option[];
  readonly clusters: readonly Cluster[];
  /** Of the total, inclusive. */
  readonly range: { readonly min: number; readonly max: number };
  /** The forms that exist, offered or not, longest recall first. */
  readonly recalls: readonly Recall[];
  /** The form for a recall window; RangeError if the measure has none. */
  readonly administration: (recall: Recall) => Administration;
  /** A rating from here up counts as a symptom endorsed; null where the measure knows no such count. */
  readonly endorsedFrom: number | null;
  readonly thresholds: readonly Threshold[];
  /** A published diagnostic screening rule on the items, or null. */
  readonly provisional: ((score: Score) => Provisional) | null;
  readonly rights: string;
  readonly sources: readonly string[];
}

/**
 * The answers an item offers: its own, or else the measure's. Example: optionsOf(pcl5, pcl5.items[0]) is the
 * five options from 0 "Not at all" to 4 "Extremely".
 */
export function optionsOf(measure: Measure, item: Item): readonly Option[] {
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
