/**
 * When readings are due after a dose has begun, and which reading stands for which. The esketamine label asks for
 * blood pressure before the dose, about 40 minutes after it, and until it is safe, for two hours at least (Spravato
 * prescribing information, section 2); a clinic may set other minutes, and may read whenever it wants besides. The
 * minutes are counted from the true start, on the world's time line: no time zone comes into it.
 *
 * A due time owns the stretch from a little before it until a little before the next one, so that a reading taken
 * late still fills the time it was late for, and a reading fills at most one. "A little" is 10 minutes, half the gap
 * where due times lie closer; the start takes readings of the hour before it; a reading is late 5 minutes after
 * its time, and its time is missed once the next is open. These four are ours.
 */
import { byMoment, type Reading } from "./reading";

/** Minutes from the start at which readings are due; a setting. */
export const startingDueMinutes: readonly number[] = [0, 40, 80, 120];

export const OPENS_MINUTES = 10;
export const LATE_AFTER_MINUTES = 5;
export const BEFORE_START_MINUTES = 60;

export type DueState = "done" | "upcoming" | "due" | "late" | "missed";

export interface DueReading<R extends Pick<Reading, "id" | "at">> {
  /** Minutes from the start. */
  readonly minute: number;
  readonly at: Date;
  readonly state: DueState;
  /** The reading that stands for it, the nearest to its time; null unless done. */
  readonly reading: R | null;
}

export interface Observation<R extends Pick<Reading, "id" | "at">> {
  readonly startedAt: Date;
  /** When the patient left; after it nothing is awaited. Null while observed. That the dose stopped changes nothing. */
  readonly leftAt?: Date | null;
  readonly readings: readonly R[];
  readonly now: Date;
  readonly minutes?: readonly number[];
}

const MINUTE = 60_000;

/**
 * Whole minutes from the start, negative before it. Example: 39 minutes and 59 seconds after it is 39; ten seconds
 * before it, −1.
 */
export function minuteOf(at: Date, startedAt: Date): number {
  return Math.floor((+at - +startedAt) / MINUTE);
}

/**
 * The due times in order of time, each with its state. Example: started at 9:00, with readings at 8:50 and 9:47, at
 * 10:15 minute 0 is done by the first, 40 by the second, 80 is due since 10:10 and 120 is still to come.
 */
export function readingsDue<R extends Pick<Reading, "id" | "at">>(observation: Observation<R>): readonly DueReading<R>[] {
  const { startedAt, leftAt = null, now, minutes = startingDueMinutes } = observation;
  const inOrder = observation.readings.toSorted(byMoment);
  const times = [...new Set(minutes)].sort((a, b) => a - b);
  const instant = (minute: number) => new Date(+startedAt + minute * MINUTE);
  const opensAt = (index: number): Date => {
    const [minute, before] = [times[index] ?? 0, times[index - 1]];
    return instant(before === undefined ? minute - BEFORE_START_MINUTES : minute - Math.min(OPENS_MINUTES, (minute - before) / 2));
  };
  return times.map((minute, index) => {
    const at = instant(minute);
    const opens = opensAt(index);
    const closes = index + 1 < times.length ? opensAt(index + 1) : null;
    const reading = nearest(at, inOrder.filter((one) => one.at >= opens && (closes === null || one.at < closes)));
    const over = leftAt !== null || (closes !== null && now >= closes);
    const open = over ? "missed" : now < opens ? "upcoming" : +now <= +at + LATE_AFTER_MINUTES * MINUTE ? "due" : "late";
    return { minute, at, state: reading === null ? open : "done", reading };
  });
}

/**
 * The due time to look at first: the one late longest, else the next one; null when none is left. Example: with 40
 * late and 80 still to come it is that of minute 40.
 */
export function nextReading<R extends Pick<Reading, "id" | "at">>(due: readonly DueReading<R>[]): DueReading<R> | null {
  return due.find(({ state }) => state === "late") ?? due.find(({ state }) => state === "due" || state === "upcoming") ?? null;
}

/** Minutes on a clock, in words. Example: clockWords(47) is "47 min", clockWords(125) "2 h 05 min", clockWords(-12) "12 min before the start". */
export function clockWords(minute: number): string {
  const size = Math.abs(minute);
  const hours = Math.floor(size / 60);
  const words = hours === 0 ? `${size} min` : `${hours} h ${String(size % 60).padStart(2, "0")} min`;
  return minute < 0 ? `${words} before the start` : words;
}

/** The list is in order of time, so of two equally near the earlier is kept. */
function nearest<R extends Pick<Reading, "at">>(at: Date, readings: readonly R[]): R | null {
  const away = (one: R) => Math.abs(+one.at - +at);
  return readings.reduce<R | null>((best, one) => (best === null || away(one) < away(best) ? one : best), null);
}
