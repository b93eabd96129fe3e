/**
 * The clinic's limits for readings in three phases: before the start, during observation and at leaving. A value
 * outside them is said in words and asks what was done, or for a reason to go on; it never stops anybody. Limits
 * are the clinic's to set. What a new clinic starts with follows named sources where there are any
 * (`limitSources` says which), and the rest is marked as ours.
 */
import { valueWords, VITALS, type Reading, type Vital } from "./reading";

export type Phase = "before" | "during" | "leaving";

export const PHASES: readonly Phase[] = ["before", "during", "leaving"];

/** Within limits is min to max, inclusive; null is no limit. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

export type ObservationLimits = Readonly<Record<Phase, Readonly<Record<Vital, Bounds>>>>;

export interface OutsideLimit {
  readonly id: Vital;
  readonly words: string;
}

const free: Bounds = { min: null, max: null };
const awake = { pulse: { min: 41, max: 110 }, spo2: { min: 94, max: null }, dissociation: free };

export const startingLimits: ObservationLimits = {
  before: { ...awake, systolic: { min: 101, max: 140 }, diastolic: { min: null, max: 90 }, sedation: { min: 5, max: null } },
  during: { ...awake, systolic: { min: 101, max: 180 }, diastolic: { min: null, max: 120 }, sedation: { min: 3, max: null } },
  leaving: { ...awake, systolic: { min: 101, max: 140 }, diastolic: { min: null, max: 90 }, sedation: { min: 5, max: null } },
};

/** Where each starting limit comes from, for the page that shows them. */
export const limitSources: readonly { readonly what: string; readonly source: string }[] = [
  {
    what: "Blood pressure above 140/90 before the start",
    source: "Spravato prescribing information, section 2: weigh the risk before dosing",
  },
  {
    what: "Blood pressure above 180/120 during observation",
    source: "The level of a hypertensive crisis: Whelton et al. 2018, ACC/AHA guideline, doi 10.1016/j.jacc.2017.11.005",
  },
  {
    what: "Systolic pressure of 100 or less, pulse of 40 or less or above 110, SpO₂ below 94 %",
    source: "Values that score 2 or 3 in the National Early Warning Score (NEWS2), Royal College of Physicians 2017",
  },
  { what: "Blood pressure at leaving", source: "The clinic's own to set; starting value as before the start, no source" },
  { what: "Alertness (MOAA/S) below 5 before and at leaving, below 3 during", source: "The clinic's own to set; starting value, no source" },
  { what: "Dissociation", source: "No limit: at leaving it is compared with the value before the dose" },
];

const phaseWords: Readonly<Record<Phase, string>> = {
  before: "before the start",
  during: "during observation",
  leaving: "at leaving",
};

/**
 * The values outside the clinic's limits in this phase; a missing value is not outside. Example: 150 over 85 before
 * the start gives "Systolic pressure 150 mmHg is above the clinic's limit before the start (140).".
 */
export function outsideLimits(reading: Pick<Reading, Vital>, limits: ObservationLimits, phase: Phase): readonly OutsideLimit[] {
  return VITALS.flatMap((id) => {
    const value = reading[id];
    const { min, max } = limits[phase][id];
    if (value === null) return [];
    const limit = max !== null && value > max ? `above the clinic's limit ${phaseWords[phase]} (${max})` : null;
    const low = min !== null && value < min ? `below the clinic's limit ${phaseWords[phase]} (${min})` : null;
    const where = limit ?? low;
    return where === null ? [] : [{ id, words: `${valueWords(id, value)} is ${where}.` }];
  });
}
