/**
 * Calendar days as numbers: days since 1 January 1970, on which days are added and subtracted, and their ISO
 * names, "2026-11-23", which are stored and shown. No time zone and no hour comes into it; calendar.ts asks
 * those. A page names and reads the same few days over and over, so what was worked out once is kept.
 */
const DAY = 86_400_000;
const DAYS_REMEMBERED = 4096;
const CALENDAR_DAY = /^\d{4}-\d\d-\d\d$/;

const names = new Map<number, string>();
const numbers = new Map<string, number>();

/** The name of a day. Example: dayNamed(20_780) is "2026-11-23". */
export function dayNamed(number: number): string {
  const known = names.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY).toISOString().slice(0, 10);
  if (names.size >= DAYS_REMEMBERED) names.clear();
  names.set(number, day);
  return day;
}

/**
 * The number of a named day; RangeError for anything but a real day. Example: dayNumberOf("2026-11-23") is 20
 * 780; "2026-02-30" is refused.
 */
export function dayNumberOf(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  if (!isCalendarDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  const number = Date.parse(`${day}T00:00:00Z`) / DAY;
  if (numbers.size >= DAYS_REMEMBERED) numbers.clear();
  numbers.set(day, number);
  return number;
}

/**
 * Whether this is a real calendar day. Example: isCalendarDay("2028-02-29") is true,
 * isCalendarDay("2026-02-29") false.
 */
export function isCalendarDay(day: string): boolean {
  if (!CALENDAR_DAY.test(day)) return false;
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
