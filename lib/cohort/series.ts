/**
 * What a group's counts ask of one course's scores of one measure and recall window, worked out when they are recorded:
 * nothing in it depends on who else is in the group, on the day, or on the rule or the points that will be asked with.
 */
import { WINDOWS } from "../course/windows-table";
import { lineSums } from "./growth/growth-curve";
import type { Placement } from "./row";
import { testedSteps, type TestedStep } from "./sudden";
import type { LineSums } from "./tallies";

export interface Series {
  /** By window, in their order; null where one is empty. The first is the baseline. */
  readonly totals: readonly (number | null)[];
  /** From the baseline on. */
  readonly line: LineSums;
  /**
   * After the baseline, each score that is lower than all before it, the lowest first: whatever counts as improved, a lower
   * score does too (tested for every rule), so the first improvement is the highest of these that counts.
   */
  readonly lows: readonly Pick<Placement, "localDay" | "total">[];
  /** The day of the last score; the baseline's own where it is alone. */
  readonly lastDay: number;
  /** The steepest fall first. */
  readonly steps: readonly TestedStep[];
}

/**
 * From scores in order of time; null without a baseline. Example: 60 at the baseline, 52, 55 and 40 on days 1, 7 and 14 have
 * the lows 40 and 52.
 */
export function seriesOf(scores: readonly Pick<Placement, "window" | "localDay" | "total">[]): Series | null {
  const start = scores.findIndex(({ window }) => window === "baseline");
  if (start === -1) return null;
  const since = scores.slice(start);
  const later = since.slice(1);
  return {
    totals: WINDOWS.map((window) => scores.find((score) => score.window === window)?.total ?? null),
    line: lineSums(since),
    lows: later.filter(({ total }, at) => later.slice(0, at).every((before) => before.total > total)).map(({ localDay, total }) => ({ localDay, total })).toReversed(),
    lastDay: since.at(-1)?.localDay ?? 0,
    steps: testedSteps(scores).toSorted((a, b) => a.change - b.change),
  };
}

/**
 * By baseline, from the lowest total of a measure to the highest: the highest later total that `improved` holds for, null
 * where there is none. Example: by 15 points, of baselines 0 to 16 the first fifteen have none, then come 0 and 1.
 */
export function improvedUpTo({ min, max }: { readonly min: number; readonly max: number }, improved: (from: number, to: number) => boolean): readonly (number | null)[] {
  const totals = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  return totals.map((from) => totals.findLast((to) => improved(from, to)) ?? null);
}
