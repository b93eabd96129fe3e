/**
 * From sums to figures: everything a page, a print-out, an export or the command line shows of a group, worked out once,
 * so that they cannot disagree. The way here: a database counts kinds (kinds.ts, count-kinds.ts), or rows are counted one by one
 * (row.ts, count-rows.ts); either gives the counts of counts.ts, tally.ts makes them the sums of tallies.ts, and these the figures
 * of result.ts.
 * What was observed in a group without a comparison: it claims no effect of treatment.
 */
import { windowWords } from "../course/windows";
import type { CohortQuestion } from "./definition";
import { effectSizes } from "./effect-size";
import { leftOutWords } from "./flow";
import { growthCurve, lineAt, type Growth } from "./growth/growth-curve";
import { meanInterval } from "./interval";
import type { Moments } from "./moments";
import { outcomesFor } from "./outcomes";
import { proportion } from "./proportion";
import { UNCONTROLLED, type CohortResult, type Summary } from "./result";
import { kaplanMeier } from "./survival";
import { LEFT_OUT, type CohortTallies, type DoseTally, type WindowTally } from "./tallies";

/** The last whole week the group's line is drawn to: that of the last window. */
export const LINE_WEEKS = 8;

/**
 * The figures. Units and field names: result.ts. RangeError for counts that cannot be (more met than observed). Example:
 * three patients by hand in cohort.test.ts.
 */
export function cohort(question: CohortQuestion, tallies: CohortTallies): CohortResult {
  const { definition, measure, rule } = question;
  const { windows, sudden } = tallies;
  const later = windows.filter(({ window }) => window !== "baseline");
  const growth = growthCurve(tallies.growth);
  return {
    caution: UNCONTROLLED,
    definition,
    rule: rule === null ? null : { id: rule.id, name: rule.name, source: rule.source },
    flow: { all: tallies.all, leftOut: steps(tallies), counted: tallies.counted },
    windows: windows.map(({ window, scores }) => ({ window, words: windowWords[window], ...summary(scores) })),
    change: later.map(({ window, paired: { from, to, change, r } }) => ({ window, ...summary(change), baseline: from, later: to, r })),
    effects: later.map(({ window, paired }) => ({ window, ...effectSizes(paired) })),
    outcomes: outcomes(question, later),
    firstImprovement: tallies.firstImprovement === null ? null : kaplanMeier(tallies.firstImprovement),
    growth: { ...growth, line: line(growth) },
    sudden: sudden === null ? null : { points: definition.suddenPoints, withGain: proportion(sudden.withGain, sudden.patients), steps: sudden.steps },
    completeness: windows.map(({ window, completeness }) => {
      const due = completeness.scored + completeness.discontinued + completeness.missing;
      return { window, ...completeness, due, share: proportion(completeness.scored, due) };
    }),
    clusters: measure.clusters.map(({ id, name, max }) => ({
      id,
      name,
      max,
      windows: windows.map(({ window, clusters }) => ({ window, ...summary(clusters.find((each) => each.id === id)?.points) })),
    })),
    items: measure.items.map(({ number, label }) => ({
      number,
      label,
      windows: windows.map(({ window, items }) => ({ window, ...summary(items.find((each) => each.number === number)?.rating) })),
    })),
    doses: tallies.doses.map(dose),
  };
}

/** Moments with the interval of their mean. Example: summary({ n: 1, mean: 40, sd: null }) has no interval. */
export function summary(moments: Moments = { n: 0, mean: null, sd: null }): Summary {
  return { ...moments, interval: meanInterval(moments) };
}

function steps({ all, leftOut }: CohortTallies): CohortResult["flow"]["leftOut"] {
  let remaining = all;
  return LEFT_OUT.map((reason) => {
    remaining -= leftOut[reason];
    return { reason, words: leftOutWords[reason], n: leftOut[reason], remaining };
  });
}

function outcomes(question: CohortQuestion, later: readonly WindowTally[]): CohortResult["outcomes"] {
  return outcomesFor(question).map(({ id, kind, words, source }) => ({
    id,
    kind,
    words,
    source,
    windows: later.map(({ window, outcomes: tallied }) => {
      const { met, observed, missing } = tallied.find((each) => each.id === id) ?? { met: 0, observed: 0, missing: 0 };
      return { window, missing, observed: proportion(met, observed), allDue: proportion(met, observed + missing) };
    }),
  }));
}

function line(growth: Growth): CohortResult["growth"]["line"] {
  if (growth.state === "not-estimable") return [];
  return Array.from({ length: LINE_WEEKS + 1 }, (_, week) => ({ week, ...lineAt(growth, week) }));
}

function dose({ number, given, mg, dissociation, events, serious, withEvent }: DoseTally): CohortResult["doses"][number] {
  return {
    number,
    given,
    mg: summary(mg),
    dissociation: summary(dissociation),
    events,
    serious,
    eventsPerDose: given === 0 ? null : events / given,
    withEvent: proportion(withEvent, given),
  };
}
