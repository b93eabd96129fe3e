/**
 * One dose as it was observed: each vital, and each total taken beside them, over the minutes from the start, its peak,
 * and when it was back at the value before the dose. In the trials dissociation peaked about 40 minutes after the start
 * and was over within two hours, less with repetition (Abdallah et al. 2022; Spravato prescribing information, section
 * 5). It is a record of safety. Dissociation on the day does not reliably predict the outcome, and nothing here suggests
 * that it does.
 *
 * - Peak: the highest value after the start; of equal ones the first.
 * - Back: the minute of the first reading at the peak or after it from which on every value is at the value before
 *   the dose or below it. Null while it is not back, where there is no value before, or where nothing rose.
 */
import { clockWords, minuteOf } from "./dosing/observation";
import { byMoment, vitalWords, VITALS, type Reading, type Vital } from "./dosing/reading";

export interface MinutePoint {
  readonly id: string;
  /** Whole minutes from the start, negative before it. */
  readonly minute: number;
  readonly value: number;
}

export interface MinuteCourse {
  /** "Dissociation", "CADSS": as a sentence begins. */
  readonly name: string;
  /** In order of time; empty where it was never taken. */
  readonly points: readonly MinutePoint[];
  /** At the start or before it. */
  readonly before: number | null;
  readonly peak: MinutePoint | null;
  /** Peak minus before. */
  readonly rise: number | null;
  readonly backAt: number | null;
}

export interface OneDose {
  readonly startedAt: Date;
  readonly vitals: Readonly<Record<Vital, MinuteCourse>>;
  readonly lastMinute: number | null;
}

export interface OneDoseQuestion {
  readonly startedAt: Date;
  /** Voided readings are not passed in. */
  readonly readings: readonly Reading[];
}

/**
 * The course of one dose. Row order does not matter. Example: dissociation 0 at minute −5, 7 at 40, 2 at 80 and 0 at
 * 120 peaks with 7 at minute 40 and is back at minute 120.
 */
export function oneDose({ startedAt, readings }: OneDoseQuestion): OneDose {
  const inOrder = readings.toSorted(byMoment);
  const courses = VITALS.map((vital) => [vital, courseOf(vital, inOrder, startedAt)] as const);
  const last = inOrder.at(-1);
  return {
    startedAt,
    vitals: Object.fromEntries(courses) as Record<Vital, MinuteCourse>,
    lastMinute: last === undefined ? null : minuteOf(last.at, startedAt),
  };
}

/**
 * The peak and the way back in a sentence; null where it was never taken after the start. Example: "Dissociation: peak
 * 7 at 40 min, back at 0 by 2 h 00 min."
 */
export function peakWords({ name, before, peak, rise, backAt }: MinuteCourse): string | null {
  if (peak === null) return null;
  if (before === null || rise === null) return `${name}: peak ${peak.value} at ${clockWords(peak.minute)}; not taken before the dose.`;
  if (rise <= 0) return `${name}: never above the ${before} before the dose.`;
  const back = backAt === null ? `not back at ${before} in the last reading` : `back at ${before} by ${clockWords(backAt)}`;
  return `${name}: peak ${peak.value} at ${clockWords(peak.minute)}, ${back}.`;
}

/**
 * How a peak compares with those of the patient's earlier doses; null without a peak. Example: a peak of 7 after doses
 * with 5, 8 and 6 gives "Peak 7; in 3 earlier doses 5 to 8."
 */
export function comparedWords(now: MinuteCourse, earlier: readonly MinuteCourse[]): string | null {
  if (now.peak === null) return null;
  const peaks = earlier.flatMap(({ peak }) => (peak === null ? [] : [peak.value]));
  if (peaks.length === 0) return `Peak ${now.peak.value}; no earlier dose to compare with.`;
  const [low, high] = [Math.min(...peaks), Math.max(...peaks)];
  const doses = peaks.length === 1 ? "the one earlier dose" : `${peaks.length} earlier doses`;
  return `Peak ${now.peak.value}; in ${doses} ${low === high ? low : `${low} to ${high}`}.`;
}

/** A value at an instant: of one vital, or one measure's total. */
export interface Taken {
  readonly id: string;
  readonly at: Date;
  readonly value: number;
}

/**
 * The course of one kind of value over the minutes from the start. Row order does not matter. Example: CADSS totals of 0
 * at minute −5, 24 at 40 and 0 at 120 peak with 24 at minute 40 and are back at minute 120.
 */
export function minuteCourse(name: string, values: readonly Taken[], startedAt: Date): MinuteCourse {
  const inOrder = values.toSorted(byMoment);
  const points = inOrder.map(({ id, at, value }): MinutePoint => ({ id, minute: minuteOf(at, startedAt), value }));
  const since = points.filter((_, index) => (inOrder[index]?.at ?? startedAt) > startedAt);
  const before = inOrder.findLast(({ at }) => at <= startedAt)?.value ?? null;
  const peak = since.reduce<MinutePoint | null>((best, point) => (best === null || point.value > best.value ? point : best), null);
  const rise = peak === null || before === null ? null : peak.value - before;
  return { name, points, before, peak, rise, backAt: rise === null || rise <= 0 || before === null ? null : backMinute(since, before) };
}

function courseOf(vital: Vital, readings: readonly Reading[], startedAt: Date): MinuteCourse {
  const taken = readings.flatMap(({ id, at, [vital]: value }) => (value === null ? [] : [{ id, at, value }]));
  return minuteCourse(vitalWords[vital], taken, startedAt);
}

/** After the last value above the one before the dose, the first reading; that is after the peak, which is above it. */
function backMinute(since: readonly MinutePoint[], before: number): number | null {
  const lastAbove = since.findLastIndex(({ value }) => value > before);
  return since[lastAbove + 1]?.minute ?? null;
}
