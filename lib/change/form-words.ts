/**
 * What is said of one form rather than of a change: the band its total lies in, that a published rule stood in
 * for missing items, that it is incomplete and not scored, and the result of a measure that has no total. The
 * sentences of sentences.ts and the note share these.
 */
import { calendarDay } from "../course/calendar";
import { dated } from "../course/day-words";
import { bandOf, type Measure } from "../measures/measure";
import { recallWords } from "../measures/recall";
import { isAsked } from "../measures/responses";
import type { Point, Series } from "./series";
import { counted, listed, plain } from "./signed";
import type { IncompleteForm } from "./trajectory";
import { adjective, capital, when } from "./wording";

/**
 * The band of a total, where the measure has bands; else null. Example: a PHQ-9 of 9 gives "9 lies in the band
 * Mild (5 to 9)."; a PCL-5, for which no official bands exist, gives null.
 */
export function bandSentence(measure: Measure, { total }: Pick<Point, "total">): string | null {
  const band = measure.entry === "result" ? null : bandOf(measure, total);
  return band === null ? null : `${total} lies in the band ${band.label} (${band.min} to ${band.max}).`;
}

/**
 * That items were missing and a published rule stood in, on the latest form, on the one it is compared with, or on
 * both; null where neither. Example: "The total on day −1 was scored by the published rule with 1 item missing."
 */
export function missingSentence(point: Point, base: Point, zone: string): string | null {
  const said = (base === point ? [point] : [base, point])
    .filter(({ missing }) => missing > 0)
    .map((one) => `${when(one, zone)} was scored by the published rule with ${counted(one.missing, "item")} missing`);
  return said.length === 0 ? null : `The total ${said.join("; that ")}.`;
}

/**
 * An incomplete form, with what it misses; items that may stay blank or were rightly not asked do not count.
 * Example: "Past-week form on day 15 is incomplete (18 of 20 answered, items 4 and 9 missing) and not scored."
 */
export function incompleteSentence(form: IncompleteForm, measure: Measure, zone: string): string {
  const kind = adjective(form.recall);
  const name = `${kind === "" ? "Form" : `${capital(kind)} form`} ${when(form, zone)}`;
  if (form.missing.length === 0) return `${name} has no answer that counts and is not scored.`;
  const of = measure.items.filter((item) => item.optional !== true && isAsked(measure, item, form.ratings)).length;
  const items = `${form.missing.length === 1 ? "item" : "items"} ${listed(form.missing)} missing`;
  return `${name} is incomplete (${of - form.missing.length} of ${of} answered, ${items}) and not scored.`;
}

/**
 * A result of a measure that has no total, and the one before it; nothing is counted from one to the other.
 * Example: "Result on day 22: Moderate. Before it: Low on day 14."
 */
export function resultSentence(measure: Measure, { points }: Series, point: Point, zone: string): string {
  const before = points[points.indexOf(point) - 1];
  const earlier = before === undefined ? "" : ` Before it: ${valueWords(measure, before)} ${when(before, zone)}.`;
  return `Result ${when(point, zone)}: ${valueWords(measure, point)}.${earlier}`;
}

/**
 * The latest total out of what is possible, with its date, for the note. Example: "Latest: 29 of 80 on 23 Nov 2026
 * (day 22), past week."; for a result, "Latest: Moderate on 23 Nov 2026 (day 22), past month."
 */
export function latestWords(measure: Measure, { recall, point }: { recall: Series["recall"]; point: Point }, zone: string): string {
  const value = measure.entry === "result" ? valueWords(measure, point) : `${point.total} of ${measure.range.max}`;
  const window = recall === "unstated" ? "" : `, ${recallWords[recall]}`;
  const day = point.day === null ? "" : ` (day ${plain(point.day)})`;
  return `Latest: ${value} on ${dated(calendarDay(point.at, zone))}${day}${window}.`;
}

/** A total as a number, a result by its name. Example: "29"; for the C-SSRS screener, "Moderate". */
export function valueWords(measure: Measure, { total }: Pick<Point, "total">): string {
  const result = measure.entry === "result" ? measure.options.find(({ value }) => value === total) : undefined;
  return result?.label ?? String(total);
}
