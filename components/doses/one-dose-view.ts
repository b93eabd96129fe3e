// One dose as its page shows it: the vitals over minutes, the doses before it behind them, the peaks in sentences, the
// events and the table twin. Worked out in lib/course; named and dated here.
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { dated } from "@/lib/course/day-words";
import { clockWords, minuteOf } from "@/lib/course/dosing/observation";
import { byMoment, VITALS, type Reading, type Vital } from "@/lib/course/dosing/reading";
import { comparedWords, minuteCourse, oneDose, peakWords, type MinuteCourse } from "@/lib/course/one-dose";
import { findMeasure } from "@/lib/measures/measures";
import type { DoseEvent } from "@/lib/course/dosing/events";
import { eventWords } from "./dose-events";
import { panelsOf, ticksTo, type ToldDose, type VitalPanel } from "./dose-panels";

/** A total of the CADSS or CADSS-6, taken beside a reading (then under its id) or by itself. */
interface DoseTotal {
  id: string;
  measure: string;
  at: Date;
  total: number;
}

interface DoseReadings {
  name: string;
  startedAt: Date;
  readings: readonly Reading[];
  totals: readonly DoseTotal[];
}

export interface OneDoseView {
  range: { from: number; to: number };
  ticks: { minute: number; words: string }[];
  panels: VitalPanel[];
  events: { id: string; minute: number; term: string; words: string }[];
  sentences: string[];
  /** Names of the measures whose totals were taken; a column each. */
  measures: string[];
  rows: { id: string; when: string; clock: string; pressure: string; pulse: string; spo2: string; sedation: string; dissociation: string; totals: string[] }[];
}

const leastFrom = -15;
const leastTo = 130;
const nothing: Readonly<Record<Vital, null>> = { systolic: null, diastolic: null, pulse: null, spo2: null, sedation: null, dissociation: null };

export function oneDoseView(dose: DoseReadings, earlier: readonly DoseReadings[], events: readonly DoseEvent[], zone: string): OneDoseView {
  const { readings, totals, startedAt } = dose;
  const measures = [...new Set(totals.map(({ measure }) => measure))].toSorted().flatMap((id) => findMeasure(id) ?? []);
  const [told, before] = [toldOf(dose), earlier.map(toldOf)];
  const byThemselves = totals.filter(({ id }) => readings.every((reading) => reading.id !== id)).map(({ id, at }) => ({ id, at, ...nothing }));
  const observed = [...readings, ...byThemselves].toSorted(byMoment);
  const minutes = observed.map(({ at }) => minuteOf(at, startedAt));
  const onsets = events.map(({ onsetAt }) => minuteOf(onsetAt, startedAt)).filter((minute) => minute <= leastTo * 2);
  const range = { from: Math.min(leastFrom, ...minutes), to: Math.max(leastTo, ...minutes.map((minute) => minute + 10), ...onsets) };
  const totalsOf = (id: string) => measures.map((measure) => String(totals.find((each) => each.id === id && each.measure === measure.id)?.total ?? "–"));
  return {
    range,
    ticks: ticksTo(range.to),
    panels: panelsOf(told, before, measures),
    events: events.map((event) => ({ id: event.id, minute: minuteOf(event.onsetAt, startedAt), term: event.term, words: eventWords(event, startedAt) })),
    sentences: [
      sentenceOf(told.vitals.dissociation, before.map(({ vitals }) => vitals.dissociation)),
      ...measures.map(({ id }) => sentenceOf(told.totals.get(id), before.flatMap((each) => each.totals.get(id) ?? []))),
      sentenceOf(told.vitals.systolic, before.map(({ vitals }) => vitals.systolic)),
    ].flat(),
    measures: measures.map(({ short }) => short),
    rows: observed.map((reading) => ({ ...rowOf(reading, startedAt, zone), totals: totalsOf(reading.id) })),
  };
}

/** "3 Nov 2026, 9:05". */
export function startWords(at: Date, zone: string): string {
  return `${dated(calendarDay(at, zone))}, ${wallTime(at, zone).slice(11)}`;
}

function toldOf({ name, startedAt, readings, totals }: DoseReadings): ToldDose {
  const courseOf = (id: string) => {
    const taken = totals.filter(({ measure }) => measure === id).map(({ total, ...one }) => ({ ...one, value: total }));
    return minuteCourse(findMeasure(id)?.short ?? id, taken, startedAt);
  };
  const told = [...new Set(totals.map(({ measure }) => measure))].map((id): [string, MinuteCourse] => [id, courseOf(id)]);
  return { name, vitals: oneDose({ startedAt, readings }).vitals, totals: new Map(told) };
}

function sentenceOf(now: MinuteCourse | undefined, before: readonly MinuteCourse[]): string[] {
  if (now === undefined) return [];
  const [words, compared] = [peakWords(now), comparedWords(now, before)];
  return words === null || compared === null ? [] : [`${words} ${compared}`];
}

function rowOf(reading: Reading, startedAt: Date, zone: string): Omit<OneDoseView["rows"][number], "totals"> {
  const shown = Object.fromEntries(VITALS.map((vital) => [vital, reading[vital] === null ? "–" : String(reading[vital])])) as Record<Vital, string>;
  const { systolic, diastolic, pulse, spo2, sedation, dissociation } = shown;
  return {
    id: reading.id,
    when: clockWords(minuteOf(reading.at, startedAt)),
    clock: wallTime(reading.at, zone).slice(11),
    pressure: reading.systolic === null && reading.diastolic === null ? "–" : `${systolic}/${diastolic}`,
    pulse,
    spo2,
    sedation,
    dissociation,
  };
}
