/**
 * A reading: what was observed at one moment of a dosing session. Every value may be missing, a cuff slips or a
 * patient sleeps, and zero is an answer: dissociation 0 means none. This file holds what a reading is and catches
 * slips of the finger; what lies outside the clinic's limits is limits.ts, when one is due observation.ts.
 */
import type { Problem } from "./problem";
import { SEDATION_RANGE } from "./sedation";

export type Vital = "systolic" | "diastolic" | "pulse" | "spo2" | "sedation" | "dissociation";

/** In the order in which a page asks for them. */
export const VITALS: readonly Vital[] = ["systolic", "diastolic", "pulse", "spo2", "sedation", "dissociation"];

export interface Reading extends Readonly<Record<Vital, number | null>> {
  readonly id: string;
  readonly at: Date;
  /** The total of the CADSS read aloud with it, where one was. */
  readonly cadss?: CadssTotal | null;
}

export interface CadssTotal {
  readonly measure: "cadss" | "cadss-6";
  readonly total: number;
}

export const vitalWords: Readonly<Record<Vital, string>> = {
  systolic: "Systolic pressure",
  diastolic: "Diastolic pressure",
  pulse: "Pulse",
  spo2: "SpO₂",
  sedation: "Alertness (MOAA/S)",
  dissociation: "Dissociation",
};

/** What stands after a value; empty for a rating. */
export const vitalUnits: Readonly<Record<Vital, string>> = {
  systolic: "mmHg",
  diastolic: "mmHg",
  pulse: "per min",
  spo2: "%",
  sedation: "",
  dissociation: "",
};

/**
 * Values that can be entered, whole numbers, inclusive: wide enough for a very ill patient, narrow enough for a
 * slipped digit. Ours, but for sedation (its scale) and dissociation (the patient's own rating of 0 to 10).
 */
export const READING_RANGES: Readonly<Record<Vital, { readonly min: number; readonly max: number }>> = {
  systolic: { min: 40, max: 300 },
  diastolic: { min: 20, max: 200 },
  pulse: { min: 20, max: 250 },
  spo2: { min: 50, max: 100 },
  sedation: SEDATION_RANGE,
  dissociation: { min: 0, max: 10 },
};

/** Where a dial begins while nothing is known of the patient: the middle of what adults at rest have. Ours; no limit and no advice. */
export const DIAL_START: Readonly<Record<"systolic" | "diastolic" | "pulse" | "spo2", number>> = { systolic: 120, diastolic: 75, pulse: 70, spo2: 98 };

/**
 * What has to be mended before a reading can be kept; empty for a sound one. Example: 80 over 120 says that the
 * diastolic pressure must be below the systolic; a reading without any value says that one is needed.
 */
export function readingProblems(reading: Pick<Reading, Vital>): readonly Problem<Vital | "empty">[] {
  const found: Problem<Vital | "empty">[] = [];
  const mend = (id: Vital | "empty", words: string) => found.push({ id, words, overridable: false });
  if (VITALS.every((vital) => reading[vital] === null)) mend("empty", "Enter at least one value.");
  for (const vital of VITALS) {
    const value = reading[vital];
    const { min, max } = READING_RANGES[vital];
    if (value !== null && !(Number.isInteger(value) && value >= min && value <= max)) {
      mend(vital, `${vitalWords[vital]}: enter a whole number from ${min} to ${max}.`);
    }
  }
  const { systolic, diastolic } = reading;
  if (found.length === 0 && systolic !== null && diastolic !== null && diastolic >= systolic) {
    mend("diastolic", `Diastolic pressure must be below the systolic: ${systolic} over ${diastolic} cannot be.`);
  }
  return found;
}

/** A value with its name and unit. Example: valueWords("systolic", 128) is "Systolic pressure 128 mmHg". */
export function valueWords(vital: Vital, value: number): string {
  const unit = vitalUnits[vital];
  return `${vitalWords[vital]} ${value}${unit === "" ? "" : ` ${unit}`}`;
}

/** In order of time, then of id, so that the order of rows never matters; for sorting. */
export function byMoment(a: Pick<Reading, "id" | "at">, b: Pick<Reading, "id" | "at">): number {
  return +a.at - +b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A CADSS total by the form it is of. Example: 14 on the six items is "CADSS-6 14"; 0 is a total like any other. */
export function cadssWords({ measure, total }: CadssTotal): string {
  return `${measure.toUpperCase()} ${total}`;
}
