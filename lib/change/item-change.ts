/**
 * Which items moved most and least between two forms of one series. A description of twenty single ratings,
 * each with more error than the total: it points to what may be worth talking about and is judged by no rule.
 */
import type { Item, Measure } from "../measures/measure";

export interface ItemChange {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
}

export interface ItemChanges {
  /** The lowest-numbered of the items that moved most, either way, and how many others moved as much. */
  readonly most: ItemChange;
  readonly othersMost: number;
  readonly least: ItemChange;
  readonly othersLeast: number;
}

/**
 * The items with the largest and the smallest change in size between two full lists of ratings. RangeError if
 * a list does not fit the measure. Example: if item 1 goes from 4 to 1, item 20 from 3 to 2 and all others
 * from 2 to 0, most is item 1 with no other, and least is item 20 with no other.
 */
export function itemChanges(measure: Measure, from: readonly number[], to: readonly number[]): ItemChanges {
  const changes = measure.items.map((item, index): ItemChange => {
    const before = from[index];
    const after = to[index];
    if (before !== undefined && after !== undefined) return { item, from: before, to: after };
    throw new RangeError(`No rating for item ${item.number}`);
  });
  const largest = Math.max(...changes.map(sizeOf));
  const smallest = Math.min(...changes.map(sizeOf));
  const [most, ...othersMost] = changes.filter((change) => sizeOf(change) === largest);
  const [least, ...othersLeast] = changes.filter((change) => sizeOf(change) === smallest);
  if (most === undefined || least === undefined) throw new RangeError(`${measure.short} has no items`);
  return { most, othersMost: othersMost.length, least, othersLeast: othersLeast.length };
}

function sizeOf({ from, to }: ItemChange): number {
  return Math.abs(to - from);
}
