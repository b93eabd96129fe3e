// What the page shows of the scores since each dose, as plain values: the chart, its table twin and the sentences read
// this one shape. Everything is worked out in lib/course; this only names and dates it.
import { signed } from "@/lib/change/signed";
import { calendarDay } from "@/lib/course/calendar";
import { dated } from "@/lib/course/day-words";
import type { Held } from "@/lib/course/held";
import { overlapWords } from "@/lib/course/overlap";
import { OFFSETS, offsetWords, scoreAt, sinceDoses, type GivenDose, type Offset, type ScoreSince, type SinceDose } from "@/lib/course/since-dose";
import type { TotalForm } from "@/lib/course/windows-table";
import { recallWords } from "@/lib/measures/recall";
import type { FormSeries } from "./series-of-forms";

export interface SinceCell {
  offset: Offset;
  total: number;
  /** "−12"; null without a score before the dose. */
  change: string | null;
  /** "6 of 7 days before"; null where none of the recall window lies before the dose. */
  overlap: string | null;
}

export interface SincePoint {
  /** Days since the dose, elapsed. */
  day: number;
  /** Points since the score before the dose. */
  change: number;
  overlap: boolean;
}

export interface SinceRow {
  id: string;
  number: number;
  /** "3 Nov 2026". */
  date: string;
  /** "35 mg"; null where the amount was not recorded. */
  amount: string | null;
  before: number | null;
  cells: (SinceCell | null)[];
  /** Empty without a score before the dose. */
  points: SincePoint[];
  /** 0 to 1, for a bar; null where it is not defined. */
  share: number | null;
  held: string;
  sentence: string;
}

export interface SinceView {
  short: string;
  /** "past week". */
  recall: string;
  offsets: string[];
  rows: SinceRow[];
  averages: { offset: Offset; name: string; n: number; mean: number | null }[];
  /** The most days and the changes the chart spans. */
  range: { days: number; top: number; bottom: number };
}

/** The chart ends here at most: later scores belong to the follow-up. */
const mostDays = 14;
const leastDays = 9;
const step = 10;
const hoursOfDay = 24;

export function sinceView(series: FormSeries, doses: readonly GivenDose[], amounts: ReadonlyMap<string, string>, zone: string): SinceView {
  const told = sinceDoses(series.forms, doses, zone);
  const rows = told.doses.map((dose) => rowOf(dose, amounts, zone));
  const points = rows.flatMap((row) => row.points);
  const changes = points.map(({ change }) => change);
  return {
    short: series.measure.short,
    recall: recallWords[series.recall],
    offsets: OFFSETS.map((offset) => offsetWords[offset]),
    rows,
    averages: told.averages.map(({ offset, n, mean }) => ({ offset, name: offsetWords[offset], n, mean })),
    range: {
      days: Math.max(leastDays, ...points.map(({ day }) => Math.ceil(day))),
      top: Math.ceil(Math.max(step, ...changes) / step) * step,
      bottom: Math.floor(Math.min(-step, ...changes) / step) * step,
    },
  };
}

function rowOf(dose: SinceDose<TotalForm>, amounts: ReadonlyMap<string, string>, zone: string): SinceRow {
  const { doseId, number, at, before, scores, held } = dose;
  return {
    id: doseId,
    number,
    date: dated(calendarDay(at, zone)),
    amount: amounts.get(doseId) ?? null,
    before: before?.total ?? null,
    cells: OFFSETS.map((offset) => cellOf(offset, scoreAt(dose, offset))),
    points: before === null ? [] : scores.map(pointOf).filter(({ day }) => day <= mostDays),
    share: held.share === null ? null : Math.max(0, held.share),
    held: dose.nextAt === null && held.share !== null ? `${heldWords(held)} so far` : heldWords(held),
    sentence: sentenceOf(dose),
  };
}

function cellOf(offset: Offset, score: ScoreSince<TotalForm> | null): SinceCell | null {
  return score && {
    offset,
    total: score.form.total,
    change: score.change === null ? null : signed(score.change),
    overlap: score.overlap && overlapWords(score.overlap).replace(" the dose", ""),
  };
}

function pointOf({ hours, change, overlap }: ScoreSince<TotalForm>): SincePoint {
  return { day: hours / hoursOfDay, change: change ?? 0, overlap: overlap !== null };
}

/** "9 of 12 points (75 %)"; "none of 10 points, 5 above the score before"; or why there is no share. */
export function heldWords(held: Held): string {
  if (held.share === null) return held.reason;
  const { gain, lost, share } = held;
  if (share < 0) return `none of ${gain} points, ${lost - gain} above the score before`;
  return `${gain - lost} of ${gain} points (${Math.round(100 * share)} %)`;
}

/** "Dose 3: 50 before; −12 at +24 h, −9 at +7 d; held until dose 4: 9 of 12 points (75 %)." */
function sentenceOf(dose: SinceDose<TotalForm>): string {
  const { number, before, nextAt, held } = dose;
  if (before === null) {
    const from = number === 1 ? "in the week before it" : `in the week before it and after dose ${number - 1}`;
    return `Dose ${number}: no score ${from}, so no change is counted.`;
  }
  const found = OFFSETS.flatMap((offset) => {
    const score = scoreAt(dose, offset);
    return score === null || score.change === null ? [] : [`${signed(score.change)} at ${offsetWords[offset]}`];
  });
  const changes = found.length === 0 ? "no score at +24 h, +72 h or +7 d" : found.join(", ");
  const until = nextAt === null ? "so far" : `until dose ${number + 1}`;
  const kept = held.share === null ? `what held ${until} cannot be told: ${held.reason}` : `held ${until}: ${heldWords(held)}`;
  return `Dose ${number}: ${before.total} before; ${changes}; ${kept}.`;
}
