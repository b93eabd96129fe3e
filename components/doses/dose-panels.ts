// The panels of one dose: each vital, and each total of a measure, on a range of its own over the minutes from the start.
import { READING_RANGES, vitalWords, type Vital } from "@/lib/course/dosing/reading";
import { startingDueMinutes } from "@/lib/course/dosing/observation";
import type { MinuteCourse, OneDose } from "@/lib/course/one-dose";
import type { Measure } from "@/lib/measures/measure";

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

/** A dose with its totals by measure. */
export interface ToldDose {
  name: string;
  vitals: OneDose["vitals"];
  totals: ReadonlyMap<string, MinuteCourse>;
}

/** At least this much is shown, so that an ordinary course looks alike from dose to dose; more where a value lies outside. */
const panels: readonly { id: string; title: string; unit: string; vitals: readonly Vital[]; min: number; max: number; step: number; compared?: boolean }[] = [
  { id: "dissociation", title: "Dissociation", unit: "the patient’s own rating, 0 to 10", vitals: ["dissociation"], ...READING_RANGES.dissociation, step: 1, compared: true },
  { id: "pressure", title: "Blood pressure", unit: "mmHg", vitals: ["systolic", "diastolic"], min: 60, max: 180, step: 20 },
  { id: "pulse", title: "Pulse", unit: "per min", vitals: ["pulse"], min: 40, max: 120, step: 20 },
  { id: "spo2", title: "SpO₂", unit: "%", vitals: ["spo2"], min: 90, max: 100, step: 5 },
  { id: "sedation", title: "Alertness (MOAA/S)", unit: "5 is awake", vitals: ["sedation"], ...READING_RANGES.sedation, step: 1 },
];

const mostTicks = 8;

/** Every panel with a value: dissociation and its totals first, each on an axis of its own. */
export function panelsOf(told: ToldDose, before: readonly ToldDose[], measures: readonly Measure[]): VitalPanel[] {
  const [first, ...others] = panels.map((panel) => vitalPanel(panel, told, before));
  const totals = measures.map((measure) => totalPanel(measure, told, before));
  return [...(first === undefined ? [] : [first]), ...totals, ...others].filter(({ lines }) => lines.length > 0);
}

/** The due minutes, and on in the same steps for as long as it was observed; every second or third where they crowd. */
export function ticksTo(last: number): { minute: number; words: string }[] {
  const due = startingDueMinutes;
  const [end, previous] = [due.at(-1) ?? 0, due.at(-2) ?? 0];
  const step = end - previous;
  const more = step <= 0 ? 0 : Math.max(0, Math.floor((last - end) / step));
  const all = [...due, ...Array.from({ length: more }, (_, index) => end + (index + 1) * step)];
  const each = Math.ceil(all.length / mostTicks);
  return all.filter((_, index) => index % each === 0).map((minute) => ({ minute, words: minute === 0 ? "start" : `${minute} min` }));
}

function vitalPanel({ vitals, min, max, step, compared = false, ...named }: (typeof panels)[number], told: ToldDose, before: readonly ToldDose[]): VitalPanel {
  const lines = vitals.flatMap((vital) => lineOf(vitalWords[vital], told.vitals[vital]));
  const earlier = compared ? before.flatMap((dose) => vitals.flatMap((vital) => lineOf(dose.name, dose.vitals[vital]))) : [];
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  return {
    ...named,
    min: Math.min(min, ...values.map((value) => Math.floor(value / step) * step)),
    max: Math.max(max, ...values.map((value) => Math.ceil(value / step) * step)),
    lines,
    earlier,
  };
}

function totalPanel({ id, short, range }: Measure, told: ToldDose, before: readonly ToldDose[]): VitalPanel {
  return {
    id,
    title: short,
    unit: `total, ${range.min} to ${range.max}`,
    ...range,
    lines: lineOf(short, told.totals.get(id)),
    earlier: before.flatMap((dose) => lineOf(dose.name, dose.totals.get(id))),
  };
}

function lineOf(name: string, course: MinuteCourse | undefined): VitalLine[] {
  return course === undefined || course.points.length === 0 ? [] : [{ name, points: course.points.map(({ minute, value }) => ({ minute, value })) }];
}
