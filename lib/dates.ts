// The only place where a calendar date meets a Date, and where either is put into words.
// PostgreSQL's `date` comes back as midnight UTC; a calendar day is the string "YYYY-MM-DD".

export function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options })));
  return found;
}

/** "22 Nov 2026" from a calendar day. */
export function dayInWords(day: string): string {
  return format("UTC", { day: "numeric", month: "short", year: "numeric" }).format(dateColumn(day));
}

/** "Sat 28 Nov" from a calendar day. */
export function weekdayInWords(day: string): string {
  return format("UTC", { weekday: "short", day: "numeric", month: "short" }).format(dateColumn(day)).replace(",", "");
}

/** "22 Nov 2026, 10:05" in the given zone. */
export function instantInWords(instant: Date, zone: string): string {
  return format(zone, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
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
