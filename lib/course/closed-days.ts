/**
 * The days a clinic is closed: the same weekdays every week, and single dates. Planning skips them, always forward:
 * what falls on a closed day is planned for the next open one. A closed day is a wish of the plan only; what was
 * done on one was done.
 */
import { addDays } from "./calendar";
import { dayNumberOf } from "./day-number";

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface ClosedDays {
  readonly weekdays: readonly Weekday[];
  /** Calendar days, "2026-12-25". */
  readonly dates: readonly string[];
}

/** What a new clinic starts with: closed at weekends. */
export const startingClosedDays: ClosedDays = { weekdays: [6, 7], dates: [] };

/** Days looked ahead for an open one before giving up: a year. */
const LONGEST_DAYS = 366;

/** The weekday of a calendar day. Example: weekdayOf("2026-11-25") is 3, a Wednesday. */
export function weekdayOf(day: string): Weekday {
  // 1 January 1970 was a Thursday.
  return ((((dayNumberOf(day) + 3) % 7) + 7) % 7 + 1) as Weekday;
}

/** Whether the clinic is open. Example: with weekends closed, "2026-11-28", a Saturday, is not. */
export function isOpen(day: string, closed: ClosedDays): boolean {
  return !closed.weekdays.includes(weekdayOf(day)) && !closed.dates.includes(day);
}

/**
 * The first open day on this one or after it. RangeError if none comes within a year. Example: with weekends closed,
 * of "2026-11-28" it is "2026-11-30".
 */
export function nextOpen(day: string, closed: ClosedDays): string {
  for (let ahead = 0; ahead <= LONGEST_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (isOpen(candidate, closed)) return candidate;
  }
  throw new RangeError("The clinic is closed on every day of the year");
}

/**
 * The last open day before this one; the day before where none is open within a year. Example: with weekends closed, of
 * "2026-11-30", a Monday, it is "2026-11-27".
 */
export function lastOpen(day: string, closed: ClosedDays): string {
  for (let back = 1; back <= LONGEST_DAYS; back += 1) {
    const candidate = addDays(day, -back);
    if (isOpen(candidate, closed)) return candidate;
  }
  return addDays(day, -1);
}
