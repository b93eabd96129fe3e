/**
 * Since the dose: what the scores of one measure and one recall window did after each dose, and how much of it was
 * still there at the next. It is observed change. It names no cause: therapy, time and the next dose are in it too.
 *
 * One definition of each:
 * - Between doses: a score belongs to the last dose before it, up to and including the instant of the next dose.
 * - Before: the last score at the dose or before it, no earlier than local day −7 and later than the previous dose.
 * - +24 h: 18 to 36 elapsed hours after the dose, the nearest to 24, as in windows.ts. Albott et al. 2018 measured
 *   24 h after each infusion.
 * - +72 h: 60 to 84 elapsed hours, the nearest to 72: half a day either way, so that a morning dose and an afternoon
 *   form meet. Ours.
 * - +7 d: local day 6 to 8 in the course's zone, the nearest to 7: a weekly visit may fall a day early or late. Ours.
 *   Ties go to the earlier, as in windows.ts. The three stretches do not touch, so a score fills at most one.
 * - Change: later minus before, in points; negative is improvement.
 * - Held: how much of the largest fall is still there at the last score between the doses (held.ts).
 *
 * Every score says how much of its recall window lies before the dose (overlap.ts): a past-week form a day after it
 * looks back on six days without it.
 */
import { localDay } from "./calendar";
import { heldOf, type Held } from "./held";
import { recallOverlap, type Overlap } from "./overlap";
import { BASELINE_FROM_DAY, byTime, HOURS_24 } from "./windows";
import type { TotalForm } from "./windows-table";

export type Offset = "24h" | "72h" | "7d";

export const OFFSETS: readonly Offset[] = ["24h", "72h", "7d"];

export const offsetWords: Readonly<Record<Offset, string>> = { "24h": "+24 h", "72h": "+72 h", "7d": "+7 d" };

export const HOURS_72 = { from: 60, to: 84, target: 72 } as const;
export const DAYS_7 = { from: 6, to: 8, target: 7 } as const;

export interface ScoreSince<F extends TotalForm> {
  readonly form: F;
  /** Elapsed hours since the dose, above 0. */
  readonly hours: number;
  readonly day: number;
  /** Points since the score before the dose; null where there is none. */
  readonly change: number | null;
  readonly overlap: Overlap | null;
}

export interface SinceDose<F extends TotalForm> {
  readonly doseId: string;
  /** 1 for the first done dose. */
  readonly number: number;
  readonly at: Date;
  readonly nextAt: Date | null;
  readonly before: F | null;
  /** All scores up to the next dose, in order of time. */
  readonly scores: readonly ScoreSince<F>[];
  readonly at24h: ScoreSince<F> | null;
  readonly at72h: ScoreSince<F> | null;
  readonly at7d: ScoreSince<F> | null;
  readonly held: Held;
}

export interface OffsetAverage {
  readonly offset: Offset;
  /** Doses with a change there. */
  readonly n: number;
  /** Mean change in points; null for n = 0. */
  readonly mean: number | null;
}

export interface SinceDoses<F extends TotalForm> {
  /** In order of time. */
  readonly doses: readonly SinceDose<F>[];
  readonly averages: readonly OffsetAverage[];
}

export interface GivenDose {
  readonly id: string;
  readonly at: Date;
}

const HOUR = 3_600_000;

/**
 * The scores since each done dose. RangeError if measures or recall windows are mixed. Row order does not matter.
 * Example: 50 an hour before a dose, 38 a day after it, 41 on day 7 just before the next: +24 h is −12, +7 d is −9,
 * and 9 of the 12 points, 75 %, held.
 */
export function sinceDoses<F extends TotalForm>(scores: readonly F[], doses: readonly GivenDose[], zone: string): SinceDoses<F> {
  const forms = scores.toSorted(byTime);
  if (forms.some(({ measure, recall }) => measure !== forms[0]?.measure || recall !== forms[0]?.recall)) {
    throw new RangeError("Change since a dose is counted within one measure and one recall window");
  }
  const inOrder = doses.toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
  const told = inOrder.map((dose, index) => sinceOne(forms, dose, index + 1, inOrder[index - 1] ?? null, inOrder[index + 1] ?? null, zone));
  return { doses: told, averages: OFFSETS.map((offset) => averageAt(offset, told)) };
}

/** The score at an offset. Example: scoreAt(dose, "24h") is the dose's `at24h`. */
export function scoreAt<F extends TotalForm>(dose: SinceDose<F>, offset: Offset): ScoreSince<F> | null {
  return dose[`at${offset}`];
}

function sinceOne<F extends TotalForm>(
  forms: readonly F[],
  dose: GivenDose,
  number: number,
  previous: GivenDose | null,
  next: GivenDose | null,
  zone: string,
): SinceDose<F> {
  const before = forms.findLast(
    ({ at }) => at <= dose.at && (previous === null || at > previous.at) && localDay(at, dose.at, zone) >= BASELINE_FROM_DAY,
  ) ?? null;
  const since = forms
    .filter(({ at }) => at > dose.at && (next === null || at <= next.at))
    .map((form): ScoreSince<F> => ({
      form,
      hours: (+form.at - +dose.at) / HOUR,
      day: localDay(form.at, dose.at, zone),
      change: before === null ? null : form.total - before.total,
      overlap: recallOverlap(form.at, form.recall, dose.at, zone),
    }));
  return {
    doseId: dose.id,
    number,
    at: dose.at,
    nextAt: next?.at ?? null,
    before,
    scores: since,
    at24h: nearest(since, HOURS_24, ({ hours }) => hours),
    at72h: nearest(since, HOURS_72, ({ hours }) => hours),
    at7d: nearest(since, DAYS_7, ({ day }) => day),
    held: heldOf(before?.total ?? null, since.map(({ form }) => form.total)),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

function nearest<S>(scores: readonly S[], { from, to, target }: Stretch, of: (one: S) => number): S | null {
  return scores
    .filter((one) => of(one) >= from && of(one) <= to)
    .reduce<S | null>((best, one) => (best === null || Math.abs(of(one) - target) < Math.abs(of(best) - target) ? one : best), null);
}

function averageAt<F extends TotalForm>(offset: Offset, doses: readonly SinceDose<F>[]): OffsetAverage {
  const changes = doses.map((dose) => scoreAt(dose, offset)?.change ?? null).filter((change) => change !== null);
  const sum = changes.reduce((total, change) => total + change, 0);
  return { offset, n: changes.length, mean: changes.length === 0 ? null : sum / changes.length };
}
