/**
 * Small matters of wording that several sentences share: how a day, a recall window and an item's name stand
 * in running text. English only; a translation replaces this folder's words as a whole.
 */
import { calendarDay } from "../course/calendar";
import { plain } from "./signed";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * When something was answered: the day of the course, or without t0 the date in the zone. Example: "on day
 * 22", "on day −3", "on 23 Nov 2026".
 */
export function when({ day, at }: { readonly day: number | null; readonly at: Date }, zone: string): string {
  return day === null ? `on ${dated(calendarDay(at, zone))}` : `on day ${plain(day)}`;
}

/** A calendar day as it stands in text. Example: dated("2026-11-23") is "23 Nov 2026". */
export function dated(calendarDay: string): string {
  const [year, month, date] = calendarDay.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 0) - 1]} ${year}`;
}

/** Words used before a noun. Example: hyphenated("past week") is "past-week". */
export function hyphenated(words: string): string {
  return words.replace(" ", "-");
}

/** With a small first letter. Example: small("Sleep") is "sleep". */
export function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** With a capital first letter. Example: capital("past week") is "Past week". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
