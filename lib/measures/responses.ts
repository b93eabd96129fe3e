/**
 * Responses: what a person answered, read strictly. A set of answers is complete, incomplete or invalid, and
 * the three are different types, because a half-filled questionnaire that is summed gives a plausible total
 * that is too low. Only `readResponses` can make the complete kind, and only the complete kind can be scored
 * (score.ts). No missing-item rule is applied here: for the PCL-5 none has been published. Nothing is
 * guessed, trimmed or rounded: 0 is an answer, the text "3" is not.
 */
import { optionsOf, type Measure, type Option } from "./measure";

declare const readByUs: unique symbol;

/** Characters of a refused text repeated in its reason. */
const LONGEST_QUOTE = 20;

/** All items answered with a rating the measure offers. Cannot be written by hand: see readResponses. */
export interface CompleteResponses {
  readonly state: "complete";
  readonly measure: string;
  /** One rating per item, in item order. */
  readonly ratings: readonly number[];
  readonly [readByUs]: true;
}

/** At least one item unanswered, and every answer given is valid. */
export interface IncompleteResponses {
  readonly state: "incomplete";
  readonly measure: string;
  readonly ratings: readonly (number | null)[];
  /** Item numbers without an answer, ascending, never empty. */
  readonly missing: readonly number[];
}

export interface InvalidResponses {
  readonly state: "invalid";
  readonly measure: string;
  readonly problems: readonly { readonly item: number; readonly reason: string }[];
}

export type Responses = CompleteResponses | IncompleteResponses | InvalidResponses;

/**
 * Reads raw answers, one per item in item order, ratings as numbers.
 *
 * undefined, null and "" are missing, and so is every item past the end of a short list. Text, fractions,
 * numbers the item does not offer, NaN, true and false, and anything past the last item are refused, each
 * with its item number; one such answer makes the whole set invalid, whatever else is missing. Never throws.
 *
 * Example: twenty zeros on the PCL-5 are complete (a total of 0); nineteen zeros are incomplete with item 20
 * missing; a 2.5 on item 9 is invalid with { item: 9, reason: "2.5 is not a whole number" }.
 */
export function readResponses(measure: Measure, raw: readonly unknown[]): Responses {
  const ratings: (number | null)[] = [];
  const missing: number[] = [];
  const problems: { item: number; reason: string }[] = [];
  measure.items.forEach((item, index) => {
    const answer = raw[index];
    if (answer === undefined || answer === null || answer === "") {
      ratings.push(null);
      missing.push(item.number);
      return;
    }
    const reason = whyRefused(answer, optionsOf(measure, item));
    if (reason !== null) problems.push({ item: item.number, reason });
    else ratings.push(Number(answer) + 0); // + 0 turns −0 into 0
  });
  for (let number = measure.items.length + 1; number <= raw.length; number += 1) {
    problems.push({ item: number, reason: `the ${measure.short} has ${measure.items.length} items` });
  }
  if (problems.length > 0) return { state: "invalid", measure: measure.id, problems };
  if (missing.length > 0) return { state: "incomplete", measure: measure.id, ratings, missing };
  return { state: "complete", measure: measure.id, ratings } as unknown as CompleteResponses;
}

function whyRefused(answer: unknown, options: readonly Option[]): string | null {
  if (typeof answer === "string") {
    const shown = answer.length > LONGEST_QUOTE ? `${answer.slice(0, LONGEST_QUOTE)}…` : answer;
    return `"${shown}" is text, not a number`;
  }
  if (typeof answer === "boolean") return `${answer} is not a rating`;
  if (typeof answer !== "number") return "not a rating";
  if (Number.isNaN(answer)) return "not a number";
  if (!Number.isInteger(answer)) return `${answer} is not a whole number`;
  if (options.some((option) => option.value === answer)) return null;
  const values = options.map((option) => option.value);
  return `${answer} is outside ${Math.min(...values)} to ${Math.max(...values)}`;
}
