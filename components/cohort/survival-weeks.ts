// The steps of a curve as a table of weeks says them.
import type { ShownCohort } from "./shown";

type Step = NonNullable<ShownCohort["firstImprovement"]>["steps"][number];

export interface WeekOfCurve {
  week: number;
  /** At its beginning. */
  atRisk: number | null;
  events: number;
  censored: number;
  /** At its end, with the interval. */
  share: number | null;
  interval: Step["logLog"];
}

/** Weeks with a step, from steps in order of days: of days 3 and 7 week 1, of day 8 week 2, of day 0 and before week 0. */
export function survivalByWeek(steps: readonly Step[]): WeekOfCurve[] {
  const weeks = new Map<number, WeekOfCurve>();
  for (const { day, atRisk, events, censored, share, logLog } of steps) {
    if (day === null) continue;
    const week = Math.max(0, Math.ceil(day / 7));
    const before = weeks.get(week) ?? { week, atRisk, events: 0, censored: 0 };
    weeks.set(week, { ...before, events: before.events + (events ?? 0), censored: before.censored + (censored ?? 0), share, interval: logLog });
  }
  return [...weeks.values()];
}
