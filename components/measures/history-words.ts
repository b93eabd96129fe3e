// An item and an answer as the history of a form says them.
import { optionsOf, type Item, type Option } from "@/lib/measures/measure";

interface Words {
  items: readonly Pick<Item, "number" | "label" | "options">[];
  options: readonly Option[];
}

/** "3. Reliving"; what has no printed number is named alone. */
export function historyItem({ items }: Words, place: number): string {
  const item = items[place];
  if (item === undefined) return `item ${place + 1}`;
  return item.number === 0 ? item.label : `${item.number}. ${item.label}`;
}

/** "3", "no answer", or "not applicable" for an answer that does not count. */
export function historyRating(measure: Words, place: number, rating: number | null): string {
  if (rating === null) return "no answer";
  const options = optionsOf(measure, (measure.items[place] ?? {}) as Item);
  const option = options.find(({ value }) => value === rating);
  return option?.uncounted === true ? option.label.toLowerCase() : String(rating);
}

/** An entered number: the total itself, or the name of the result it stands for. */
export function historyTotal({ items, options }: Words, total: number): string {
  const named = items.length === 0 ? options.find(({ value }) => value === total)?.label : undefined;
  return named ?? String(total);
}
