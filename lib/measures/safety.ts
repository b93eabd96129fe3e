/**
 * Whether an answer calls for a person at once: item 9 of the PHQ-9 above zero, a positive C-SSRS screener. It
 * looks at one answer, in a finished form or in one still being filled in, whatever the total is or will be. It
 * says that somebody should look; it is no assessment of risk, and no answer below the line is a reassurance.
 */
import { placeOf, type Measure, type SafetyItem } from "./measure";
import type { Stored } from "./recorded";

export interface SafetyFinding {
  /** The answer given, as the number it is stored with. */
  readonly value: number;
  readonly safety: SafetyItem;
}

/**
 * The answer that calls for a person, or null: none given, below the line, or a measure without such an answer.
 * Where a total or a result is entered, that is the answer. Never throws. Example: a PHQ-9 with item 9 answered 1
 * and nothing else answered gives the value 1; with item 9 answered 0, or blank, null; a PCL-5 always null.
 */
export function safetyFinding(measure: Measure, { ratings, total }: Stored): SafetyFinding | null {
  const { safety } = measure;
  if (safety === null) return null;
  const value = measure.entry === "items" ? ratings[placeOf(measure, safety.item)] : total;
  return typeof value === "number" && value >= safety.from ? { value, safety } : null;
}
