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

/**
 * One patient's steps, from scores of one measure and recall window in order of time. RangeError for points not above 0.
 * Example: 60, 60, 30, 30 on days 0, 7, 14 and 21 with 10 points: a gain of week 1; weeks 0 and 2 cannot be tested.
 */
export function suddenSteps(scores: readonly Pick<Placement, "window" | "localDay" | "total">[], points: number): readonly SuddenStep[] {
  const weekly = scores
    .filter(({ window }) => window !== "24h")
    .map(({ localDay, total }, at) => ({ id: String(at), at: new Date(localDay * DAY), localDay, total }));
  if (weekly.length < LEAST_PLACES - 1) return [];
  const runs = runsByDay(weekly, (from, to) => to.localDay - from.localDay).filter((run) => run.length >= LEAST_PLACES);
  return runs
    .flatMap((run) => suddenChanges(run, { points }))
    .filter(({ state }) => state !== "not-testable")
    .map(({ state, kind, from, reversal }) => ({
      week: Math.round((from?.localDay ?? 0) / 7) + 0,
      was: state === "met" && kind !== null ? kind : "neither",
      reversed: state === "met" && kind === "gain" && reversal?.by != null,
    }));
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
