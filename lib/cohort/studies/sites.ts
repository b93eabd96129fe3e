/**
 * One's own teams as rows of a forest plot: the standardised change of each from baseline to one window, by the same
 * effect that published means before and after lead to (SMCR). A team with fewer than three pairs has no effect.
 */
import { windowWords, type AssessmentWindow } from "../../course/windows";
import type { CohortQuestion } from "../definition";
import { effectSizes } from "../effect-size";
import type { SiteSums } from "../counts";
import { pairedMomentsOfSums } from "../moments";
import { cellsToWithhold } from "../small-cells";
import { ownEntry, type ForestEntry } from "./forest";

export interface Sites {
  readonly entries: readonly ForestEntry[];
  /** Teams left out because a number about fewer than five patients would show, or could be worked out. */
  readonly withheld: readonly string[];
}

const NOTHING = { sum: 0, squares: 0 };

/**
 * The entries of the teams, in the order given. `forResearch` withholds small teams, and others with them where the sum
 * over all teams would give a small one away. Example: teams of 20, 3 and 2 pairs have two entries, and for research only
 * none that a subtraction could lead from.
 */
export function siteEntries(
  question: CohortQuestion,
  sums: readonly SiteSums[],
  teams: readonly { readonly id: string; readonly name: string }[],
  { window, forResearch }: { readonly window: AssessmentWindow; readonly forResearch: boolean },
): Sites {
  const groups = teams.map(({ id, name }) => {
    const own = sums.find(({ teamId }) => teamId === id) ?? { n: 0, from: NOTHING, to: NOTHING, products: 0 };
    return { name, paired: pairedMomentsOfSums(own) };
  });
  const hidden = forResearch ? cellsToWithhold(groups.map(({ paired }) => paired.n)) : groups.map(() => false);
  const entries = groups.flatMap(({ name, paired }, at) => {
    const { byBaseline, r, n } = effectSizes(paired);
    if (hidden[at] || byBaseline === null || r === null) return [];
    return [ownEntry({ study: name, measure: question.measure.id, time: windowWords[window] }, byBaseline, { n, r })];
  });
  return { entries, withheld: groups.filter((_, at) => hidden[at]).map(({ name }) => name) };
}
