// What a clinic decides for itself, as one document: which measures it records, which rule judges change on each, its
// own rules from a stated SD and reliability, what calls for attention, the words it shows then, and its plans.
// Stored with the organisation; a document of an earlier version is read with today's defaults for what it lacks.
import { z } from "zod";
import { startingAttention, ATTENTION_IDS } from "@/lib/change/attention-rules";
import { rulesFor } from "@/lib/change/rules";
import { STARTING_SUDDEN } from "@/lib/change/sudden-gains";
import { startingClosedDays, type Weekday } from "@/lib/course/closed-days";
import { OCCASIONS, startingPlans } from "@/lib/course/measure-plan";
import { startingTemplates } from "@/lib/course/templates";
import { dosingSettings, startingDosing } from "./dosing-settings";
import { text } from "./fields";
import { measureId, ownRule } from "./own-rule";
import { closedDays, courseTemplate } from "./templates";

const points = (least: number, most: number) => z.number("Enter a number of points").min(least, `Enter ${least} to ${most} points`).max(most, `Enter ${least} to ${most} points`);
const whole = (name: string, least: number, most: number) => z.int(`Enter a whole number of ${name}`).min(least, `Enter ${least} to ${most} ${name}`).max(most, `Enter ${least} to ${most} ${name}`);

export const measurePlan = z.strictObject(Object.fromEntries(OCCASIONS.map((occasion) => [occasion, z.array(measureId).max(20)])) as Record<(typeof OCCASIONS)[number], z.ZodArray<typeof measureId>>);

export const namedPlan = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,60}$/), name: text("name of the plan", 80), plan: measurePlan });

const document = z.strictObject({
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
  /** Least points of a sudden gain on the PCL-5. */
  sudden: z.strictObject({ points: points(1, 80) }).default(() => ({ ...STARTING_SUDDEN })),
  /** The clinic's own words, shown where a rule fires. */
  guidance: z.partialRecord(z.enum(ATTENTION_IDS), z.string().trim().max(2000, "Use at most 2000 characters")).default({}),
  plans: z.array(namedPlan).min(1, "Keep at least one plan").max(40).default(() => startingPlans.map(({ id, name, plan }) => ({ id, name, plan: structuredClone(plan) as never }))),
  /** The plan a new course starts with. */
  defaultPlan: z.string().max(60).default("pcl-5"),
  /** The shapes a course can be planned from. */
  templates: z.array(courseTemplate).min(1, "Keep at least one template").max(40).default(() => startingTemplates.map((template) => ({ ...template, doses: [...template.doses], therapyDays: [...template.therapyDays], times: { ...template.times } }))),
  /** When planning skips a day. */
  closed: closedDays.default(() => structuredClone(startingClosedDays) as { weekdays: Weekday[]; dates: string[] }),
  dosing: dosingSettings.default(startingDosing),
});

/** The document as it is saved: what it refers to is in it. A stored one is read without this, for a rule may go. */
export const clinicSettings = document.superRefine(({ rules, ownRules, plans, defaultPlan, templates }, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  for (const [measure, chosen] of Object.entries(rules)) {
    // By their ids: an own rule that was refused above cannot be made into one.
    const offered = [...rulesFor(measure), ...ownRules.filter((own) => own.measure === measure)];
    if (chosen !== undefined && !offered.some(({ id }) => id === chosen)) say(["rules", measure], "Choose a rule from the list");
  }
  for (const index of repeated(ownRules.map(({ id }) => id))) say(["ownRules", index, "name"], "Two rules have the same id");
  for (const index of repeated(plans.map(({ id }) => id))) say(["plans", index, "name"], "Two plans have the same id");
  for (const index of repeated(plans.map(({ name }) => name))) say(["plans", index, "name"], "Two plans have the same name");
  for (const index of repeated(templates.map(({ id }) => id))) say(["templates", index, "name"], "Two templates have the same id");
  for (const index of repeated(templates.map(({ name }) => name))) say(["templates", index, "name"], "Two templates have the same name");
  if (!plans.some(({ id }) => id === defaultPlan)) say(["defaultPlan"], "Choose the plan a new course starts with");
});

export const settingsSave = z.strictObject({ settings: clinicSettings, version: z.int32().min(1) });

/** Where something stands that stood before. */
function repeated(list: readonly string[]): readonly number[] {
  return list.flatMap((each, index) => (list.indexOf(each) < index ? [index] : []));
}

export type ClinicSettings = z.output<typeof clinicSettings>;
export type SettingsSave = z.output<typeof settingsSave>;

/** The settings in a stored document; today's defaults for each part that does not fit: a clinic must never be locked out by one. */
export function settingsFrom(stored: unknown): ClinicSettings {
  const given: Record<string, unknown> = Object(stored);
  const read = document.safeParse(given);
  if (read.success) return read.data;
  const fitting = Object.entries(document.shape).filter(([key, part]) => part.safeParse(given[key]).success);
  return document.parse(Object.fromEntries(fitting.map(([key]) => [key, given[key]])));
}
