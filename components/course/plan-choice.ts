// Which of the clinic's plans a course follows, as the field that chooses one shows it.
import { OCCASIONS, type MeasurePlan, type NamedPlan } from "@/lib/course/measure-plan";

/** The course follows the clinic's standard plan, whatever it will be. */
export const STANDARD = "standard";
/** None of the clinic's: changed for this course. */
export const OWN = "own";

/** The value of the field: "standard" without a plan of its own, the id of the clinic's plan that is the same, or "own". */
export function planChoice(plan: MeasurePlan | null, plans: readonly NamedPlan[]): string {
  if (plan === null) return STANDARD;
  return plans.find((each) => same(each.plan, plan))?.id ?? OWN;
}

export function planOptions(plans: readonly NamedPlan[], standard: NamedPlan, chosen: string): { value: string; label: string }[] {
  return [
    { value: STANDARD, label: `The clinic's standard plan (${standard.name})` },
    ...plans.map(({ id, name }) => ({ value: id, label: name })),
    ...(chosen === OWN ? [{ value: OWN, label: "Changed for this course" }] : []),
  ];
}

function same(one: MeasurePlan, other: MeasurePlan): boolean {
  return OCCASIONS.every((occasion) => one[occasion].join() === other[occasion].join());
}
