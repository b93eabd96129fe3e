/**
 * How far a time zone's clocks stand from UTC at an instant: the one fact from which calendar.ts derives days
 * and wall times. The rules come from the IANA data inside the JavaScript engine (Intl), so nothing here
 * knows a transition date. Formatting is slow and a page asks hundreds of times, so an offset is remembered
 * for each whole UTC day whose two ends agree, and for a day with a transition each second that was asked for.
 * The memory holds facts, never a clock: the same question always gets the same answer.
 */
const DAY = 86_400_000;
const DAYS_REMEMBERED = 4096;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** Offset of each UTC day that has only one, by day number since 1970; null for a day with a transition. */
  readonly offsets: Map<number, number | null>;
  /** Of days with a transition, by second. */
  readonly seconds: Map<number, number>;
}

const zones = new Map<string, Zone>();

/**
 * Whether this is an IANA zone known here. Example: isTimeZone("Asia/Kathmandu") is true;
 * isTimeZone("Mars/Olympus") and isTimeZone("") are false.
 */
export function isTimeZone(zone: string): boolean {
  try {
    zoneNamed(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * Milliseconds to add to UTC to read the zone's wall clock at an instant given in milliseconds since 1970;
 * about −12 h to +14 h. RangeError for an unknown zone or an instant that is not a number.
 *
 * Example: offsetAt(Date.parse("2026-11-23T12:00Z"), "Asia/Kathmandu") is 20 700 000 ms, that is 5 h 45 min.
 */
export function offsetAt(instant: number, zone: string): number {
  const day = Math.floor(instant / DAY);
  if (Number.isNaN(day)) throw new RangeError("Invalid date");
  const known = zoneNamed(zone);
  let offset = known.offsets.get(day);
  if (offset === undefined) {
    const first = ask(known.formatter, day * DAY);
    offset = first === ask(known.formatter, (day + 1) * DAY) ? first : null;
    if (known.offsets.size >= DAYS_REMEMBERED) known.offsets.clear();
    known.offsets.set(day, offset);
  }
  return offset ?? offsetIn(known, Math.floor(instant / 1000));
}

function offsetIn({ formatter, seconds }: Zone, second: number): number {
  const known = seconds.get(second);
  if (known !== undefined) return known;
  const offset = ask(formatter, second * 1000);
  if (seconds.size >= DAYS_REMEMBERED) seconds.clear();
  seconds.set(second, offset);
  return offset;
}

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (name === "") throw new RangeError("No time zone given");
  const formatter = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { formatter, offsets: new Map<number, number | null>(), seconds: new Map<number, number>() };
  zones.set(name, zone);
  return zone;
}

function ask(formatter: Intl.DateTimeFormat, instant: number): number {
  const wall: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) wall[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = wall;
  const wholeSeconds = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
}
