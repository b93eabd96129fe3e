/**
 * Count, mean and standard deviation: what a group's sums are boiled down to, so that a database can add up a million
 * scores and this folder need only see three numbers. The standard deviation is the sample's (n − 1). Lists are summed
 * about their mean (two passes), which loses nothing where all values are large and alike.
 */

/** Of n values: the mean is null for none, the standard deviation for fewer than two. */
export interface Moments {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

/** Of n pairs, later beside earlier. `r` is Pearson's, null where one side does not vary or n < 2. */
export interface PairedMoments {
  readonly n: number;
  readonly from: Moments;
  readonly to: Moments;
  /** Later minus earlier; negative is improvement. */
  readonly change: Moments;
  readonly r: number | null;
}

/**
 * The moments of some values, each counted so many `times` (once where nothing is said). RangeError for a value that is not
 * finite. Example (by hand): 2, 4, 4, 4, 5, 5, 7, 9 have n 8, mean 5 and SD √(32/7) = 2.138.
 */
export function momentsOf(values: readonly number[], times?: readonly number[]): Moments {
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError("Only finite values can be summed");
  const weight = (at: number): number => (times === undefined ? 1 : (times[at] ?? 0));
  const n = sum(values.map((_, at) => weight(at)));
  if (n === 0) return { n, mean: null, sd: null };
  const rough = sum(values.map((value, at) => value * weight(at))) / n;
  const mean = rough + sum(values.map((value, at) => (value - rough) * weight(at))) / n;
  const squares = sum(values.map((value, at) => (value - mean) ** 2 * weight(at)));
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
}

/** The moments of whole numbers of which the sums are known, exact while n times the squares stay below 2⁵³. Example: 7, 7, 7 are n 3, sum 21, squares 147. */
export function momentsOfSums({ n, sum: all, squares }: { readonly n: number; readonly sum: number; readonly squares: number }): Moments {
  if (n === 0) return { n, mean: null, sd: null };
  return { n, mean: all / n, sd: n < 2 ? null : Math.sqrt(Math.max(0, n * squares - all * all) / (n * (n - 1))) };
}

/** Of n pairs of whole numbers: sums and squares of each side, and the sum of their products. */
export interface PairSums {
  readonly n: number;
  readonly from: { readonly sum: number; readonly squares: number };
  readonly to: { readonly sum: number; readonly squares: number };
  readonly products: number;
}

/** The moments of such pairs, exact as momentsOfSums. Example: 60 → 40, 50 → 35 and 40 → 30, as below, have products of 5350. */
export function pairedMomentsOfSums({ n, from, to, products }: PairSums): PairedMoments {
  const change = { sum: to.sum - from.sum, squares: from.squares + to.squares - 2 * products };
  const spread = (side: PairSums["from"]): number => n * side.squares - side.sum * side.sum;
  const [x, y] = [spread(from), spread(to)];
  const r = x > 0 && y > 0 ? Math.min(1, Math.max(-1, (n * products - from.sum * to.sum) / (Math.sqrt(x) * Math.sqrt(y)))) : null;
  return { n, from: momentsOfSums({ n, ...from }), to: momentsOfSums({ n, ...to }), change: momentsOfSums({ n, ...change }), r };
}

/**
 * The moments of pairs, counted as for momentsOf, with its RangeError. Example (by hand): 60 → 40, 50 → 35 and 40 → 30 have
 * a mean change of −15, an SD of change of 5 and r = 1.
 */
export function pairedMomentsOf(pairs: readonly (readonly [from: number, to: number])[], times?: readonly number[]): PairedMoments {
  const from = momentsOf(pairs.map(([earlier]) => earlier), times);
  const to = momentsOf(pairs.map(([, later]) => later), times);
  const change = momentsOf(pairs.map(([earlier, later]) => later - earlier), times);
  return { n: from.n, from, to, change, r: correlation(pairs, from, to, times) };
}

function correlation(pairs: readonly (readonly [number, number])[], from: Moments, to: Moments, times?: readonly number[]): number | null {
  if (from.mean === null || to.mean === null || !from.sd || !to.sd) return null;
  const [x, y] = [from.mean, to.mean];
  const together = sum(pairs.map(([earlier, later], at) => (earlier - x) * (later - y) * (times?.[at] ?? 1)));
  return Math.min(1, Math.max(-1, together / ((from.n - 1) * from.sd * to.sd)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
