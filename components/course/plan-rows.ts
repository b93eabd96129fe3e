// A plan of measures as a schedule: a row for each measure, a mark in the column of each occasion. The order of the rows
// is the order in which an occasion's measures are entered.
import { OCCASIONS, type MeasurePlan, type Occasion } from "@/lib/course/measure-plan";

/** The measures of a plan in the order they first appear, then the others on offer. */
export function rowsOf(plan: MeasurePlan, offered: readonly string[]): readonly string[] {
  return [...new Set([...OCCASIONS.flatMap((occasion) => plan[occasion]), ...offered])];
}

/** With a measure put into an occasion at its place among the rows, or taken out of it. */
export function marked(plan: MeasurePlan, occasion: Occasion, measure: string, on: boolean, rows: readonly string[]): MeasurePlan {
  const kept = plan[occasion].filter((id) => id !== measure);
  return { ...plan, [occasion]: on ? inOrder([...kept, measure], rows) : kept };
}

/** Every occasion in the order of the rows. */
export function ordered(plan: MeasurePlan, rows: readonly string[]): MeasurePlan {
  return Object.fromEntries(OCCASIONS.map((occasion) => [occasion, inOrder(plan[occasion], rows)])) as unknown as MeasurePlan;
}

/** The rows with one moved up by one place. */
export function movedUp(rows: readonly string[], measure: string): readonly string[] {
  const place = rows.indexOf(measure);
  const above = rows[place - 1];
  return above === undefined ? rows : [...rows.slice(0, place - 1), measure, above, ...rows.slice(place + 1)];
}

function inOrder(ids: readonly string[], rows: readonly string[]): readonly string[] {
  return ids.toSorted((a, b) => rows.indexOf(a) - rows.indexOf(b));
}
