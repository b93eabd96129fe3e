/**
 * Which items moved most and least between two forms of one series. A description of twenty single ratings,
 * each with more error than the total: it points to what may be worth talking about and is judged by no rule.
 */
import type { Item, Measure } from "../measures/measure";
import { isCounted } from "../measures/responses";

export interface ItemChange {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
}

type Ratings = readonly (number | null)[];

export interface ItemChanges {
  /** The lowest-numbered of the items that moved most, either way, and how many others moved as much. */
  readonly most: ItemChange;
  readonly othersMost: number;
  readonly least: ItemChange;
  readonly othersLeast: number;
}

/**
 * The items with the largest and the smallest change in size between two lists of ratings; null if no scored
 * item was answered both times. An item left out of one of them, because it was not asked or stood in for by a
 * published rule, has no change. RangeError if a list does not fit the measure. Example: if item 1 goes from 4 to 1, item 20 from 3 to 2 and all others
 * from 2 to 0, most is item 1 with no other, and least is item 20 with no other.
 */
export function itemChanges(measure: Measure, from: Ratings, to: Ratings): ItemChanges | null {
  const changes = measure.items.flatMap((item, index): ItemChange[] => {
    const before = from[index];
    const after = to[index];
    if (before === undefined || after === undefined) throw new RangeError(`No rating for item ${item.number}`);
    const both = isCounted(measure, item, before) && isCounted(measure, item, after);
    return both && item.unscored !== true ? [{ item, from: before, to: after }] : [];
  });
  const largest = Math.max(...changes.map(sizeOf));
  const smallest = Math.min(...changes.map(sizeOf));
  const [most, ...othersMost] = changes.filter((change) => sizeOf(change) === largest);
  const [least, ...othersLeast] = changes.filter((change) => sizeOf(change) === smallest);
  if (most === undefined || least === undefined) return null;
  return { most, othersMost: othersMost.length, least, othersLeast: othersLeast.length };
}

function sizeOf({ from, to }: ItemChange): number {
  return Math.abs(to - from);
}
