/**
 * Sudden gains and losses after Tang and DeRubeis (1999, J Consult Clin Psychol 67:894–904): a fall (or rise)
 * between two neighbouring sessions that is large in points, large against the score before it, and large
 * against the scores on both sides. Scores x[1] to x[T] are one measure and recall window at evenly spaced
 * sessions (weekly-series.ts picks them); a session without a score keeps its place. From x[n] to x[n + 1]:
 *
 * 1. a fall of at least so many points: 10 for the PCL-5 to begin with, 15 offered. The original used 7 on the
 *    BDI; no published figure for the PCL-5 was found.
 * 2. a fall of at least 25 % of x[n].
 * 3. the mean of up to three scores before (n − 2 to n) less that of up to three after (n + 1 to n + 3) exceeds
 *    t(.975, n₁ + n₂ − 2) pooled standard deviations, √(((n₁ − 1)s₁² + (n₂ − 1)s₂²)/(n₁ + n₂ − 2)), with at
 *    least two scores on each side.
 *
 * This is the form of the R package suddengains 0.7.2 (Wiedemann et al. 2020, PLOS ONE 15:e0230276); a
 * textbook Student t, with √(1/n₁ + 1/n₂), also circulates and is not used. Where a criterion cannot be worked
 * out the interval is not testable, which is not a no. The first interval and the last are never tested: one
 * side has a single score. A loss is the mirror image, all three criteria turned round. There the package
 * differs: its second criterion for losses holds for every rise (identify_sl.R), ours asks for a rise of 25 %
 * of x[n]. A gain is reversed by a later score above x[n + 1] and half the fall; a loss by one below.
 *
 * It marks where scores moved and is silent about why: an association, and after the fact.
 */
import { suddenCriteria, type SuddenCriteria } from "./sudden-criteria";

export interface SessionScore {
  readonly id: string;
  readonly at: Date;
  readonly total: number;
}

export type WhyNotTestable = "first" | "last" | "no-score" | "few-before" | "few-after";

export interface SuddenChange<S extends SessionScore = SessionScore> {
  /** Which way the score went; null where it stayed or is not known. */
  readonly kind: "gain" | "loss" | null;
  readonly state: "met" | "not-met" | "not-testable";
  readonly why: WhyNotTestable | null;
  /** The place of the earlier session, from 1; the later one is the next. */
  readonly n: number;
  readonly from: S | null;
  readonly to: S | null;
  readonly criteria: SuddenCriteria;
  /** For one that is met: beyond which total a later score undoes it, and the first that did. */
  readonly reversal: { readonly beyond: number; readonly by: S | null } | null;
}

export interface SuddenSettings {
  /** Least points of criterion 1, above 0. */
  readonly points: number;
}

/** The numbers of criteria 2 and 3, for whoever writes the definition out. */
export { SUDDEN_SHARE, T_975 } from "./sudden-criteria";

export const STARTING_SUDDEN: SuddenSettings = { points: 10 };
export const SUDDEN_POINTS_OFFERED: readonly number[] = [10, 15];

/**
 * Every interval between neighbouring sessions, T − 1 of them, in order of time; `null` stands for a session
 * without a score. RangeError for points not above 0. Example: 32, 31, 33, 5, 6, 7 with 7 points has a gain
 * from session 3 to 4 (28 points; 8.25 asked; means 26 apart, more than 2.78), and 1 to 2 and 5 to 6 are not
 * testable.
 */
export function suddenChanges<S extends SessionScore>(
  scores: readonly (S | null)[],
  { points }: SuddenSettings,
): readonly SuddenChange<S>[] {
  if (!(points > 0)) throw new RangeError(`A sudden gain takes more than ${points} points`);
  return scores.slice(1).map((_, index) => interval(scores, index, points));
}

function interval<S extends SessionScore>(scores: readonly (S | null)[], index: number, points: number): SuddenChange<S> {
  const from = scores[index] ?? null;
  const to = scores[index + 1] ?? null;
  const change = from === null || to === null ? null : to.total - from.total;
  const way = change !== null && change > 0 ? 1 : -1;
  const criteria = suddenCriteria(
    { from: from?.total ?? null, to: to?.total ?? null },
    { before: totals(scores.slice(Math.max(0, index - 2), index + 1)), after: totals(scores.slice(index + 1, index + 4)) },
    points,
  );
  const why = whyNot(change, index, scores.length, criteria.means);
  const met = why === null && criteria.points.met === true && criteria.share.met === true && criteria.means.met === true;
  return {
    kind: change === null || change === 0 ? null : way === 1 ? "loss" : "gain",
    state: why !== null ? "not-testable" : met ? "met" : "not-met",
    why,
    n: index + 1,
    from,
    to,
    criteria,
    reversal: met && to !== null && change !== null ? reversal(scores.slice(index + 2), to.total - change / 2, way) : null,
  };
}

function whyNot(change: number | null, index: number, length: number, means: { before: number; after: number }): WhyNotTestable | null {
  if (index === 0) return "first";
  if (index === length - 2) return "last";
  if (change === null) return "no-score";
  if (means.before < 2) return "few-before";
  return means.after < 2 ? "few-after" : null;
}

function reversal<S extends SessionScore>(later: readonly (S | null)[], beyond: number, way: 1 | -1): { beyond: number; by: S | null } {
  return { beyond, by: later.find((score) => score !== null && way * (score.total - beyond) < 0) ?? null };
}

function totals(scores: readonly (SessionScore | null)[]): readonly number[] {
  return scores.flatMap((score) => (score === null ? [] : [score.total]));
}
