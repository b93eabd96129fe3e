// One dose as its page shows it: the vitals over minutes, the doses before it behind them, the peaks in sentences, the
// events and the table twin. Worked out in lib/course; named and dated here.
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { dated } from "@/lib/course/day-words";
import { durationWords, onsetWords, outcomeWords, relationWords, severityWords, type EventOutcomeState, type EventRelation, type EventSeverity } from "@/lib/course/dosing/events";
import { clockWords, minuteOf, startingDueMinutes } from "@/lib/course/dosing/observation";
import { byMoment, READING_RANGES, vitalWords, VITALS, type Reading, type Vital } from "@/lib/course/dosing/reading";
import { comparedWords, oneDose, peakWords, type OneDose, type VitalCourse } from "@/lib/course/one-dose";

interface DoseReadings {
  name: string;
  startedAt: Date;
  readings: readonly Reading[];
}

export interface DoseEvent {
  id: string;
  term: string;
  severity: EventSeverity;
  serious: boolean;
  relation: EventRelation;
  outcome: EventOutcomeState;
  onsetAt: Date;
  endedAt: Date | null;
  action: string | null;
}

export interface VitalLine {
  name: string;
  points: { minute: number; value: number }[];
}

export interface VitalPanel {
  id: string;
  title: string;
  /** "0 to 10", "mmHg". */
  unit: string;
  min: number;
  max: number;
  lines: VitalLine[];
  /** The same of the doses before, each pale. */
  earlier: VitalLine[];
}

export interface OneDoseView {
  range: { from: number; to: number };
  ticks: { minute: number; words: string }[];
  panels: VitalPanel[];
  events: { id: string; minute: number; term: string; words: string }[];
  sentences: string[];
  rows: { id: string; when: string; clock: string; pressure: string; pulse: string; spo2: string; sedation: string; dissociation: string }[];
}

/** At least this much is shown, so that an ordinary course looks alike from dose to dose; more where a value lies outside. */
const panels: readonly { id: string; title: string; unit: string; vitals: readonly Vital[]; min: number; max: number; step: number; compared?: boolean }[] = [
  { id: "dissociation", title: "Dissociation", unit: "0 to 10", vitals: ["dissociation"], ...READING_RANGES.dissociation, step: 1, compared: true },
  { id: "pressure", title: "Blood pressure", unit: "mmHg", vitals: ["systolic", "diastolic"], min: 60, max: 180, step: 20 },
  { id: "pulse", title: "Pulse", unit: "per min", vitals: ["pulse"], min: 40, max: 120, step: 20 },
  { id: "spo2", title: "SpO₂", unit: "%", vitals: ["spo2"], min: 90, max: 100, step: 5 },
  { id: "sedation", title: "Alertness (MOAA/S)", unit: "5 is awake", vitals: ["sedation"], ...READING_RANGES.sedation, step: 1 },
];

const leastFrom = -15;
const leastTo = 130;

export function oneDoseView(dose: DoseReadings, earlier: readonly DoseReadings[], events: readonly DoseEvent[], zone: string): OneDoseView {
  const told = oneDose(dose);
  const before = earlier.map((each) => ({ name: each.name, told: oneDose(each) }));
  const minutes = dose.readings.map(({ at }) => minuteOf(at, dose.startedAt));
  const onsets = events.map(({ onsetAt }) => minuteOf(onsetAt, dose.startedAt)).filter((minute) => minute <= leastTo * 2);
  return {
    range: { from: Math.min(leastFrom, ...minutes), to: Math.max(leastTo, ...minutes.map((minute) => minute + 10), ...onsets) },
    ticks: startingDueMinutes.map((minute) => ({ minute, words: minute === 0 ? "start" : `${minute} min` })),
    panels: panels.map((panel) => panelOf(panel, told, before)).filter(({ lines }) => lines.length > 0),
    events: events.map((event) => ({
      id: event.id,
      minute: minuteOf(event.onsetAt, dose.startedAt),
      term: event.term,
      words: eventWords(event, dose.startedAt),
    })),
    sentences: sentencesOf(told, before.map((each) => each.told)),
    rows: dose.readings.toSorted(byMoment).map((reading) => rowOf(reading, dose.startedAt, zone)),
  };
}

/** "3 Nov 2026, 9:05". */
export function startWords(at: Date, zone: string): string {
  return `${dated(calendarDay(at, zone))}, ${wallTime(at, zone).slice(11)}`;
}

function panelOf(
  { vitals, min, max, step, compared = false, ...named }: (typeof panels)[number],
  told: OneDose,
  before: readonly { name: string; told: OneDose }[],
): VitalPanel {
  const lineOf = (name: string, { points }: VitalCourse): VitalLine[] =>
    points.length === 0 ? [] : [{ name, points: points.map(({ minute, value }) => ({ minute, value })) }];
  const lines = vitals.flatMap((vital) => lineOf(vitalWords[vital], told.vitals[vital]));
  const earlier = compared ? before.flatMap((dose) => vitals.flatMap((vital) => lineOf(dose.name, dose.told.vitals[vital]))) : [];
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  return {
    ...named,
    min: Math.min(min, ...values.map((value) => Math.floor(value / step) * step)),
    max: Math.max(max, ...values.map((value) => Math.ceil(value / step) * step)),
    lines,
    earlier,
  };
}

function sentencesOf(told: OneDose, before: readonly OneDose[]): string[] {
  return (["dissociation", "systolic"] as const).flatMap((vital) => {
    const words = peakWords(told.vitals[vital]);
    const compared = comparedWords(told.vitals[vital], before.map((each) => each.vitals[vital]));
    return words === null || compared === null ? [] : [`${words} ${compared}`];
  });
}

function eventWords({ term, severity, serious, relation, outcome, onsetAt, endedAt, action }: DoseEvent, startedAt: Date): string {
  const strength = severityWords[severity].split(":")[0]?.toLowerCase();
  const length = endedAt === null ? durationWords(onsetAt, null) : `for ${durationWords(onsetAt, endedAt)}`;
  const parts = [`${onsetWords(onsetAt, startedAt)}, ${length}`, serious ? "serious" : null, relationWords[relation].toLowerCase(), outcomeWords[outcome].toLowerCase()];
  return `${term}, ${strength}: ${parts.filter((part) => part !== null).join(", ")}.${action ? ` ${action}` : ""}`;
}

function rowOf(reading: Reading, startedAt: Date, zone: string): OneDoseView["rows"][number] {
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
