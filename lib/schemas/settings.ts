// What a clinic decides for itself, as one document: which measures it records, which rule judges change on each, its
// own rules from a stated SD and reliability, what calls for attention, the words it shows then, and its plans.
// Stored with the organisation; a document of an earlier version is read with today's defaults for what it lacks.
import { z } from "zod";
import { startingAttention, ATTENTION_IDS } from "@/lib/change/attention-rules";
import { OCCASIONS, startingPlans } from "@/lib/course/measure-plan";
import { measures } from "@/lib/measures/measures";
import { recalls } from "./assessment";
import { text } from "./fields";

const measureId = z.enum(measures.map(({ id }) => id), "Choose a measure that is known here");
const points = (least: number, most: number) => z.number("Enter a number of points").min(least, `Enter ${least} to ${most} points`).max(most, `Enter ${least} to ${most} points`);
const whole = (name: string, least: number, most: number) => z.int(`Enter a whole number of ${name}`).min(least, `Enter ${least} to ${most} ${name}`).max(most, `Enter ${least} to ${most} ${name}`);

/** A rule of the clinic's own, after Jacobson and Truax, from numbers it states and sources. */
export const ownRule = z.strictObject({
  id: z.string().regex(/^own-[a-z0-9-]{1,60}$/),
  measure: measureId,
  name: text("name of the rule", 80),
  recalls: z.array(z.enum(recalls)).min(1, "Choose at least one period"),
  sd: z.number("Enter the standard deviation").positive("A standard deviation is above 0").max(100),
  r: z.number("Enter the reliability").min(0, "A reliability lies from 0 to below 1").lt(1, "A reliability lies from 0 to below 1"),
  kindOfR: text("kind of reliability", 80),
  endState: z.int().min(0).max(100).nullable(),
  population: text("people it was worked out on", 200),
  source: text("source", 400),
});

export const measurePlan = z.strictObject(Object.fromEntries(OCCASIONS.map((occasion) => [occasion, z.array(measureId).max(20)])) as Record<(typeof OCCASIONS)[number], z.ZodArray<typeof measureId>>);

export const namedPlan = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,60}$/), name: text("name of the plan", 80), plan: measurePlan });

export const clinicSettings = z.strictObject({
  /** The measures this clinic records; the PCL-5 always. */
  measures: z.array(measureId).default(["pcl-5"]).transform((ids) => [...new Set(["pcl-5", ...ids])]),
  /** The rule that judges change, by measure; the measure's first where none is chosen. */
  rules: z.partialRecord(measureId, z.string().max(80)).default({}),
  ownRules: z.array(ownRule).max(40).default([]),
  attention: z
    .strictObject({
      worse: z.strictObject({ on: z.boolean() }),
      "no-drop": z.strictObject({ on: z.boolean(), points: points(1, 80), session: whole("sessions", 1, 40), dose: whole("doses", 1, 40) }),
      rise: z.strictObject({ on: z.boolean(), points: points(1, 80) }),
      overdue: z.strictObject({ on: z.boolean(), days: whole("days", 1, 60) }),
    })
    .default(() => structuredClone(startingAttention)),
  /** The clinic's own words, shown where a rule fires. */
  guidance: z.partialRecord(z.enum(ATTENTION_IDS), z.string().trim().max(2000, "Use at most 2000 characters")).default({}),
  plans: z.array(namedPlan).min(1, "Keep at least one plan").max(40).default(() => startingPlans.map(({ id, name, plan }) => ({ id, name, plan: structuredClone(plan) as never }))),
  /** The plan a new course starts with. */
  defaultPlan: z.string().max(60).default("pcl-5"),
});

export const settingsSave = z.strictObject({ settings: clinicSettings, version: z.int().min(1) });

export type ClinicSettings = z.output<typeof clinicSettings>;
export type SettingsSave = z.output<typeof settingsSave>;

/** The settings in a stored document; where it does not fit, today's defaults: a clinic must never be locked out by one. */
export function settingsFrom(stored: unknown): ClinicSettings {
  const read = clinicSettings.safeParse(stored ?? {});
  return read.success ? read.data : clinicSettings.parse({});
}
