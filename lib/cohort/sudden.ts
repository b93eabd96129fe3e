/**
 * Sudden gains of a group, by session: of the steps from one weekly score to the next, how many could be tested, and how
 * many were gains, losses, and gains undone later. The rule is lib/change/sudden-gains.ts, the weekly scores are picked
 * as for one patient (lib/change/weekly-series.ts); the 24 h score is none of them. A gain marks where scores moved and
 * is silent about why.
 */
import { LEAST_PLACES, LOOKING_BACK, runsByDay } from "../change/weekly-series";
import { suddenChanges } from "../change/sudden-gains";
import type { Recall } from "../measures/recall";
import type { Placement } from "./row";
import type { SuddenTallies, SuddenTally } from "./tallies";

const DAY = 86_400_000;

/** A step that could be tested, under the week of its earlier score, in whole weeks from t0. */
export interface SuddenStep {
  readonly week: number;
  readonly was: "gain" | "loss" | "neither";
  /** Of a gain: whether a later score undid it. */
  readonly reversed: boolean;
}

/** The same before it is said how many points are asked. */
export interface TestedStep {
  readonly week: number;
  /** Later minus earlier, where all but the points is met; else 0. It is sudden where it is as large as the points, either way. */
  readonly change: number;
  /** Whether a later score undid it. */
  readonly undone: boolean;
}

/**
 * One patient's steps, from scores of one measure and recall window in order of time. Example: 60, 60, 30, 30 on days 0, 7,
 * 14 and 21 have a step of week 1 with a change of −30; weeks 0 and 2 cannot be tested.
 */
export function testedSteps(scores: readonly Pick<Placement, "window" | "localDay" | "total">[]): readonly TestedStep[] {
  const weekly = scores
    .filter(({ window }) => window !== "24h")
    .map(({ localDay, total }, at) => ({ id: String(at), at: new Date(localDay * DAY), localDay, total }));
  if (weekly.length < LEAST_PLACES - 1) return [];
  const runs = runsByDay(weekly, (from, to) => to.localDay - from.localDay).filter((run) => run.length >= LEAST_PLACES);
  return runs
    .flatMap((run) => suddenChanges(run, { points: Number.MIN_VALUE }))
    .filter(({ state }) => state !== "not-testable")
    .map(({ state, from, to, reversal }) => {
      const change = state === "met" && from !== null && to !== null ? to.total - from.total : 0;
      return { week: Math.round((from?.localDay ?? 0) / 7) + 0, change, undone: state === "met" && reversal?.by != null };
    });
}

/** What the steps are with so many points asked; RangeError for points not above 0. Example: −30 is a gain with 10 points, and neither with 31. */
export function suddenSteps(steps: readonly TestedStep[], points: number): readonly SuddenStep[] {
  if (!(points > 0)) throw new RangeError(`A sudden gain takes more than ${points} points`);
  return steps.map(({ week, change, undone }) => {
    const was = change <= -points ? "gain" : change >= points ? "loss" : "neither";
    return { week, was, reversed: was === "gain" && undone };
  });
}

/** Whether scores of this recall window may be tested at all. Example: the past week may, the past day may not. */
export function mayBeTested(recall: Recall): boolean {
  return LOOKING_BACK.includes(recall);
}

/** The group's sums of its patients' steps. Example: three patients by hand in cohort.test.ts. */
export function suddenTallies(patients: Iterable<readonly SuddenStep[]>): SuddenTallies {
  const weeks = new Map<number, SuddenTally>();
  let [tested, withGain] = [0, 0];
  for (const steps of patients) {
    if (steps.length === 0) continue;
    tested += 1;
    if (steps.some(({ was }) => was === "gain")) withGain += 1;
    for (const { week, was, reversed } of steps) {
      const so = weeks.get(week) ?? { week, tested: 0, gains: 0, losses: 0, reversed: 0 };
      weeks.set(week, {
        week,
        tested: so.tested + 1,
        gains: so.gains + (was === "gain" ? 1 : 0),
        losses: so.losses + (was === "loss" ? 1 : 0),
        reversed: so.reversed + (reversed ? 1 : 0),
      });
    }
  }
  return { patients: tested, withGain, steps: [...weeks.values()].sort((a, b) => a.week - b.week) };
}
