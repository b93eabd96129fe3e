/**
 * Responses: what a person answered, read strictly. A set of answers is complete, incomplete or invalid, and
 * the three are different types, because a half-filled questionnaire that is summed gives a plausible total
 * that is too low. Only `readResponses` can make the complete kind; only `completeByRule` can turn an
 * incomplete form into a scorable one, and only where the measure's publisher has a rule for missing items;
 * nothing else can be scored (score.ts). Nothing is guessed, trimmed or rounded: 0 is an answer, the text "3"
 * is not. An item that was rightly not asked (Skip) is not missing: it counts 0 and stays blank.
 */
import { optionsOf, placeOf, type Item, type Option, type Questions } from "./measure";

declare const readByUs: unique symbol;

/** Characters of a refused text repeated in its reason. */
const LONGEST_QUOTE = 20;

/** Every item that had to be asked is answered. Cannot be written by hand: see readResponses. */
export interface CompleteResponses {
  readonly state: "complete";
  readonly measure: string;
  /** In item order; null only for an item that was not asked, or that may stay blank. */
  readonly ratings: readonly (number | null)[];
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

/** An incomplete form that its measure's published rule allows to be scored. See completeByRule. */
export interface CompletedResponses {
  readonly state: "completed";
  readonly measure: string;
  readonly ratings: readonly (number | null)[];
  readonly missing: readonly number[];
  readonly [readByUs]: true;
}

export type Responses = CompleteResponses | IncompleteResponses | InvalidResponses;

/**
 * Reads raw answers, one per item in item order, ratings as numbers.
 *
 * undefined, null and "" are missing, and so is every item past the end of a short list. Text, fractions,
 * numbers the item does not offer, NaN, true and false, anything past the last item, and an answer to an item
 * that an earlier answer rules out, are refused, each with its item number; one such answer makes the whole
 * set invalid, whatever else is missing. Never throws.
 *
 * Example: twenty zeros on the PCL-5 are complete (a total of 0); nineteen zeros are incomplete with item 20
 * missing; a 2.5 on item 9 is invalid with { item: 9, reason: "2.5 is not a whole number" }.
 */
export function readResponses(measure: Questions, raw: readonly unknown[]): Responses {
  const ratings: (number | null)[] = [];
  const problems: { item: number; reason: string }[] = [];
  measure.items.forEach((item, index) => {
    const answer = raw[index];
    if (answer === undefined || answer === null || answer === "") {
      ratings.push(null);
      return;
    }
    const reason = whyRefused(answer, optionsOf(measure, item));
    if (reason !== null) problems.push({ item: item.number, reason });
    ratings.push(reason === null ? Number(answer) + 0 : null); // + 0 turns −0 into 0
  });
  for (let place = measure.items.length; place < raw.length; place += 1) {
    const counted = measure.items.length;
    problems.push({ item: place + 1, reason: `the ${measure.short} has ${counted} items` });
  }
  problems.push(...contradictions(measure, ratings));
  if (problems.length > 0) return { state: "invalid", measure: measure.id, problems };
  const missing = measure.items
    .filter((item, index) => ratings[index] === null && isAsked(measure, item, ratings) && item.optional !== true)
    .map((item) => item.number);
  if (missing.length > 0) return { state: "incomplete", measure: measure.id, ratings, missing };
  return { state: "complete", measure: measure.id, ratings } as unknown as CompleteResponses;
}

/**
 * Whether an item is asked, given the answers so far: not where an earlier answer rules it out. Example: after
 * "Never" to item 1 of the AUDIT-C, items 2 and 3 are not asked; while item 1 is blank, they are.
 */
export function isAsked(measure: Questions, item: Item, ratings: readonly (number | null)[]): boolean {
  return !measure.skips.some(
    (skip) => skip.skips.includes(item.number) && ratings[placeOf(measure, skip.item)] === skip.answer,
  );
}

/**
 * An incomplete form as its measure's published rule completes it; null where there is no rule, where it does
 * not reach so far, or where nothing that counts was answered. Example: a PHQ-9 with items 3 and 4 blank may
 * be scored by its rule, with three blank it may not; a PCL-5 with one item blank may not.
 */
export function completeByRule(measure: Questions, given: IncompleteResponses): CompletedResponses | null {
  const { missingRule } = measure;
  if (missingRule === null || given.missing.length > missingRule.most) return null;
  const counts = measure.items.some((item, index) => item.unscored !== true && isCounted(measure, item, given.ratings[index]));
  return counts ? ({ ...given, state: "completed" } as unknown as CompletedResponses) : null;
}

/** Whether a rating is there and enters the total: not where it says "not applicable". */
export function isCounted(measure: Questions, item: Item, rating: number | null | undefined): rating is number {
  if (rating === null || rating === undefined) return false;
  return !optionsOf(measure, item).some((option) => option.value === rating && option.uncounted === true);
}

/** Answers above 0 to items that an earlier answer says were not asked. */
function contradictions(measure: Questions, ratings: readonly (number | null)[]): { item: number; reason: string }[] {
  return measure.items.flatMap((item, index) => {
    const rating = ratings[index] ?? null;
    if (rating === null || rating === 0 || isAsked(measure, item, ratings)) return [];
    const skip = measure.skips.find((each) => each.skips.includes(item.number));
    const asked = skip?.item === 0 ? "the first question" : `item ${skip?.item}`;
    return [{ item: item.number, reason: `${rating} contradicts the answer to ${asked}, after which it is not asked` }];
  });
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
  const values = options.filter((option) => option.uncounted !== true).map((option) => option.value);
  return `${answer} is outside ${Math.min(...values)} to ${Math.max(...values)}`;
}
