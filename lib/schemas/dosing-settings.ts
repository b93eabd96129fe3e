// What a clinic decides about its dosing room: the limits of readings in three phases, when readings are due, the highest
// amounts that pass without a reason, and whether a page may sound at all before somebody switches it on there.
import { z } from "zod";
import { startingAmountLimits } from "@/lib/course/dosing/amount";
import { PHASES, startingLimits, type Phase } from "@/lib/course/dosing/limits";
import { startingDueMinutes } from "@/lib/course/dosing/observation";
import { READING_RANGES, VITALS, type Vital } from "@/lib/course/dosing/reading";

function bounds(vital: Vital) {
  const { min, max } = READING_RANGES[vital];
  const words = `Enter a whole number from ${min} to ${max}, or nothing`;
  const value = z.int(words).min(min, words).max(max, words).nullable();
  return z
    .strictObject({ min: value, max: value })
    .refine((given) => given.min === null || given.max === null || given.min <= given.max, { path: ["max"], message: "The highest is below the lowest" });
}

const phase = z.strictObject(Object.fromEntries(VITALS.map((vital) => [vital, bounds(vital)])) as Record<Vital, ReturnType<typeof bounds>>);
const limits = z.strictObject(Object.fromEntries(PHASES.map((each) => [each, phase])) as Record<Phase, typeof phase>);

const mgPerKg = z.number("Enter mg per kg").min(0.05, "Enter 0.05 to 4 mg/kg").max(4, "Enter 0.05 to 4 mg/kg");
const minutesWords = "Enter 1 to 12 whole minutes from 0 to 480, for example 0, 40, 80, 120";

const isMinute = (given: unknown): given is number => Number.isInteger(given) && Number(given) >= 0 && Number(given) <= 480;

export const dosingSettings = z.strictObject({
  limits,
  /** Minutes from the start at which readings are due. */
  minutes: z
    .array(z.unknown())
    .refine((given) => given.length >= 1 && given.length <= 12 && given.every(isMinute), minutesWords)
    .transform((given) => [...new Set(given.filter(isMinute))].sort((a, b) => a - b)),
  amounts: z.strictObject({
    maxMgPerKg: z.strictObject({ intravenous: mgPerKg, intranasal: mgPerKg }),
    maxDevices: z.int("Enter a whole number of devices").min(1, "Enter 1 to 6 devices").max(6, "Enter 1 to 6 devices"),
  }),
  /** Whether a device sounds for a late reading before anybody has said so on it. */
  sound: z.boolean(),
});

export type DosingSettings = z.output<typeof dosingSettings>;

export function startingDosing(): DosingSettings {
  return { limits: structuredClone(startingLimits) as DosingSettings["limits"], minutes: [...startingDueMinutes], amounts: structuredClone(startingAmountLimits), sound: false };
}
