/**
 * One dose as it was observed: each vital over the minutes from the start, its peak, and when it was back at the
 * value before the dose. In the trials dissociation peaked about 40 minutes after the start and was over within two
 * hours, less with repetition (Abdallah et al. 2022; Spravato prescribing information, section 5). It is a record of
 * safety. Dissociation on the day does not reliably predict the outcome, and nothing here suggests that it does.
 *
 * - Peak: the highest value after the start; of equal ones the first.
 * - Back: the minute of the first reading at the peak or after it from which on every value is at the value before
 *   the dose or below it. Null while it is not back, where there is no value before, or where nothing rose.
 */
import { clockWords, minuteOf } from "./dosing/observation";
import { readingBefore } from "./dosing/leaving";
import { byMoment, vitalWords, VITALS, type Reading, type Vital } from "./dosing/reading";

export interface VitalPoint {
  readonly readingId: string;
  /** Whole minutes from the start, negative before it. */
  readonly minute: number;
  readonly value: number;
}

export interface VitalCourse {
  readonly vital: Vital;
  /** In order of time; empty where it was never taken. */
  readonly points: readonly VitalPoint[];
  /** At the start or before it. */
  readonly before: number | null;
  readonly peak: VitalPoint | null;
  /** Peak minus before. */
  readonly rise: number | null;
  readonly backAt: number | null;
}

export interface OneDose {
  readonly startedAt: Date;
  readonly vitals: Readonly<Record<Vital, VitalCourse>>;
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
    vitals: Object.fromEntries(courses) as Record<Vital, VitalCourse>,
    lastMinute: last === undefined ? null : minuteOf(last.at, startedAt),
  };
}

/**
 * The peak and the way back in a sentence; null where it was never taken after the start. Example: "Dissociation: peak
 * 7 at 40 min, back at 0 by 2 h 00 min."
 */
export function peakWords({ vital, before, peak, rise, backAt }: VitalCourse): string | null {
  if (peak === null) return null;
  const name = `${vitalWords[vital]}: `;
  if (before === null || rise === null) return `${name}peak ${peak.value} at ${clockWords(peak.minute)}; not taken before the dose.`;
  if (rise <= 0) return `${name}never above the ${before} before the dose.`;
  const back = backAt === null ? `not back at ${before} in the last reading` : `back at ${before} by ${clockWords(backAt)}`;
  return `${name}peak ${peak.value} at ${clockWords(peak.minute)}, ${back}.`;
}

/**
 * How a peak compares with those of the patient's earlier doses; null without a peak. Example: a peak of 7 after doses
 * with 5, 8 and 6 gives "Peak 7; in 3 earlier doses 5 to 8."
 */
export function comparedWords(now: VitalCourse, earlier: readonly VitalCourse[]): string | null {
  if (now.peak === null) return null;
  const peaks = earlier.flatMap(({ peak }) => (peak === null ? [] : [peak.value]));
  if (peaks.length === 0) return `Peak ${now.peak.value}; no earlier dose to compare with.`;
  const [low, high] = [Math.min(...peaks), Math.max(...peaks)];
  const doses = peaks.length === 1 ? "the one earlier dose" : `${peaks.length} earlier doses`;
  return `Peak ${now.peak.value}; in ${doses} ${low === high ? low : `${low} to ${high}`}.`;
}

function courseOf(vital: Vital, readings: readonly Reading[], startedAt: Date): VitalCourse {
  const taken = readings.filter((reading) => reading[vital] !== null);
  const points = taken.map((reading): VitalPoint => ({
    readingId: reading.id, minute: minuteOf(reading.at, startedAt), value: reading[vital] ?? Number.NaN,
  }));
  const since = points.filter((_, index) => (taken[index]?.at ?? startedAt) > startedAt);
  const before = readingBefore(taken, startedAt)?.[vital] ?? null;
  const peak = since.reduce<VitalPoint | null>((best, point) => (best === null || point.value > best.value ? point : best), null);
  const rise = peak === null || before === null ? null : peak.value - before;
  return { vital, points, before, peak, rise, backAt: rise === null || rise <= 0 || before === null ? null : backMinute(since, before) };
}

/** After the last value above the one before the dose, the first reading; that is after the peak, which is above it. */
function backMinute(since: readonly VitalPoint[], before: number): number | null {
  const lastAbove = since.findLastIndex(({ value }) => value > before);
  return since[lastAbove + 1]?.minute ?? null;
}
