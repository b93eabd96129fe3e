/**
 * One's own teams as rows of a forest plot: the standardised change of each from baseline to one window, by the same
 * effect that published means before and after lead to (SMCR). A team with fewer than three pairs has no effect.
 */
import { windowWords, type AssessmentWindow } from "../../course/windows";
import type { CohortQuestion } from "../definition";
import { effectSizes } from "../effect-size";
import { flow } from "../flow";
import { pairedMomentsOf } from "../moments";
import type { CohortRow } from "../row";
import { cellsToWithhold } from "../small-cells";
import { ownEntry, type ForestEntry } from "./forest";

export interface Sites {
  readonly entries: readonly ForestEntry[];
  /** Teams left out because a number about fewer than five patients would show, or could be worked out. */
  readonly withheld: readonly string[];
}

/**
 * The entries of the teams, in the order given. `forResearch` withholds small teams, and others with them where the sum
 * over all teams would give a small one away. Example: teams of 20, 3 and 2 pairs have two entries, and for research only
 * none that a subtraction could lead from.
 */
export function siteEntries(
  question: CohortQuestion,
  rows: readonly CohortRow[],
  teams: readonly { readonly id: string; readonly name: string }[],
  { window, forResearch }: { readonly window: AssessmentWindow; readonly forResearch: boolean },
): Sites {
  const { counted } = flow(question.definition, rows);
  const groups = teams.map(({ id, name }) => {
    const own = counted.filter(({ row }) => row.teamId === id);
    const pairs = own.flatMap(({ baseline, scores }) => {
      const later = scores.find((each) => each.window === window);
      return later === undefined ? [] : [[baseline.total, later.total] as const];
    });
    return { name, paired: pairedMomentsOf(pairs) };
  });
  const hidden = forResearch ? cellsToWithhold(groups.map(({ paired }) => paired.n)) : groups.map(() => false);
  const entries = groups.flatMap(({ name, paired }, at) => {
    const { byBaseline, r, n } = effectSizes(paired);
    if (hidden[at] || byBaseline === null || r === null) return [];
    return [ownEntry({ study: name, measure: question.measure.id, time: windowWords[window] }, byBaseline, { n, r })];
  });
  return { entries, withheld: groups.filter((_, at) => hidden[at]).map(({ name }) => name) };
}
