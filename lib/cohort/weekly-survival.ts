/**
 * A Kaplan–Meier curve for those who may not see single days: the curve itself is unchanged, but it is shown only at the
 * ends of weeks, and only where no fewer than five events, or none, and no fewer than five last assessments, or none,
 * have come together since the step before.
 */
import { isSmall } from "./small-cells";
import type { Survival, SurvivalStep } from "./survival";

/**
 * The curve by the week; null where even all of it together has a small count. Days become the last of their week (7, 14
 * …). Example: events of 3 on day 5 and 4 on day 9, and 6 last seen on day 20, become 7 events by day 14 and 6 last seen
 * by day 21.
 */
export function byWeek(curve: Survival): Survival | null {
  if (isSmall(curve.events) || isSmall(curve.n - curve.events)) return null;
  const groups: SurvivalStep[][] = [];
  let open: SurvivalStep[] = [];
  for (const [at, step] of curve.steps.entries()) {
    open.push(step);
    const next = curve.steps[at + 1];
    if ((next === undefined || endOfWeek(next.day) > endOfWeek(step.day)) && fits(open)) {
      groups.push(open);
      open = [];
    }
  }
  // What is left over joins those before it until it is large enough; all of it together is.
  while (open.length > 0 && !fits(open)) open = [...(groups.pop() ?? []), ...open];
  if (open.length > 0) groups.push(open);
  const steps = groups.map(together);
  const { median, medianInterval: { lower, upper } } = curve;
  return { ...curve, steps, median: weekOf(median), medianInterval: { lower: weekOf(lower), upper: weekOf(upper) } };
}

function together(group: readonly SurvivalStep[]): SurvivalStep {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("A step of nothing");
  return { ...last, day: endOfWeek(last.day), atRisk: first.atRisk, events: sum(group, "events"), censored: sum(group, "censored") };
}

function fits(group: readonly SurvivalStep[]): boolean {
  return !isSmall(sum(group, "events")) && !isSmall(sum(group, "censored"));
}

function sum(group: readonly SurvivalStep[], key: "events" | "censored"): number {
  return group.reduce((total, step) => total + step[key], 0);
}

function endOfWeek(day: number): number {
  return 7 * Math.ceil(day / 7) + 0;
}

function weekOf(day: number | null): number | null {
  return day === null ? null : endOfWeek(day);
}
