/**
 * What stands when a patient is about to leave after a dose: five points, each met or not, each with the fact it
 * rests on. The esketamine label asks for two hours of observation, for blood pressure, sedation and dissociation
 * to be looked at until the patient is stable, and for no driving until the next day after restful sleep (Spravato
 * prescribing information, sections 2 and 5). The list gathers what was recorded. It reaches no verdict and lets
 * nobody go: a clinician signs, and may override a point with a reason.
 *
 * "Last" values are the last ones taken after the start, each vital by itself, and no older than 45 minutes: the 40
 * between due readings and the 5 after which one is late. That, and asking that dissociation be back at the value
 * before the dose rather than at a fixed number, is how this list reads the label; no published value says when a
 * patient may go home.
 */
import { outsideLimits, type ObservationLimits } from "./limits";
import { clockWords, minuteOf } from "./observation";
import { byMoment, cadssWords, vitalWords, type Reading, type Vital } from "./reading";

export type LeavingId = "minutes" | "vitals" | "dissociation" | "escort" | "advice";

export interface LeavingItem {
  readonly id: LeavingId;
  readonly met: boolean;
  /** The fact, as the page says it. */
  readonly words: string;
}

/** Least minutes of observation from the start (Spravato prescribing information, section 2). */
export const OBSERVATION_MINUTES = 120;

export const LAST_VALUE_MINUTES = 45;

export interface LeavingQuestion {
  readonly startedAt: Date;
  readonly readings: readonly Reading[];
  /** The reading before the dose (`readingBefore`), or null. */
  readonly beforeReading: Reading | null;
  readonly limits: ObservationLimits;
  /** Whether somebody is confirmed to take the patient home. */
  readonly escort: boolean;
  /** Whether the advice not to drive was given. */
  readonly advice: boolean;
  readonly now: Date;
  /** The clinic's minutes of observation. */
  readonly minutes?: number;
}

const MINUTE = 60_000;
const NEEDED: readonly Vital[] = ["systolic", "diastolic", "pulse", "spo2", "sedation"];

/**
 * The five points, always all and in this order. Example: at minute 125, with 128 over 82, pulse 70, SpO₂ 98, MOAA/S 5
 * and dissociation 0 at minute 120, 0 before the dose, escort and advice, all are met; with dissociation 2 the third is not: "Dissociation 2 at 2 h 00
 * min, 0 before the dose".
 */
export function leavingList(question: LeavingQuestion): readonly LeavingItem[] {
  const { escort, advice } = question;
  return [
    minutesPassed(question),
    vitalsWithin(question),
    dissociationBack(question),
    { id: "escort", met: escort, words: escort ? "Escort confirmed" : "No escort confirmed" },
    { id: "advice", met: advice, words: advice ? "Advised not to drive until tomorrow, after sleep" : "Advice not to drive not given yet" },
  ];
}

/** The last reading at the start or before it, or null. Example: of 8:50 and 8:58, with the start at 9:00, 8:58. */
export function readingBefore(readings: readonly Reading[], startedAt: Date): Reading | null {
  return readings.toSorted(byMoment).findLast(({ at }) => at <= startedAt) ?? null;
}

function minutesPassed({ startedAt, now, minutes = OBSERVATION_MINUTES }: LeavingQuestion): LeavingItem {
  const passed = minuteOf(now, startedAt);
  const met = passed >= minutes;
  return { id: "minutes", met, words: met ? `${clockWords(passed)} since the start` : `${clockWords(passed)} since the start, of ${clockWords(minutes)}` };
}

function vitalsWithin(question: LeavingQuestion): LeavingItem {
  const { limits, startedAt, now } = question;
  const known = NEEDED.map((vital) => ({ vital, last: lastOf(vital, question) }));
  const missing = known.filter(({ last }) => last === null).map(({ vital }) => `${vitalWords[vital]} not taken since the start`);
  const old = known
    .filter(({ last }) => last !== null && +now - +last.at > LAST_VALUE_MINUTES * MINUTE)
    .map(({ vital, last }) => `${vitalWords[vital]} last taken at ${clockWords(minuteOf(last?.at ?? now, startedAt))}`);
  const value = (wanted: Vital) => known.find(({ vital }) => vital === wanted)?.last?.value ?? null;
  const values = {
    systolic: value("systolic"), diastolic: value("diastolic"), pulse: value("pulse"), spo2: value("spo2"), sedation: value("sedation"),
    dissociation: null,
  };
  const outside = outsideLimits(values, limits, "leaving").map(({ words }) => words.replace(/\.$/, ""));
  const against = [...outside, ...missing, ...old];
  return { id: "vitals", met: against.length === 0, words: against.length === 0 ? "Last readings within the clinic's limits" : against.join("; ") };
}

function dissociationBack(question: LeavingQuestion): LeavingItem {
  const { beforeReading, startedAt } = question;
  const id = "dissociation";
  const last = lastOf(id, question);
  const before = beforeReading?.dissociation ?? null;
  const cadss = lastCadss(question);
  if (last === null) return { id, met: false, words: `Dissociation not rated since the start${cadss}` };
  const said = `Dissociation ${last.value} at ${clockWords(minuteOf(last.at, startedAt))}`;
  if (before === null) return { id, met: false, words: `${said}, not rated before the dose${cadss}` };
  return { id, met: last.value <= before, words: `${said}, ${before} before the dose${cadss}` };
}

/** The last CADSS total after the start, said beside the patient's own rating; it decides nothing here. */
function lastCadss({ readings, startedAt, now }: LeavingQuestion): string {
  const found = readings.toSorted(byMoment).findLast(({ at, cadss }) => cadss && at > startedAt && at <= now);
  return found?.cadss ? `; ${cadssWords(found.cadss)} at ${clockWords(minuteOf(found.at, startedAt))}` : "";
}

/** The last value of a vital after the start, up to now. */
function lastOf(vital: Vital, { readings, startedAt, now }: LeavingQuestion): { readonly value: number; readonly at: Date } | null {
  for (const reading of readings.toSorted(byMoment).toReversed()) {
    const value = reading[vital];
    if (value !== null && reading.at > startedAt && reading.at <= now) return { value, at: reading.at };
  }
  return null;
}
