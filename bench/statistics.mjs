// The few figures a benchmark needs, without rounding and without interpolation.

/**
 * The nearest-rank percentile: the smallest value that at least `share` of all values do not exceed.
 * @param {readonly number[]} values
 * @param {number} share above 0 and at most 1
 */
export function percentile(values, share) {
  if (values.length === 0 || !(share > 0 && share <= 1)) throw new RangeError("A percentile needs values and a share");
  const sorted = Float64Array.from(values).sort();
  return Number(sorted[Math.ceil(share * sorted.length - 1e-9) - 1]);
}

/**
 * @param {readonly number[]} values
 * @returns {number} of an even number of values, the middle of the two in the middle
 */
export function median(values) {
  if (values.length === 0) throw new RangeError("A median needs values");
  const sorted = Float64Array.from(values).sort();
  const half = Math.floor(sorted.length / 2);
  const upper = Number(sorted[half]);
  return sorted.length % 2 === 1 ? upper : (Number(sorted[half - 1]) + upper) / 2;
}
