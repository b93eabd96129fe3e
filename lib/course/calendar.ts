/**
 * Instants and calendar days. An instant is a `Date`: a point on the world's one time line. A calendar day is
 * an ISO string, "2026-11-23": what the wall calendar of the course's time zone says. Treatment is counted in
 * days (day 22 of 28), so days are always taken in the course's own zone, never in the server's or the
 * browser's, and never by dividing hours by 24: in many zones one day a year has 23 hours and one has 25.
 * Nothing here asks what time it is now.
 */
import { dayNamed, dayNumberOf } from "./day-number";
import { offsetAt } from "./zone";

const DAY = 86_400_000;
const WALL_TIME = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The calendar day on which an instant falls in a zone. RangeError for an invalid date or an unknown zone.
 * Example: calendarDay(new Date("2026-11-23T18:20:00Z"), "Asia/Kathmandu") is "2026-11-24", five minutes past
 * midnight there.
 */
export function calendarDay(instant: Date, zone: string): string {
  return dayNamed(dayNumberAt(instant, zone));
}

/**
 * Days from the first calendar day to the second, negative when the second is earlier. RangeError for
 * anything but a real day, such as "2026-02-30". Example: daysBetween("2026-11-01", "2026-11-23") is 22;
 * daysBetween("2028-02-28", "2028-03-01") is 2, a leap year.
 */
export function daysBetween(dayA: string, dayB: string): number {
  return dayNumberOf(dayB) - dayNumberOf(dayA);
}

/**
 * The calendar day so many days later, or earlier if negative. RangeError as for daysBetween. Example:
 * addDays("2026-12-30", 3) is "2027-01-02".
 */
export function addDays(day: string, days: number): string {
  return dayNamed(dayNumberOf(day) + days);
}

/**
 * The day of an instant counted from t0: the difference of their calendar dates in the zone. The day of t0 is
 * 0, the day before it −1, whatever the hours. RangeError as for calendarDay. Example: with t0 at 23:50 on 1
 * November in Boston, 00:10 on 2 November is day 1, twenty minutes later.
 */
export function localDay(instant: Date, t0: Date, zone: string): number {
  return dayNumberAt(instant, zone) - dayNumberAt(t0, zone);
}

/**
 * What the wall clock of a zone shows at an instant, to the minute: "YYYY-MM-DDTHH:mm". Example: wallTime(new
 * Date("2026-11-23T15:05:00Z"), "America/New_York") is "2026-11-23T10:05".
 */
export function wallTime(instant: Date, zone: string): string {
  const at = instant.getTime();
  return iso(at + offsetAt(at, zone)).slice(0, 16);
}

export type ResolvedWallTime =
  | { readonly kind: "instant"; readonly instant: Date }
  /** The clocks jumped over it: no such time that day. */
  | { readonly kind: "skipped" }
  /** The clocks went back over it: it came twice. */
  | { readonly kind: "repeated"; readonly earlier: Date; readonly later: Date };

/**
 * The instant at which a zone's wall clock shows "YYYY-MM-DDTHH:mm". Never guesses: a time that was skipped
 * or came twice is answered as such, for a person to settle. RangeError for text that is no real wall time.
 * Example: in America/New_York "2026-11-01T01:30" is repeated (05:30Z and 06:30Z) and "2026-03-08T02:30" is
 * skipped.
 */
export function resolveWallTime(wall: string, zone: string): ResolvedWallTime {
  if (!WALL_TIME.test(wall)) throw new RangeError(`Not a wall time: ${wall}`);
  const reading = dayNumberOf(wall.slice(0, 10)) * DAY + Date.parse(`1970-01-01T${wall.slice(11)}:00Z`);
  // At most one transition lies within a day either side, so only the offsets before and after it can apply.
  const offsets = new Set([offsetAt(reading - DAY, zone), offsetAt(reading + DAY, zone)]);
  const [earlier, later] = [...offsets]
    .map((offset) => reading - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === reading)
    .sort((a, b) => a - b);
  if (earlier === undefined) return { kind: "skipped" };
  if (later === undefined) return { kind: "instant", instant: new Date(earlier) };
  return { kind: "repeated", earlier: new Date(earlier), later: new Date(later) };
}

/** Days since 1 January 1970 on the zone's wall calendar. */
function dayNumberAt(instant: Date, zone: string): number {
  const at = instant.getTime();
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
