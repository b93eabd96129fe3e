/**
 * Small matters of wording that several sentences share: how a day, a recall window and an item's name stand
 * in running text. English only; a translation replaces this folder's words as a whole.
 */
import { calendarDay } from "../course/calendar";
import { dated } from "../course/day-words";
import { recallWords, type Recall } from "../measures/recall";
import { plain } from "./signed";

/**
 * When something was answered: the day of the course, or without t0 the date in the zone. Example: "on day
 * 22", "on day −3", "on 23 Nov 2026".
 */
export function when({ day, at }: { readonly day: number | null; readonly at: Date }, zone: string): string {
  return day === null ? `on ${dated(calendarDay(at, zone))}` : `on day ${plain(day)}`;
}

/** Words used before a noun. Example: hyphenated("last 2 weeks") is "last-2-weeks". */
export function hyphenated(words: string): string {
  return words.replaceAll(" ", "-");
}

/**
 * A recall window before a noun; empty where none is looked back on. Example: adjective("week") is "past-week",
 * adjective("unstated") and adjective("moment") are "".
 */
export function adjective(recall: Recall): string {
  return recall === "unstated" || recall === "moment" ? "" : hyphenated(recallWords[recall]);
}

/** The words there are, one space apart. Example: spaced("the first", "", "score") is "the first score". */
export function spaced(...words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** With a small first letter. Example: small("Sleep") is "sleep". */
export function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** With a capital first letter. Example: capital("past week") is "Past week". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
