/**
 * The interval of a mean by Student's t: for scores in a window and for change from baseline alike. It speaks of the
 * mean of a group like this one and not of where single patients lie, and it takes their scores to be independent.
 * 95 % wherever nothing else is said.
 */
import { normalQuantile, tQuantile } from "./distributions/quantiles";
import type { Moments } from "./moments";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The confidence of every interval of a group's figures: a convention, not a finding. */
export const CONFIDENCE = 0.95;

/** The probability below the upper end of a two-sided interval. Example: upperEnd(0.95) is 0.975. */
export function upperEnd(confidence: number): number {
  return 1 - (1 - confidence) / 2;
}

/** Standard errors on either side of an estimate that is taken to be normal: 1.96 for 95 %. */
export const Z = normalQuantile(upperEnd(CONFIDENCE));

/**
 * mean ± t(n − 1) · SD/√n, in the unit of the scores; null for fewer than two. Example (by hand): n 4, mean 10 and SD 2
 * with t(.975, 3) = 3.182 give 6.818 to 13.182.
 */
export function meanInterval({ n, mean, sd }: Moments, confidence: number = CONFIDENCE): Interval | null {
  if (mean === null || sd === null || n < 2) return null;
  const reach = (tQuantile(upperEnd(confidence), n - 1) * sd) / Math.sqrt(n);
  return { lower: mean - reach, upper: mean + reach };
}
