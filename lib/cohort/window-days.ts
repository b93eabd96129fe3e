import { BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS, type AssessmentWindow } from "../course/windows";

/**
 * The first and last day from t0 on which a window may be filled. 24 h is 18 to 36 hours, which day 1 begins and day 2
 * ends at the latest. Example: week 1 is days 4 to 10; the baseline ends on day 0.
 */
export function windowDays(window: AssessmentWindow): readonly [first: number, last: number] {
  if (window === "baseline") return [BASELINE_FROM_DAY, 0];
  if (window === "24h") return [1, Math.ceil(HOURS_24.to / 24)];
  const week = Number(window.slice("week-".length));
  return [7 * week - WEEK_REACH_DAYS, 7 * week + WEEK_REACH_DAYS];
}
