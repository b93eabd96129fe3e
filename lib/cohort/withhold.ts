/**
 * A group's figures as a researcher sees them: as in result.ts, with every figure about fewer than five patients, and
 * every one from which such a figure could be worked out, blank. A window in which fewer than five were scored, or all
 * but fewer than five, is withheld whole: its count beside the group's would tell of the few, and their mean could be
 * worked out from the two means. Days are given by the week. `withheld` lists what was left out, so that blank is not
 * taken for "not defined".
 */
import type { AssessmentWindow } from "../course/windows";
import { blank, type Blankable, type Keep } from "./blank";
import type { CohortResult } from "./result";
import { cellsToWithhold, isSmall, isSmallPart } from "./small-cells";
import type { Survival } from "./survival";
import { byWeek } from "./weekly-survival";
import { withholdDoses } from "./withhold-doses";

export type WithheldResult = Omit<Blankable<CohortResult>, "growth"> & {
  readonly growth: Blankable<CohortResult["growth"]> | { readonly state: "withheld"; readonly line: readonly [] };
  /** Paths such as "flow/protocol" and "windows/week-1"; "all" where the group itself is too small. */
  readonly withheld: readonly string[];
};

/** Outcomes of which the first is part of the second: their difference is a cell of its own. */
const PART_OF: readonly (readonly [part: string, whole: string])[] = [
  ["points-15", "points-10"],
  ["rule", "points-10"],
  ["rule", "points-15"],
  ["at-most-28", "below-31"],
  ["at-most-28-of-above", "below-31-of-above"],
];

/**
 * `beside`: what is withheld of the groups that could be taken from the same whole, which is withheld here too; see research-ask.ts.
 * Example: of a group of 40 of whom 3 left before week 1, week 1 is withheld; of whom 12 left, it is not.
 */
export function withholdSmallCells(result: CohortResult, beside: ReadonlySet<string> = new Set()): WithheldResult {
  const { counted } = result.flow;
  const withheld: string[] = [];
  const note = (path: string): null => {
    withheld.push(path);
    return null;
  };
  const keep: Keep = (few, path, shown) => {
    const hide = few || beside.has(path);
    if (hide) note(path);
    return hide ? blank(shown) : (shown as Blankable<typeof shown>);
  };
  if (beside.has("all") || isSmall(counted) || isSmall(result.flow.all)) return withholdAll(result);
  const scored = new Map(result.windows.map(({ window, n }) => [window, n]));
  const hidden = new Set(result.windows.filter(({ window, n }) => isSmallPart(n, counted) || beside.has(`windows/${window}`)).map(({ window }) => window));
  for (const window of hidden) note(`windows/${window}`);
  const of = <T extends { readonly window: AssessmentWindow; readonly n: number }>(list: readonly T[], path: string) =>
    list.map((each) => (hidden.has(each.window) ? blank(each) : keep(isSmallPart(each.n, scored.get(each.window) ?? 0), `${path}/${each.window}`, each)));
  const steps = result.flow.leftOut;
  const cells = cellsToWithhold(steps.map(({ n }) => n));
  const none = cells.every((each, at) => !each && !beside.has(`flow/${steps[at]?.reason}`));
  const fates = new Map(result.completeness.map((row) => [row.window, cellsToWithhold([row.discontinued, row.missing, row.open])]));
  const gaps = (window: AssessmentWindow): boolean => hidden.has(window) || beside.has(`completeness/${window}`) || (fates.get(window)?.some(Boolean) ?? false);
  return {
    ...result,
    flow: {
      counted,
      all: keep(cells.every(Boolean), "flow/all", result.flow.all),
      leftOut: steps.map((step, at) => ({ ...step, n: cells[at] || beside.has(`flow/${step.reason}`) ? note(`flow/${step.reason}`) : step.n, remaining: none ? step.remaining : null })),
    },
    windows: of(result.windows, "windows"),
    change: of(result.change, "change"),
    effects: of(result.effects, "effects"),
    completeness: result.completeness.map((row) => {
      const [discontinued, missing, open] = fates.get(row.window) ?? [];
      if (hidden.has(row.window)) return blank(row);
      const some = gaps(row.window);
      const whole = keep(some, `completeness/${row.window}`, row);
      if (beside.has(`completeness/${row.window}`)) return { ...whole, scored: row.scored };
      return { ...whole, scored: row.scored, discontinued: discontinued ? null : row.discontinued, missing: missing ? null : row.missing, open: open ? null : row.open };
    }),
    outcomes: result.outcomes.map((outcome) => ({
      ...outcome,
      windows: outcome.windows.map((each) => {
        const { window, observed, missing } = each;
        const n = scored.get(window) ?? 0;
        if (hidden.has(window)) return blank(each);
        // Of the whole without its part, those who met it and those who did not.
        const apart = wholesOf(result, outcome.id, window).some(({ met, of: all }) => isSmall(met - observed.met) || isSmall(all - met - (observed.of - observed.met)));
        const path = `outcomes/${outcome.id}/${window}`;
        const hide = apart || isSmallPart(observed.of, n) || isSmallPart(observed.met, observed.of) || beside.has(path);
        if (hide) return keep(true, path, each);
        const lost = gaps(window) || isSmallPart(missing, lostOf(result, window));
        return { ...each, missing: keep(lost, `${path}/missing`, missing), allDue: keep(lost, `${path}/allDue`, each.allDue) };
      }),
    })),
    firstImprovement: result.firstImprovement === null ? null : ((beside.has("firstImprovement") ? null : byWeek(result.firstImprovement)) ?? (note("firstImprovement"), withheldCurve)),
    sudden: result.sudden === null ? null : {
      ...result.sudden,
      withGain: keep(isSmallPart(result.sudden.withGain.of, counted) || isSmallPart(result.sudden.withGain.met, result.sudden.withGain.of), "sudden/withGain", result.sudden.withGain),
      steps: result.sudden.steps.map((step) => {
        const { tested, gains, losses, reversed } = step;
        const few = isSmallPart(tested, counted) || [gains, losses, tested - gains - losses, reversed, gains - reversed].some(isSmall);
        return { ...keep(few, `sudden/${step.week}`, step), week: step.week };
      }),
    },
    // How many scores the curve rests on, less those of the windows shown, would count a window that is not.
    growth: hidden.size > 0 || beside.has("growth/scores") ? { ...result.growth, scores: note("growth/scores") } : result.growth,
    clusters: result.clusters.map((cluster) => ({ ...cluster, windows: of(cluster.windows, `clusters/${cluster.id}`) })),
    items: result.items.map((item) => ({ ...item, windows: of(item.windows, `items/${item.number}`) })),
    doses: withholdDoses(result, keep, beside),
    withheld,
  };
}

/** Nothing but what was asked, and that alike for every group: the number of its rows would tell how many doses one patient had. */
export function withholdAll(result: CohortResult): WithheldResult {
  const { definition, firstImprovement, sudden } = result;
  return {
    ...blank(result),
    definition,
    firstImprovement: firstImprovement === null ? null : withheldCurve,
    growth: { state: "withheld", line: [] },
    sudden: sudden === null ? null : { ...blank(sudden), steps: [] },
    doses: [],
    withheld: ["all"],
  };
}

const withheldCurve: Blankable<Survival> = { n: null, events: null, steps: [], median: null, medianInterval: { lower: null, upper: null } };

/** Those who met the outcomes that this one is part of; what is told of those above a cut is part of what is told of all. */
function wholesOf({ outcomes }: CohortResult, id: string, window: AssessmentWindow): readonly { readonly met: number; readonly of: number }[] {
  const wholes = [...PART_OF.filter(([part]) => part === id).map(([, whole]) => whole), ...(id.endsWith("-of-above") ? [id.slice(0, -"-of-above".length)] : [])];
  return outcomes.filter((each) => wholes.includes(each.id)).flatMap(({ windows }) => windows.filter((each) => each.window === window).map(({ observed }) => observed));
}

/** How many are due in a window and have no score. */
function lostOf({ completeness }: CohortResult, window: AssessmentWindow): number {
  const row = completeness.find((each) => each.window === window);
  return row === undefined ? 0 : row.discontinued + row.missing;
}
