// Which items are asked, given the answers so far, and how far one is among them.
import type { Item, Questions } from "@/lib/measures/measure";
import { optionsOf } from "@/lib/measures/measure";
import { isAsked } from "@/lib/measures/responses";

type Ratings = readonly (number | null)[];

/** Answered, of those that must be: an item that may stay blank is in neither number. */
export function standing(measure: Questions, ratings: Ratings): { answered: number; of: number } {
  const places = measure.items.flatMap((item, place) =>
    item.optional !== true && isAsked(measure, item, ratings) ? [place] : [],
  );
  return { answered: places.filter((place) => (ratings[place] ?? null) !== null).length, of: places.length };
}

/** The nearest item that is asked, one way or the other; the same place where there is none. */
export function nextAsked(measure: Questions, ratings: Ratings, from: number, by: 1 | -1): number {
  for (let place = from + by; ; place += by) {
    const item = measure.items[place];
    if (item === undefined) return from;
    if (isAsked(measure, item, ratings)) return place;
  }
}

/** The first item that is asked and has no answer, or -1. */
export function firstOpen(measure: Questions, ratings: Ratings): number {
  return measure.items.findIndex(
    (item, place) => (ratings[place] ?? null) === null && isAsked(measure, item, ratings),
  );
}

/** Why an item is not asked: "Not asked after “Never” to item 1."; null for one that is. */
export function whyNotAsked(measure: Questions, item: Item, ratings: Ratings): string | null {
  if (isAsked(measure, item, ratings)) return null;
  const skip = measure.skips.find(({ skips }) => skips.includes(item.number));
  const asker = measure.items.find(({ number }) => number === skip?.item);
  if (skip === undefined || asker === undefined) return null;
  const label = optionsOf(measure, asker).find(({ value }) => value === skip.answer)?.label;
  return `Not asked after “${label}” to ${itemName(asker)}.`;
}

/** An item in running text: "item 3", or what stands before and after the numbered ones. */
export function itemName({ number, optional }: Pick<Item, "number" | "optional">): string {
  if (number === 0) return "the first question";
  return optional === true ? "the last question" : `item ${number}`;
}

/** What is read out before an item's words: "Item 3 of 9." */
export function itemPlace(measure: Questions, item: Item): string {
  if (item.number === 0) return "First question.";
  if (item.optional === true) return "Last question, may stay blank.";
  return `Item ${item.number} of ${measure.items.filter(({ unscored }) => unscored !== true).length}.`;
}
