/**
 * Counting rows: the definition of every count in counts.ts, one patient at a time. A database that counts the same is
 * right when it agrees with this (lib/records/cohort-counts.db.test.ts).
 */
import type { AssessmentWindow } from "../course/windows";
import { WINDOWS } from "../course/windows-table";
import type { CohortCounts, DoseCell, SiteSums, WindowCell, WindowFate } from "./counts";
import type { CohortQuestion } from "./definition";
import { flow, type Counted } from "./flow";
import { addLines, lineSums } from "./growth/growth-curve";
import { improvedBy } from "./outcomes";
import type { PartSums } from "./part-sums";
import type { CohortRow, Placement } from "./row";
import { mayBeTested, suddenSteps, suddenTallies, testedSteps } from "./sudden";
import type { DayTally } from "./tallies";
import { windowDays } from "./window-days";

/**
 * Whether a window was filled; if not, whether the course was discontinued before it opened, is not over yet, or stayed
 * empty. Example: week 1 without a score is "open" on day 10 and "missing" on day 11; with the course discontinued on
 * day 3 it is "discontinued".
 */
export function windowFate(row: Pick<CohortRow, "status" | "endDay" | "today">, window: AssessmentWindow, filled: boolean): WindowFate {
  if (filled) return "scored";
  const [first, last] = windowDays(window);
  if (row.status === "discontinued" && row.endDay !== null && row.endDay < first) return "discontinued";
  return row.today <= last ? "open" : "missing";
}

/** The counts; `against` is the window in which teams are compared. Example: written out in cohort.test.ts, by hand. */
export function countRows(question: CohortQuestion, rows: readonly CohortRow[], against: AssessmentWindow): CohortCounts {
  const { recall, suddenPoints } = question.definition;
  const { all, leftOut, counted } = flow(question.definition, rows);
  return {
    all,
    leftOut,
    counted: counted.length,
    cells: alike(counted.flatMap((one) => WINDOWS.map((window) => windowCell(one, window))), ({ window, from, to, fate }) => [window, from, to, fate]),
    parts: WINDOWS.map((window) => ({ window, sums: partSums(question, counted, window) })),
    days: dayTallies(question, counted),
    growth: addLines(counted.map(({ scores, baseline }) => lineSums(scores.slice(scores.indexOf(baseline))))),
    sudden: mayBeTested(recall) ? suddenTallies(counted.map(({ scores }) => suddenSteps(testedSteps(scores), suddenPoints))) : null,
    doses: doseCells(counted),
    sites: siteSums(counted, against),
  };
}

function scoreIn({ scores }: Counted, window: AssessmentWindow): Placement | undefined {
  return scores.find((each) => each.window === window);
}

function windowCell(one: Counted, window: AssessmentWindow): WindowCell {
  const to = scoreIn(one, window)?.total ?? null;
  return { window, from: one.baseline.total, to, fate: windowFate(one.row, window, to !== null), n: 1 };
}

function siteSums(counted: readonly Counted[], window: AssessmentWindow): readonly SiteSums[] {
  const found = new Map<string, SiteSums>();
  for (const one of counted) {
    const score = scoreIn(one, window);
    if (score === undefined) continue;
    const [from, to, teamId] = [one.baseline.total, score.total, one.row.teamId];
    const so = found.get(teamId) ?? { teamId, n: 0, from: { sum: 0, squares: 0 }, to: { sum: 0, squares: 0 }, products: 0 };
    const more = (side: SiteSums["from"], value: number) => ({ sum: side.sum + value, squares: side.squares + value * value });
    found.set(teamId, { teamId, n: so.n + 1, from: more(so.from, from), to: more(so.to, to), products: so.products + from * to });
  }
  return [...found.values()];
}

/** Cells of one kind together. */
function alike<C extends { readonly n: number }>(cells: readonly C[], kind: (cell: C) => readonly unknown[]): readonly C[] {
  const found = new Map<string, C>();
  for (const cell of cells) {
    const key = JSON.stringify(kind(cell));
    found.set(key, { ...cell, n: cell.n + (found.get(key)?.n ?? 0) });
  }
  return [...found.values()];
}

/** Zero is an answer: only what is not there is left out. */
function partSums({ measure }: CohortQuestion, counted: readonly Counted[], window: AssessmentWindow): readonly PartSums[] {
  const scores = counted.flatMap((one) => scoreIn(one, window) ?? []);
  const values = [...measure.items.map((_, place) => scores.map(({ ratings }) => ratings[place])), ...measure.clusters.map(({ id }) => scores.map(({ clusters }) => clusters[id]))];
  return values.map((list) => {
    const known = list.filter((value) => value !== null && value !== undefined);
    return { n: known.length, sum: known.reduce((sum, value) => sum + value, 0), squares: known.reduce((sum, value) => sum + value * value, 0) };
  });
}

function dayTallies({ definition, rule }: CohortQuestion, counted: readonly Counted[]): readonly DayTally[] | null {
  if (rule === null || !rule.recalls.includes(definition.recall)) return null;
  const days = new Map<number, { events: number; censored: number }>();
  for (const { baseline, scores } of counted) {
    const later = scores.slice(scores.indexOf(baseline) + 1);
    const event = later.find(({ total }) => improvedBy(rule, baseline.total, total));
    const day = (event ?? later.at(-1) ?? baseline).localDay;
    const at = days.get(day) ?? { events: 0, censored: 0 };
    days.set(day, event === undefined ? { ...at, censored: at.censored + 1 } : { ...at, events: at.events + 1 });
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}

function doseCells(counted: readonly Counted[]): readonly DoseCell[] {
  const found = new Map<string, DoseCell>();
  for (const { row } of counted) {
    for (const [place, { givenMg: mg, peakDissociation: dissociation, events, serious }] of row.doses.entries()) {
      const key = JSON.stringify([place, mg, dissociation]);
      const so = found.get(key) ?? { number: place + 1, mg, dissociation, given: 0, events: 0, serious: 0, withEvent: 0 };
      found.set(key, { ...so, given: so.given + 1, events: so.events + events, serious: so.serious + serious, withEvent: so.withEvent + (events > 0 ? 1 : 0) });
    }
  }
  return [...found.values()];
}
