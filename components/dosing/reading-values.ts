// What stands in the fields of a reading, what is to be said about it before it is kept, and what it is kept as.
import { outsideLimits, type ObservationLimits, type OutsideLimit } from "@/lib/course/dosing/limits";
import { readingProblems, VITALS, type CadssTotal, type Vital } from "@/lib/course/dosing/reading";
import { timeProblems } from "@/lib/course/dosing/times";
import type { ReadingBody } from "@/lib/schemas/dosing";
import type { ReadingView } from "@/lib/schemas/dosing-view";
import { wallTime } from "@/lib/course/calendar";
import { instantOf, type Moment } from "./moment";

export interface ReadingValues extends Record<Vital, number | null> {
  cadss: CadssTotal | null;
  done: string;
  moment: Moment;
}

export const emptyReading: ReadingValues = {
  systolic: null, diastolic: null, pulse: null, spo2: null, sedation: null, dissociation: null, cadss: null, done: "", moment: null,
};

/** Short answers ready to hand: they name what was done and advise nothing. */
export const answersReady = {
  before: ["Measured again", "Prescriber decides to go on"],
  during: ["Measured again", "Prescriber told", "Stays lying, watched"],
} as const;

interface Around {
  startedAt: string | null;
  zone: string;
  now: Date;
}

/** What to say while it is filled in. Before the start the limits are those before the start. */
export function lookAtReading(values: ReadingValues, { startedAt, zone, now, limits }: Around & { limits: ObservationLimits }): {
  outside: readonly OutsideLimit[];
  early: boolean;
  errors: Partial<Record<string, string>>;
} {
  const at = instantOf(values.moment, zone, now);
  const early = startedAt === null || (at !== null && at < new Date(startedAt));
  const outside = outsideLimits(values, limits, early ? "before" : "during");
  const errors: Partial<Record<string, string>> = {};
  for (const { id, words } of readingProblems(values)) {
    if (id !== "empty") errors[id] = words;
    else if (values.cadss === null) errors.systolic = words;
  }
  if (values.cadss !== null && !Number.isInteger(values.cadss.total)) errors[values.cadss.measure] = "Enter a whole number";
  if (at === null) errors.at = "Enter a date and a time";
  const [future] = at === null ? [] : timeProblems({ plannedAt: null, startedAt: null, stoppedAt: null, readings: [{ id: "", at }], now });
  if (future) errors.at = future.words;
  if (outside.length > 0 && values.done.trim() === "") errors.done = early ? "Enter why the dose goes ahead, or what was done" : "Enter what was done";
  return { outside, early, errors };
}

/** Null while its time cannot be. */
export function readingBody(values: ReadingValues, { startedAt, zone, now }: Around): Omit<ReadingBody, "sessionId"> | null {
  const { moment, done, ...rest } = values;
  const at = instantOf(moment, zone, now);
  if (at === null) return null;
  return { ...rest, done: done.trim(), at: at.toISOString(), beforeStart: startedAt === null || at < new Date(startedAt) };
}

/** A reading that the server refused, back in its fields to be mended. */
export function mendReading(body: Record<string, unknown>, zone: string): ReadingValues {
  const { at, cadss, done = "", ...rest } = body as unknown as ReadingBody;
  const values = Object.fromEntries(VITALS.map((vital) => [vital, rest[vital]])) as Record<Vital, number | null>;
  return { ...values, cadss, done, moment: wallTime(new Date(at), zone) };
}

/** The readings that count. */
export function standing(readings: readonly ReadingView[]): ReadingView[] {
  return readings.filter(({ voided }) => voided === null);
}
