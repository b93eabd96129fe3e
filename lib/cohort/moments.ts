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
 * The moments of some values. RangeError for a value that is not finite. Example (by hand): 2, 4, 4, 4, 5, 5, 7, 9 have
 * n 8, mean 5 and SD √(32/7) = 2.138.
 */
export function momentsOf(values: readonly number[]): Moments {
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError("Only finite values can be summed");
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null };
  const rough = sum(values) / n;
  const mean = rough + sum(values.map((value) => value - rough)) / n;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
}

/**
 * The moments of pairs. RangeError as for momentsOf. Example (by hand): 60 → 40, 50 → 35 and 40 → 30 have a mean change
 * of −15, an SD of change of 5 and r = 1.
 */
export function pairedMomentsOf(pairs: readonly (readonly [from: number, to: number])[]): PairedMoments {
  const from = momentsOf(pairs.map(([earlier]) => earlier));
  const to = momentsOf(pairs.map(([, later]) => later));
  const change = momentsOf(pairs.map(([earlier, later]) => later - earlier));
  return { n: pairs.length, from, to, change, r: correlation(pairs, from, to) };
}

function correlation(pairs: readonly (readonly [number, number])[], from: Moments, to: Moments): number | null {
  if (from.mean === null || to.mean === null || !from.sd || !to.sd) return null;
  const [x, y] = [from.mean, to.mean];
  const together = sum(pairs.map(([earlier, later]) => (earlier - x) * (later - y)));
  return Math.min(1, Math.max(-1, together / ((pairs.length - 1) * from.sd * to.sd)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
