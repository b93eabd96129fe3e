// What the first line of the input says: which column holds which item, and where the passed-through ones are. A
// header that cannot be read for certain is refused as a whole, every fault in one message.
import type { Measure } from "../../lib/measures/measure";
import { addedColumns } from "./added";
import { columnOf } from "../../lib/exchange/column";

export interface Layout {
  /** By column: the place of its item in the measure's list, or −1 where the column is passed through. */
  readonly placeOf: readonly number[];
  /** Items that have no column here and need none: a gate taken as passed, an unscored question. */
  readonly absent: readonly { readonly place: number; readonly rating: number | null }[];
}

/** The layout of a header, or what is wrong with it, in one sentence or several. */
export function readLayout(measure: Measure, header: readonly string[]): Layout | string {
  if (header.length === 1 && header[0]?.includes(";")) return "The columns are separated by semicolons; this command reads commas.";
  const columns = measure.items.map(({ number }) => columnOf(number));
  const missing = ["id", ...columns.filter((__, place) => isNeeded(measure, place))].filter((name) => !header.includes(name));
  const twice = [...new Set(header.filter((name, index) => name !== "" && header.indexOf(name) !== index))];
  const unknown = header.filter((name) => /^item\d+$/.test(name) && !columns.includes(name));
  const taken = header.filter((name) => addedColumns(measure).includes(name));
  const faults = [
    list(missing, "is missing", "are missing"),
    list(twice, "stands there more than once", "stand there more than once"),
    list(unknown, `is no item of the ${measure.short}`, `are no items of the ${measure.short}`),
    list([...new Set(taken)], "is a column this command adds: rename it", "are columns this command adds: rename them"),
  ].filter((fault) => fault !== null);
  if (faults.length > 0) return `The header cannot be read: ${faults.join("; ")}.`;
  const placeOf = header.map((name) => columns.indexOf(name));
  const absent = measure.items.flatMap((item, place) => (placeOf.includes(place) ? [] : [{ place, rating: passed(measure, item.number) }]));
  return { placeOf, absent };
}

/** A gate may be left out, the five answers then stand alone; so may a question that is not scored and may stay blank. */
function isNeeded(measure: Measure, place: number): boolean {
  const item = measure.items[place];
  return item !== undefined && item.optional !== true && item.number !== 0;
}

/** The answer of a gate without a column: the one after which the items are asked. */
function passed(measure: Measure, number: number): number | null {
  const skip = number === 0 ? measure.skips.find(({ item }) => item === 0) : undefined;
  return skip === undefined ? null : (measure.options.find(({ value }) => value !== skip.answer)?.value ?? null);
}

function list(names: readonly string[], one: string, many: string): string | null {
  return names.length === 0 ? null : `${names.join(", ")} ${names.length === 1 ? one : many}`;
}
