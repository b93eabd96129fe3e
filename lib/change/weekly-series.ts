/**
 * The scores on which sudden gains may be looked for (sudden-gains.ts): one measure, one recall window, about
 * a week apart. The method compares neighbouring sessions, so it takes every step to be as long as the next;
 * two scores a day apart, or ten, would make a "sudden" gain of nothing. No published tolerance was found:
 * this one is ours. Steps are calendar days in the clinic's zone, and are 5 to 9 days, or that much off 2, 3 …
 * weeks, when the weeks between keep their places without a score. What comes sooner is left out (the 24 h
 * form, a second form in a week: of several in reach, the one nearest to 7 days counts, then the earlier). A
 * step of any other length ends the run, and a new one begins. A run of fewer than four places has no interval
 * that can be tested. Of several recall windows the past week is taken, else the shortest longer one; past-day
 * and momentary forms never.
 */
import { localDay } from "../course/calendar";
import { recallWords, type Recall } from "../measures/recall";
import type { Point, Series } from "./series";
import { suddenChanges, type SessionScore, type SuddenChange, type SuddenSettings } from "./sudden-gains";
import type { Trajectory } from "./trajectory";
import { hyphenated } from "./wording";

export const WEEK_DAYS = 7;
export const STEP_TOLERANCE_DAYS = 2;
/** Fewest places in which one interval has two scores on each side. */
export const LEAST_PLACES = 4;
/** The recall windows that may be tested, the first there is. */
export const LOOKING_BACK: readonly Recall[] = ["week", "fortnight", "month", "year", "unstated"];

export interface WeeklyPoint extends SessionScore {
  readonly point: Point;
}

export type Weekly<T> = readonly (readonly (T | null)[])[];

/**
 * Runs of scores about a week apart, in order of time, null for a week without one. Example: scores on days 0,
 * 1, 7, 15 and 28 make one run of days 0, 7, 15, nothing, 28 (a step of 13 days is two weeks); days 0, 7 and
 * 18 make two runs, for 11 days are no number of weeks.
 */
export function weeklyRuns<T extends { readonly at: Date }>(scores: readonly T[], zone: string): Weekly<T> {
  return runsByDay(scores.toSorted((a, b) => +a.at - +b.at), (from, to) => localDay(to.at, from.at, zone));
}

/**
 * The same of scores already in order of time, with the calendar days from one to another given. Example: the days of
 * weeklyRuns' example, as plain numbers, make the same runs.
 */
export function runsByDay<T extends object | number>(inOrder: readonly T[], daysBetween: (from: T, to: T) => number): Weekly<T> {
  const runs: (T | null)[][] = [];
  let rest = inOrder;
  while (rest[0] !== undefined) {
    const run: (T | null)[] = [rest[0]];
    let last = rest[0];
    rest = rest.slice(1);
    for (;;) {
      const steps = rest.map((score) => ({ score, days: daysBetween(last, score) })).filter(({ days }) => days >= WEEK_DAYS - STEP_TOLERANCE_DAYS);
      const weeks = Math.round((steps[0]?.days ?? 0) / WEEK_DAYS);
      const next = steps.filter(({ days }) => off(days, weeks) <= STEP_TOLERANCE_DAYS).toSorted((a, b) => off(a.days, weeks) - off(b.days, weeks))[0];
      rest = steps.map(({ score }) => score);
      if (next === undefined) break;
      run.push(...Array<null>(weeks - 1).fill(null), next.score);
      last = next.score;
      rest = rest.slice(rest.indexOf(last) + 1);
    }
    runs.push(run);
  }
  return runs;
}

export type SuddenFinding =
  | { readonly state: "tested"; readonly recall: Recall; readonly runs: readonly (readonly SuddenChange<WeeklyPoint>[])[]; readonly met: readonly SuddenChange<WeeklyPoint>[] }
  | { readonly state: "cannot-be-tested"; readonly reason: string };

/**
 * The sudden gains and losses of a trajectory, or why there is nothing to test them on. Example: past-week
 * totals 60, 60, 30, 30 on days 0, 7, 14 and 21 have one gain, from the second to the third; with the last of
 * them missing, "Cannot be tested: it takes at least 4 past-week scores about a week apart, and there are 3."
 */
export function suddenFinding({ series, zone }: Trajectory, settings: SuddenSettings): SuddenFinding {
  const chosen = suitable(series);
  if (chosen === undefined) return { state: "cannot-be-tested", reason: "Cannot be tested: there are no scores that look back a week or more." };
  const scores = chosen.points
    .filter(({ window }) => window !== "24h")
    .map((point): WeeklyPoint => ({ id: point.assessmentId, at: point.at, total: point.total, point }));
  const weekly = weeklyRuns(scores, zone);
  const runs = weekly.filter((run) => run.length >= LEAST_PLACES).map((run) => suddenChanges(run, settings));
  if (runs.every((run) => run.every(({ state }) => state === "not-testable"))) {
    const most = Math.max(...weekly.map((run) => run.filter((score) => score !== null).length));
    const asked = `it takes at least ${LEAST_PLACES} ${hyphenated(recallWords[chosen.recall])} scores about a week apart`;
    const gaps = most < LEAST_PLACES ? `and there ${most === 1 ? "is" : "are"} ${most}` : "with two on each side of a step, and weeks are missing";
    return { state: "cannot-be-tested", reason: `Cannot be tested: ${asked}, ${gaps}.` };
  }
  return { state: "tested", recall: chosen.recall, runs, met: runs.flat().filter(({ state }) => state === "met") };
}

function suitable(series: readonly Series[]): Series | undefined {
  return LOOKING_BACK.map((recall) => series.find((each) => each.recall === recall)).find((each) => each !== undefined);
}

function off(days: number, weeks: number): number {
  return Math.abs(days - WEEK_DAYS * weeks);
}
