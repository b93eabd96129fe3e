// What a cell says as an answer. A rating is a whole number in plain digits and nothing else: no spaces around it, no
// "2.0", no "+2", no words. What is not a number is handed on as text, to be refused with its item. Where a measure has
// a "not applicable", it is written NA or N/A, and its internal code is not accepted.
import { optionsOf, type Item, type Measure } from "../measures/measure";

const number = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;
const notApplicable = /^n\/?a$/i;

export interface Answer {
  /** A number, text that is none, or null for blank: what readRecorded takes. */
  readonly value: unknown;
  /** A reason of our own to refuse the cell, or null. */
  readonly refused: string | null;
}

/** Example: "3" is 3, "" is null, "2.5" is 2.5 and will be refused, "2.0" is refused as not in plain digits. */
export function answerOf(measure: Measure, item: Item, cell: string): Answer {
  if (cell === "") return { value: null, refused: null };
  const options = optionsOf(measure, item);
  const uncounted = options.find((option) => option.uncounted === true);
  if (uncounted !== undefined && notApplicable.test(cell)) return { value: uncounted.value, refused: null };
  if (!number.test(cell) || cell === "-0") {
    const isNumber = cell.trim() !== "" && Number.isFinite(Number(cell));
    return { value: cell, refused: isNumber ? `"${cell}" is not a whole number in plain digits` : null };
  }
  const value = Number(cell);
  if (uncounted?.value !== value) return { value, refused: null };
  const values = options.filter((option) => option !== uncounted).map((option) => option.value);
  return { value, refused: `${value} is outside ${Math.min(...values)} to ${Math.max(...values)}; write NA where the item does not apply` };
}
