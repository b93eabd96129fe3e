// The only place where a calendar date meets a Date, and where either is put into words.
// PostgreSQL's `date` comes back as midnight UTC; a calendar day is the string "YYYY-MM-DD". Months have the names of the
// textbook's sentences, whatever language data a server or a browser brings.
import { dated, shortDay } from "@/lib/course/day-words";

export function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** "22 Nov 2026" from a calendar day. */
export function dayInWords(day: string): string {
  return dated(day);
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "Sat 28 Nov" from a calendar day. */
export function weekdayInWords(day: string): string {
  return `${weekdays[dateColumn(day).getUTCDay()]} ${shortDay(day)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    const shown = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    clocks.set(zone, (found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...shown })));
  }
  return found;
}

/** "22 Nov 2026, 10:05" in the given zone. */
export function instantInWords(instant: Date, zone: string): string {
  const part = Object.fromEntries(clockOf(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${dated(`${part.year}-${part.month}-${part.day}`)}, ${part.hour}:${part.minute}`;
}

/** "22 Nov 2026, 10:05:09" in the given zone: a line of the trail. */
export function secondInWords(instant: Date, zone: string): string {
  return `${instantInWords(instant, zone)}:${String(instant.getUTCSeconds()).padStart(2, "0")}`;
}

/** Whole years from a birth date to a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "New York" from "America/New_York": how a zone is named on a page. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
