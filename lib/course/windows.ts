/**
 * Assessment windows: which score stands for "baseline", "24 h after" or "week 3" of a course. A group can
 * only be averaged, and two patients only compared, at the same point of their courses, so each window takes
 * at most one score and each score fills at most one window. What lies between is not lost: it is drawn, it
 * is just not a window.
 *
 * The definition, per measure and recall window, counted from t0 in the course's zone:
 * - baseline: at t0 or before, on day −7 or later; the last such; of identical instants the later entered.
 * - 24 h: 18 to 36 elapsed hours after t0, inclusive; the nearest to 24 h.
 * - week 1, 2, 3, 4 and 8: local day 7k − 3 to 7k + 3; the nearest to 7k in days; ties go to the earlier
 *   instant, and of identical instants to the earlier entered. Weeks 5 to 7 are not windows.
 *
 * 24 h chooses before week 1. Where the definition is silent (two scores equally near 24 h, or equal in
 * everything) the rule of the weeks is used, then the id, so that the order of rows never matters. Only
 * scored assessments take part: incomplete and voided ones are not passed in.
 */
import type { Recall } from "../measures/recall";
import { localDay } from "./calendar";

export type AssessmentWindow = "baseline" | "24h" | "week-1" | "week-2" | "week-3" | "week-4" | "week-8";

/** What a window needs to know of a scored assessment. */
export interface Timed {
  readonly id: string;
  readonly measure: string;
  readonly recall: Recall;
  /** When it was answered. */
  readonly at: Date;
  /** When it was entered here; only breaks ties. */
  readonly enteredAt: Date;
}

export const BASELINE_FROM_DAY = -7;
export const HOURS_24 = { from: 18, to: 36, target: 24 } as const;
export const WINDOW_WEEKS = [1, 2, 3, 4, 8] as const;
export const WEEK_REACH_DAYS = 3;

export const windowWords: Readonly<Record<AssessmentWindow, string>> = {
  baseline: "Baseline",
  "24h": "24 h",
  "week-1": "Week 1",
  "week-2": "Week 2",
  "week-3": "Week 3",
  "week-4": "Week 4",
  "week-8": "Week 8",
};

const HOUR = 3_600_000;

/**
 * The window each assessment fills, by assessment id; an assessment without an entry fills none. Scores of
 * different measures or recall windows never compete. Without t0 there are no windows and the map is empty.
 * Example: with t0 at noon on 1 November, week forms at t0 − 1 h, t0 + 23 h and noon on 7 and 9 November fill
 * baseline, 24 h and (day 6, day 8: equally near, so the earlier) week 1 with the one of 7 November.
 */
export function assignWindows(
  assessments: readonly Timed[],
  t0: Date | null,
  zone: string,
): ReadonlyMap<string, AssessmentWindow> {
  const filled = new Map<string, AssessmentWindow>();
  if (t0 === null) return filled;
  const groups = new Map<string, Timed[]>();
  for (const one of assessments) {
    const key = `${one.recall} ${one.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) assignGroup(group, t0, zone, filled);
  return filled;
}

function assignGroup(
  group: readonly Timed[],
  t0: Date,
  zone: string,
  filled: Map<string, AssessmentWindow>,
): void {
  const earliestFirst = group.toSorted(byTime);
  const days = new Map(group.map((one) => [one.id, localDay(one.at, t0, zone)]));
  const dayOf = (one: Timed): number => days.get(one.id) ?? Number.NaN;
  const hoursOf = (one: Timed): number => (+one.at - +t0) / HOUR;

  const baseline = earliestFirst.findLast((one) => one.at <= t0 && dayOf(one) >= BASELINE_FROM_DAY);
  if (baseline !== undefined) filled.set(baseline.id, "baseline");

  const at24 = nearest(
    earliestFirst.filter((one) => hoursOf(one) >= HOURS_24.from && hoursOf(one) <= HOURS_24.to),
    (one) => Math.abs(hoursOf(one) - HOURS_24.target),
  );
  if (at24 !== null) filled.set(at24.id, "24h");

  for (const week of WINDOW_WEEKS) {
    const away = (one: Timed): number => Math.abs(dayOf(one) - 7 * week);
    const chosen = nearest(
      earliestFirst.filter((one) => away(one) <= WEEK_REACH_DAYS && !filled.has(one.id)),
      away,
    );
    if (chosen !== null) filled.set(chosen.id, `week-${week}`);
  }
}

/** The first of the least distant: the list is already in the order that breaks ties. */
function nearest(list: readonly Timed[], distance: (one: Timed) => number): Timed | null {
  return list.reduce<Timed | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  );
}

/**
 * Orders by the time answered, then by the time entered, then by id; a comparison for sorting. Example: of
 * two forms answered at the same minute, the one entered first comes first.
 */
export function byTime(a: Timed, b: Timed): number {
  return +a.at - +b.at || +a.enteredAt - +b.enteredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
