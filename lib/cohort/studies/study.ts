/**
 * A published study as it was printed, and the effect worked out from what was printed. Papers give means and standard
 * deviations, or a standardised effect with its interval, or a change in points; each leads to a number of another kind,
 * and every effect says which (`metric`, by metafor's names). Within one group and between two groups are different
 * questions: an effect within a group holds whatever else happened in that time. They are never put into one mean.
 * Negative is improvement throughout, also where the paper prints it positive.
 */
import { tQuantile } from "../distributions/quantiles";
import { effectSizes, hedgesCorrection } from "../effect-size";
import { CONFIDENCE, upperEnd, Z } from "../interval";

interface Group {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

export type Reported =
  /** Before and after in one group. The correlation is seldom printed; where it is null one must be assumed. */
  | { readonly kind: "paired-means"; readonly n: number; readonly from: Omit<Group, "n">; readonly to: Omit<Group, "n">; readonly r: number | null }
  /** Two groups afterwards. */
  | { readonly kind: "two-groups"; readonly treated: Group; readonly comparison: Group }
  /** A standardised effect within or between groups with its 95 % interval, as the paper has it. */
  | { readonly kind: "standardised"; readonly n: number; readonly estimate: number; readonly lower: number; readonly upper: number }
  /** A mean change in points, or a difference between two groups in points, with its standard error; `n` is all patients. */
  | { readonly kind: "mean-change"; readonly n: number; readonly change: number; readonly se: number }
  /** The same with its 95 % interval by t. */
  | { readonly kind: "mean-change-interval"; readonly n: number; readonly change: number; readonly lower: number; readonly upper: number }
  /** Two means without a spread: shown, and in no mean. */
  | { readonly kind: "means-only"; readonly n: number; readonly from: number; readonly to: number };

export interface Study {
  readonly id: string;
  /** "Albott 2018". */
  readonly name: string;
  readonly citation: string;
  readonly groups: "within" | "between";
  readonly measure: string;
  readonly treatment: string;
  /** Of the later score: "24 h after the sixth infusion". */
  readonly time: string;
  readonly reported: Reported;
  /** What a reader must know, or null. */
  readonly note: string | null;
}

/** SMCR, SMD, MC and MD as in metafor's escalc; SMD-reported is taken over from a paper. */
export type Metric = "SMCR" | "SMD" | "MC" | "MD" | "SMD-reported";

export interface StudyEffect {
  readonly metric: Metric;
  readonly yi: number;
  readonly vi: number;
  readonly sei: number;
  readonly ni: number;
  /** The correlation used, given or assumed; null where none is needed. */
  readonly ri: number | null;
  readonly assumedR: boolean;
}

/** Used where a paper gives no correlation, and said so: no figure is printed for it. */
export const ASSUMED_R = 0.5;

/**
 * The effect of a study; null where its spread was not printed. RangeError for an impossible correlation or fewer than
 * three pairs. Example (McGeary 2022, by Metapsy): 30.0 (20.9) of 23 against 41.6 (17.1) of 48 is g = −0.62.
 */
export function studyEffect({ groups, reported }: Pick<Study, "groups" | "reported">, assumed: number = ASSUMED_R): StudyEffect | null {
  const points = groups === "within" ? "MC" : "MD";
  switch (reported.kind) {
    case "paired-means":
      return pairedEffect(reported, assumed);
    case "two-groups":
      return twoGroups(reported.treated, reported.comparison);
    case "standardised":
      return effect("SMD-reported", reported.estimate, (reported.upper - reported.lower) / (2 * Z), reported.n);
    case "mean-change":
      return effect(points, reported.change, reported.se, reported.n);
    case "mean-change-interval":
      return effect(points, reported.change, (reported.upper - reported.lower) / (2 * tQuantile(upperEnd(CONFIDENCE), reported.n - (groups === "within" ? 1 : 2))), reported.n);
    case "means-only":
      return null;
  }
}

function pairedEffect({ n, from, to, r }: Extract<Reported, { kind: "paired-means" }>, assumed: number): StudyEffect {
  const ri = r ?? assumed;
  if (!(ri >= -1 && ri <= 1) || n < 3) throw new RangeError(`No effect of ${n} pairs with a correlation of ${ri}`);
  const change = { n, mean: to.mean - from.mean, sd: null };
  const { byBaseline } = effectSizes({ n, r: ri, from: { n, ...from }, to: { n, ...to }, change });
  if (byBaseline === null) throw new RangeError("An effect by baseline takes a standard deviation above 0");
  return { ...effect("SMCR", byBaseline.yi, byBaseline.sei, n), ri, assumedR: r === null };
}

/** Hedges' g and its large-sample variance, as escalc(measure = "SMD"). */
function twoGroups(treated: Group, comparison: Group): StudyEffect {
  const df = treated.n + comparison.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.sd ** 2 + (comparison.n - 1) * comparison.sd ** 2) / df);
  const yi = (hedgesCorrection(df) * (treated.mean - comparison.mean)) / pooled;
  const n = treated.n + comparison.n;
  return effect("SMD", yi, Math.sqrt(1 / treated.n + 1 / comparison.n + (yi * yi) / (2 * n)), n);
}

function effect(metric: Metric, yi: number, sei: number, ni: number): StudyEffect {
  return { metric, yi, vi: sei * sei, sei, ni, ri: null, assumedR: false };
}
