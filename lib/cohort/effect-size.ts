/**
 * How large a change is in standard deviations, corrected for small groups: Hedges' g of paired scores. Two standards
 * are in use and give different numbers from the same patients, so both are shown and named: by the SD at baseline of
 * those who have both scores (metafor's SMCR, Becker 1988), and by the SD of the change itself (SMCC, Gibbons 1993).
 * The correction is exact, J = Γ(m/2) / (√(m/2) Γ((m − 1)/2)) with m = n − 1; variances are the large-sample ones of
 * metafor (escalc, vtype "LS"). The sign is that of later minus earlier: negative is improvement. Within one group and
 * without a comparison it says nothing about what would have happened otherwise, and does not belong on one axis with
 * effects between groups.
 */
import { halfStep } from "./distributions/gamma";
import { Z, type Interval } from "./interval";
import type { PairedMoments } from "./moments";

export interface EffectSize {
  /** In standard deviations; negative is improvement. */
  readonly yi: number;
  /** Its sampling variance, and the root of it. */
  readonly vi: number;
  readonly sei: number;
  /** By the normal distribution, as metafor's summary gives it. */
  readonly interval: Interval;
}

export interface EffectSizes {
  readonly n: number;
  /** Of baseline and later score; the variance by baseline SD rests on it. */
  readonly r: number | null;
  /** By the SD at baseline (SMCR). */
  readonly byBaseline: EffectSize | null;
  /** By the SD of change (SMCC). */
  readonly byChange: EffectSize | null;
}

/** Fewest pairs with which the correction is defined. */
export const LEAST_PAIRS = 3;

/**
 * Hedges' correction with m degrees of freedom, above 1; RangeError otherwise. Between 0 and 1, towards 1 as m
 * grows. Example (by hand): hedgesCorrection(2) is 1/√π = 0.5642.
 */
export function hedgesCorrection(m: number): number {
  if (!(m > 1)) throw new RangeError(`Hedges' correction takes more than 1 degree of freedom, not ${m}`);
  return halfStep((m - 1) / 2) / Math.sqrt(m / 2);
}

/**
 * Both effect sizes of a paired change; each null for fewer than three pairs, or where its SD is 0 or, by baseline, the
 * correlation is not defined. Example (metafor 3.8, escalc): n 12, 30 → 24, SDs 5.1 and 4.2, r .7 give by change
 * −1.5096 with variance 0.1783; by baseline −1.0941, variance 0.0999.
 */
export function effectSizes({ n, from, change, r }: PairedMoments): EffectSizes {
  if (n < LEAST_PAIRS || change.mean === null) return { n, r, byBaseline: null, byChange: null };
  const corrected = hedgesCorrection(n - 1) * change.mean;
  return {
    n,
    r,
    byBaseline: from.sd === null || from.sd === 0 || r === null ? null : effect(corrected / from.sd, (2 * (1 - r)) / n, n),
    byChange: change.sd === null || change.sd === 0 ? null : effect(corrected / change.sd, 1 / n, n),
  };
}

function effect(yi: number, ofMeans: number, n: number): EffectSize {
  const vi = ofMeans + (yi * yi) / (2 * n);
  const sei = Math.sqrt(vi);
  const reach = Z * sei;
  return { yi, vi, sei, interval: { lower: yi - reach, upper: yi + reach } };
}
