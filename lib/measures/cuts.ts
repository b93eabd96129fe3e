/**
 * The published cuts of a measure's total as plain numbers, for columns and lines that stand for one number
 * each. What a cut means, and for whom, stands with its threshold in the definition; nothing is added here.
 */
import type { Measure } from "./measure";

/**
 * Every number a threshold of the total names, both ends of a range, each once and ascending. Thresholds of a
 * single item's rating are left out. Example: for the PCL-5 [31, 33]; for the AUDIT-C [3, 4, 5]; for the B-IPF,
 * which has bands and no cut, [].
 */
export function cutsOf(measure: Measure): readonly number[] {
  const ofTotal = measure.thresholds.filter((threshold) => threshold.ofItem !== true);
  return [...new Set(ofTotal.flatMap(({ value }) => value))].sort((a, b) => a - b);
}
