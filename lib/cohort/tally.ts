/** From counts to sums: the one way from what was counted, by whomever, to what figures are worked out from. */
import { WINDOWS } from "../course/windows-table";
import type { AssessmentWindow } from "../course/windows";
import type { CohortCounts, DoseCell, WindowCell, WindowFate } from "./counts";
import type { CohortQuestion } from "./definition";
import { momentsOf, momentsOfSums, pairedMomentsOf } from "./moments";
import { outcomesFor } from "./outcomes";
import type { CohortTallies, DoseTally, OutcomeTally, WindowTally } from "./tallies";

/** The sums. RangeError if a value is not a number. Example: written out in cohort.test.ts, by hand. */
export function tally(question: CohortQuestion, counts: CohortCounts): CohortTallies {
  const { all, leftOut, counted, sudden } = counts;
  return {
    all,
    leftOut,
    counted,
    windows: WINDOWS.map((window) => windowTally(question, counts, window)),
    firstImprovement: counts.days?.toSorted((a, b) => a.day - b.day) ?? null,
    growth: counts.growth.toSorted((a, b) => a.n - b.n || a.d - b.d || a.dd - b.dd),
    sudden: sudden && { ...sudden, steps: sudden.steps.toSorted((a, b) => a.week - b.week) },
    doses: doseTallies(counts.doses),
  };
}

function windowTally(question: CohortQuestion, { cells, parts }: CohortCounts, window: AssessmentWindow): WindowTally {
  const seen = cells.filter((cell) => cell.window === window);
  const scored = seen.filter(hasScore).toSorted((a, b) => a.from - b.from || a.to - b.to);
  const times = scored.map(({ n }) => n);
  const pairs = window === "baseline" ? [] : scored;
  const fates = (wanted: WindowFate): number => many(seen.filter(({ fate }) => fate === wanted));
  const outcomes = outcomesFor(question).map(({ id, appliesTo, met }): OutcomeTally => {
    const judged = pairs.filter(({ from }) => appliesTo(from));
    const missing = seen.filter(({ from, fate }) => (fate === "missing" || fate === "discontinued") && appliesTo(from));
    return { id, met: many(judged.filter(({ from, to }) => met(from, to))), observed: many(judged), missing: many(missing) };
  });
  const { items, clusters } = question.measure;
  const sums = parts.find((each) => each.window === window)?.sums;
  const part = (place: number) => momentsOfSums(sums?.[place] ?? { n: 0, sum: 0, squares: 0 });
  return {
    window,
    scores: momentsOf(scored.map(({ to }) => to), times),
    paired: pairedMomentsOf(pairs.map(({ from, to }) => [from, to] as const), times),
    completeness: { scored: fates("scored"), discontinued: fates("discontinued"), missing: fates("missing"), open: fates("open") },
    outcomes: window === "baseline" ? [] : outcomes,
    clusters: clusters.map(({ id }, place) => ({ id, points: part(items.length + place) })),
    items: items.map(({ number }, place) => ({ number, rating: part(place) })),
  };
}

function hasScore(cell: WindowCell): cell is WindowCell & { readonly to: number } {
  return cell.to !== null;
}

function many(cells: readonly { readonly n: number }[]): number {
  return cells.reduce((sum, { n }) => sum + n, 0);
}

function doseTallies(cells: readonly DoseCell[]): readonly DoseTally[] {
  const most = cells.reduce((highest, { number }) => Math.max(highest, number), 0);
  return Array.from({ length: most }, (_, place) => {
    const own = cells.filter(({ number }) => number === place + 1);
    const sum = (key: "given" | "events" | "serious" | "withEvent"): number => own.reduce((all, each) => all + each[key], 0);
    const moments = (key: "mg" | "dissociation") => {
      const known = own.flatMap((cell) => (cell[key] === null ? [] : [{ value: cell[key], given: cell.given }])).sort((a, b) => a.value - b.value || a.given - b.given);
      return momentsOf(known.map(({ value }) => value), known.map(({ given }) => given));
    };
    return { number: place + 1, given: sum("given"), mg: moments("mg"), dissociation: moments("dissociation"), events: sum("events"), serious: sum("serious"), withEvent: sum("withEvent") };
  });
}
