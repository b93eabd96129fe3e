/**
 * Sudden gains of a group, by session: of the steps from one weekly score to the next, how many could be tested, and how
 * many were gains, losses, and gains undone later. The rule is lib/change/sudden-gains.ts, the weekly scores are picked
 * as for one patient (lib/change/weekly-series.ts); the 24 h score is none of them. A gain marks where scores moved and
 * is silent about why.
 */
import { LEAST_PLACES, LOOKING_BACK, runsByDay } from "../change/weekly-series";
import { suddenChanges } from "../change/sudden-gains";
import type { CohortDefinition } from "./definition";
import type { Counted } from "./flow";
import type { SuddenTallies, SuddenTally } from "./tallies";

const DAY = 86_400_000;

/**
 * The group's steps; null where the recall window is too short for weekly scores. A step is listed under the week of its
 * earlier score, whole weeks from t0. Example: 60, 60, 30, 30 on days 0, 7, 14 and 21 with 10 points: of week 1, one
 * tested and one gain; weeks 0 and 2 cannot be tested.
 */
export function suddenTallies({ recall, suddenPoints }: CohortDefinition, counted: readonly Pick<Counted, "scores">[]): SuddenTallies | null {
  if (!LOOKING_BACK.includes(recall)) return null;
  const weeks = new Map<number, SuddenTally>();
  let [patients, withGain] = [0, 0];
  for (const { scores } of counted) {
    const weekly = scores
      .filter(({ window }) => window !== "24h")
      .map(({ localDay, total }, at) => ({ id: String(at), at: new Date(localDay * DAY), localDay, total }));
    const runs = runsByDay(weekly, (from, to) => to.localDay - from.localDay).filter((run) => run.length >= LEAST_PLACES);
    const steps = runs.flatMap((run) => suddenChanges(run, { points: suddenPoints })).filter(({ state }) => state !== "not-testable");
    if (steps.length === 0) continue;
    patients += 1;
    if (steps.some(({ state, kind }) => state === "met" && kind === "gain")) withGain += 1;
    for (const { state, kind, from, reversal } of steps) {
      const week = Math.round((from?.localDay ?? 0) / 7) + 0;
      const so = weeks.get(week) ?? { week, tested: 0, gains: 0, losses: 0, reversed: 0 };
      const gain = state === "met" && kind === "gain";
      weeks.set(week, {
        week,
        tested: so.tested + 1,
        gains: so.gains + (gain ? 1 : 0),
        losses: so.losses + (state === "met" && kind === "loss" ? 1 : 0),
        reversed: so.reversed + (gain && reversal?.by ? 1 : 0),
      });
    }
  }
  return { patients, withGain, steps: [...weeks.values()].sort((a, b) => a.week - b.week) };
}
