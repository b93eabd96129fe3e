/**
 * Whether an answer calls for a person at once: item 9 of the PHQ-9 above 0, a C-SSRS screener result other than
 * negative. It looks at one answer, in a finished form or in one still being filled in, whatever the total is or
 * will be. It says that somebody should look; it is no assessment of risk, and no answer below the line is a
 * reassurance.
 */
import { optionsOf, placeOf, type Measure, type SafetyItem } from "./measure";
import type { Stored } from "./recorded";

export interface SafetyFinding {
  /** The answer given, as the number it is stored with. */
  readonly value: number;
  /** The answer in its printed words: "Several days". */
  readonly label: string;
  readonly safety: SafetyItem;
}

/**
 * The answer that calls for a person, or null: none given (null is not 0), below the line (0 is an answer), or a
 * measure without such an answer. Where a total or a result is entered, that is the answer. Never throws; a value
 * the item does not offer is no answer.
 *
 * Example: a PHQ-9 with item 9 answered 1 and nothing else answered gives the value 1, "Several days"; with item 9
 * answered 0, or blank, null; a C-SSRS entered as 1 gives "Low"; a PCL-5 always null.
 */
export function safetyFinding(measure: Pick<Measure, "short" | "items" | "options" | "safety">, { ratings, total }: Stored): SafetyFinding | null {
  const { safety } = measure;
  if (safety === null) return null;
  const item = measure.items.find(({ number }) => number === safety.item);
  const value = item === undefined ? total : ratings[placeOf(measure, item.number)];
  const offered = item === undefined ? measure.options : optionsOf(measure, item);
  const answer = offered.find((option) => option.value === value);
  return answer === undefined || answer.value < safety.from ? null : { value: answer.value, label: answer.label, safety };
}
