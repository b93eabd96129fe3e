import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohort, summary } from "./cohort";
import { course, question, score } from "./cohort.fixture";
import { flow, leftOutWords } from "./flow";
import { NO_FILTERS, type CohortDefinition } from "./definition";
import { improvedBy, outcomesFor } from "./outcomes";
import type { CohortRow } from "./row";
import { mayBeTested, suddenSteps, suddenTallies, testedSteps } from "./sudden";
import { countRows, windowFate } from "./count-rows";
import { improvedUpTo, seriesOf } from "./series";
import { tally } from "./tally";
import { LEFT_OUT } from "./tallies";
import { findRule, rules } from "../change/rules";
import { suddenChanges } from "../change/sudden-gains";
import { findMeasure } from "../measures/measures";
import { gad7 } from "../measures/gad-7/definition";
import { windowDays } from "./window-days";

// By hand: baselines 60, 50, 40; week 1 40, 45, none; week 4 28, 50, none. The third stopped on day 3.
const rows: readonly CohortRow[] = [
  course("a", [score("baseline", 0, 60), score("24h", 1, 52), score("week-1", 7, 40), score("week-4", 28, 28)], {
    doses: [
      { localDay: 0, givenMg: 35, peakDissociation: 8, events: 2, serious: 1 },
      { localDay: 7, givenMg: 40, peakDissociation: 0, events: 0, serious: 0 },
    ],
  }),
  course("b", [score("baseline", -1, 50), score("week-1", 8, 45), score("week-4", 27, 50)], {
    doses: [{ localDay: 0, givenMg: 45, peakDissociation: null, events: 1, serious: 0 }],
  }),
  course("c", [score("baseline", 0, 40)], { status: "discontinued", endDay: 3 }),
];

const result = (different: Partial<CohortDefinition> = {}, of = rows) => cohort(question(different), tally(question(different), countRows(question(different), of, "week-4")));
const at = <T extends { window: string }>(list: readonly T[], window: string): T => {
  const found = list.find((each) => each.window === window);
  if (found === undefined) throw new Error(window);
  return found;
};

describe("three patients, by hand", () => {
  const figures = result();
  test("scores and change by window", () => {
    expect(at(figures.windows, "baseline")).toMatchObject({ n: 3, mean: 50, sd: 10 });
    expect(at(figures.windows, "week-1")).toMatchObject({ n: 2, mean: 42.5 });
    expect(at(figures.windows, "week-2")).toMatchObject({ n: 0, mean: null, sd: null, interval: null });
    expect(at(figures.change, "week-1")).toMatchObject({ n: 2, mean: -12.5, baseline: { n: 2, mean: 55 } });
    expect(at(figures.change, "24h")).toMatchObject({ n: 1, mean: -8, sd: null, interval: null });
    expect(figures.change.map(({ window }) => window)).not.toContain("baseline");
    expect(at(figures.effects, "week-1")).toMatchObject({ n: 2, byBaseline: null, byChange: null });
  });

  test("outcomes: of those observed, and with the missing counted as not met", () => {
    const week4 = (id: string) => {
      const { missing, observed, allDue } = at(figures.outcomes.find((each) => each.id === id)?.windows ?? [], "week-4");
      return [observed.met, observed.of, missing, allDue.of];
    };
    expect(week4("percent-50")).toEqual([1, 2, 1, 3]);
    expect(week4("points-15")).toEqual([1, 2, 1, 3]);
    expect(week4("rule")).toEqual([1, 2, 1, 3]);
    expect(week4("rule-worse")).toEqual([0, 2, 1, 3]);
    expect(week4("at-most-28")).toEqual([1, 2, 1, 3]);
  });

  test("completeness: who stopped is told from who was not asked, and what is not over from both", () => {
    expect(at(figures.completeness, "week-1")).toMatchObject({ scored: 2, discontinued: 1, missing: 0, open: 0, due: 3 });
    expect(at(figures.completeness, "24h")).toMatchObject({ scored: 1, discontinued: 0, missing: 2, due: 3 });
    const early = result({}, rows.map((row) => ({ ...row, status: "active", endDay: null, today: 30 })));
    expect(at(early.completeness, "week-4")).toMatchObject({ scored: 2, open: 1, due: 2 });
  });

  test("first reliable improvement: on the day it was seen, else until the last score", () => {
    expect(figures.firstImprovement?.steps.map(({ day, events, censored }) => [day, events, censored])).toEqual([[0, 0, 1], [7, 1, 0], [27, 0, 1]]);
    expect(figures.firstImprovement?.median).toBe(7);
    expect(result({ ruleId: null }).firstImprovement).toBeNull();
    expect(result({ recall: "day" }).firstImprovement).toBeNull();
  });

  test("doses: zero dissociation is an answer, none is not", () => {
    expect(figures.doses[0]).toMatchObject({ number: 1, given: 2, mg: { n: 2, mean: 40 }, dissociation: { n: 1, mean: 8 }, events: 3, serious: 1, eventsPerDose: 1.5 });
    expect(figures.doses[1]).toMatchObject({ number: 2, given: 1, dissociation: { n: 1, mean: 0 }, withEvent: { met: 0, of: 1 } });
  });

  test("a growth curve of seven scores of three patients, or why not", () => {
    expect(figures.growth).toMatchObject({ patients: 3, scores: 8 });
    expect(figures.growth.line).toHaveLength(figures.growth.state === "estimated" ? 9 : 0);
  });

  test("clusters and items", () => {
    const filled = course("d", [score("baseline", 0, 0, { clusters: { B: 0, C: 0, D: 0, E: 0 }, ratings: Array<number>(20).fill(0) })]);
    const { clusters, items } = result({}, [filled]);
    expect(clusters[0]?.windows[0]).toMatchObject({ window: "baseline", n: 1, mean: 0 });
    expect(items[19]?.windows[0]).toMatchObject({ window: "baseline", n: 1, mean: 0 });
    expect(figures.items[0]?.windows[0]).toMatchObject({ n: 0, mean: null });
    expect(summary({ n: 1, mean: 40, sd: null }).interval).toBeNull();
    expect(summary()).toEqual({ n: 0, mean: null, sd: null, interval: null });
  });
});

describe("who is counted", () => {
  const base = score("baseline", 0, 50);
  test("every reason, the first that fits", () => {
    const filters = { ...NO_FILTERS, protocol: "P", medicine: "ketamine", route: "intravenous", therapy: "pe", teamId: "t", startFrom: "2026-01-01", startTo: "2026-12-31", baselineFrom: 31, baselineTo: 80 } as const;
    const fit = { protocol: "P", teamId: "t", status: "completed" } as const;
    const others: readonly CohortRow[] = [
      course("1", [base], { ...fit, protocol: null, medicine: "none" }),
      course("2", [base], { ...fit, medicine: "esketamine" }),
      course("3", [base], { ...fit, route: "intranasal" }),
      course("4", [base], { ...fit, therapy: "cpt" }),
      course("5", [base], { ...fit, teamId: "u" }),
      course("6", [base], { ...fit, startDay: "2025-12-31" }),
      course("7", [], { ...fit, begun: false }),
      course("8", [{ ...base, recall: "month" }], fit),
      course("9", [score("baseline", 0, 30)], fit),
      course("10", [base], { ...fit, status: "active" }),
      course("11", [base], { ...fit, patientId: "twice", startDay: "2026-09-01" }),
      course("12", [base], { ...fit, patientId: "twice", startDay: "2026-02-01" }),
    ];
    const found = flow({ ...question().definition, population: "completed", filters }, others);
    expect(LEFT_OUT.map((reason) => found.leftOut[reason])).toEqual(LEFT_OUT.map(() => 1));
    expect(found.counted.map(({ row }) => row.courseId)).toEqual(["12"]);
    expect(leftOutWords["no-baseline"]).toBe("No baseline score of this measure and recall window");
  });

  test("the limits belong to the range; without a filter nobody is asked", () => {
    const row = course("1", [score("baseline", 0, 31)]);
    expect(flow({ ...question().definition, filters: { ...NO_FILTERS, baselineFrom: 31, baselineTo: 31, startFrom: "2026-09-01", startTo: "2026-09-01" } }, [row]).counted).toHaveLength(1);
    expect(flow(question().definition, [row]).counted).toHaveLength(1);
  });
});

describe("outcomes", () => {
  const ids = (...given: Parameters<typeof outcomesFor>) => outcomesFor(...given).map(({ id }) => id);
  const outcome = (id: string) => outcomesFor(question({ recall: "month" })).find((each) => each.id === id);
  test("of the PCL-5, of a window no rule covers, of another measure", () => {
    expect(ids(question({ recall: "month" }))).toEqual(["percent-50", "points-10", "points-15", "rule", "rule-worse", "below-31", "at-most-28", "below-31-of-above", "at-most-28-of-above"]);
    expect(ids(question({ recall: "day" }))).not.toContain("rule");
    expect(ids({ ...question({ recall: "fortnight" }), measure: gad7, rule: null })).toEqual(["percent-50", "at-most-7", "at-most-7-of-above"]);
  });
  test.each([["percent-50", 60, 30, true], ["percent-50", 61, 31, false], ["points-10", 60, 50, true], ["points-10", 60, 51, false], ["points-15", 60, 45, true], ["rule", 60, 46, false], ["rule-worse", 40, 55, true], ["below-31", 80, 30, true], ["below-31", 80, 31, false], ["at-most-28", 30, 28, true]])("%s from %d to %d: %s", (id, from, to, met) => {
    expect(outcome(id)?.met(from, to)).toBe(met);
  });
  test("a baseline of 0 is left out of per cent, and one at the cut of those above it", () => {
    expect([outcome("percent-50")?.appliesTo(0), outcome("points-10")?.appliesTo(0)]).toEqual([false, true]);
    expect([30, 31].map((from) => outcome("below-31-of-above")?.appliesTo(from))).toEqual([false, true]);
    expect([28, 29].map((from) => outcome("at-most-28-of-above")?.appliesTo(from))).toEqual([false, true]);
  });
  test("improved by a rule", () => {
    const marx = findRule("marx-2022-15");
    expect(marx !== null && [improvedBy(marx, 60, 45), improvedBy(marx, 60, 46)]).toEqual([true, false]);
  });
});

test("windows by day", () => {
  expect([windowDays("week-1"), windowDays("baseline"), windowDays("24h"), windowDays("week-8")]).toEqual([[4, 10], [-7, 0], [1, 2], [53, 59]]);
  const fate = (today: number, endDay: number | null) => windowFate({ status: endDay === null ? "active" : "discontinued", endDay, today }, "week-1", false);
  expect([fate(10, null), fate(11, null), fate(11, 3), fate(11, 4), fate(2, 1)]).toEqual(["open", "missing", "discontinued", "missing", "discontinued"]);
});

test("sudden gains by session, as for one patient", () => {
  const weekly = (totals: readonly number[]) => suddenSteps(testedSteps(totals.map((total, week) => score(null, 7 * week, total))), 10);
  const found = suddenTallies([weekly([60, 60, 30, 30]), weekly([30, 30, 60, 60]), weekly([60, 60, 30, 30, 50]), weekly([60, 60])]);
  // By hand: a gain, a loss, and a fall whose means lie 23.3 apart where t(.975, 3) · 9.43 = 30.0 is asked; the last has
  // too few scores.
  expect(found).toMatchObject({ patients: 3, withGain: 1 });
  expect(found.steps[0]).toEqual({ week: 1, tested: 3, gains: 1, losses: 1, reversed: 0 });
  // 46 is above 30 and half of 30: undone.
  const undone = suddenTallies([weekly([60, 60, 30, 30, 30, 46])]);
  expect(undone.steps[0]).toEqual({ week: 1, tested: 1, gains: 1, losses: 0, reversed: 1 });
  expect([mayBeTested("week"), mayBeTested("day"), result({ recall: "day" }).sudden]).toEqual([true, false, null]);
});

test("a series keeps what counts ask for, and the first improvement is among its lows", () => {
  const scores = [score("baseline", 0, 60), score("24h", 1, 52), score("week-1", 7, 55), score("week-2", 14, 40)];
  expect(seriesOf(scores)).toMatchObject({ totals: [60, 52, 55, 40, null, null, null], lows: [{ localDay: 14, total: 40 }, { localDay: 1, total: 52 }], lastDay: 14, line: { n: 4, d: 22, y: 207 } });
  expect(seriesOf(scores.slice(1))).toBeNull();
  expect(improvedUpTo({ min: 0, max: 16 }, (from, to) => from - to >= 15)).toEqual([...Array<null>(15).fill(null), 0, 1]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))("by %s, whatever improves, what is lower improves too", (_, rule) => {
  const { min, max } = findMeasure(rule.measure)?.range ?? { min: 0, max: 80 };
  const most = improvedUpTo({ min, max }, (from, to) => improvedBy(rule, from, to));
  for (let from = min; from <= max; from += 1) {
    for (let to = min; to <= max; to += 1) expect(improvedBy(rule, from, to), `${from} to ${to}`).toBe(to <= (most[from - min] ?? Number.NEGATIVE_INFINITY));
  }
});

test("steps tested without points are, with points, those of one patient's rule", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 9 }), fc.constantFrom(10, 15), (totals, points) => {
      const steps = suddenSteps(testedSteps(totals.map((total, week) => score(null, 7 * week, total))), points);
      const direct = suddenChanges(totals.map((total, week) => ({ id: "", at: new Date(week), total })), { points }).filter(({ state }) => state !== "not-testable");
      expect(steps.map(({ was, reversed }) => [was, reversed])).toEqual(
        direct.map(({ state, kind, reversal }) => [state === "met" ? kind : "neither", state === "met" && kind === "gain" && reversal?.by !== null]),
      );
    }),
  );
});

describe("laws", () => {
  const total = fc.integer({ min: 0, max: 80 });
  const anyRow = fc.record({ baseline: fc.option(total), week1: fc.option(total), week4: fc.option(total), begun: fc.boolean(), team: fc.constantFrom("n", "s"), patient: fc.nat(6), today: fc.nat(80) });
  const anyRows = fc.array(anyRow, { maxLength: 15 }).map((list) =>
    list.map(({ baseline, week1, week4, begun, team, patient, today }, index) =>
      course(String(index), [
        ...(baseline === null ? [] : [score("baseline", 0, baseline)]),
        ...(week1 === null ? [] : [score("week-1", 7, week1)]),
        ...(week4 === null ? [] : [score("week-4", 28, week4)]),
      ], { begun, teamId: team, patientId: String(patient), today }),
    ),
  );
  test("the flow adds up; every window's counted are all counted; no share leaves 0 to 1; order does not matter", () => {
    fc.assert(
      fc.property(anyRows, (list) => {
        const asked = { filters: { ...NO_FILTERS, teamId: "n" } };
        const figures = result(asked, list);
        expect(figures.flow.leftOut.at(-1)?.remaining).toBe(figures.flow.counted);
        for (const { scored, discontinued, missing, open } of figures.completeness) expect(scored + discontinued + missing + open).toBe(figures.flow.counted);
        for (const { windows } of figures.outcomes) for (const { observed, allDue } of windows) expect(observed.met <= observed.of && observed.of <= allDue.of).toBe(true);
        expect(figures.firstImprovement?.n).toBe(figures.flow.counted);
        const turned = result(asked, list.toReversed());
        expect(turned.flow).toEqual(figures.flow);
        expect(turned.outcomes).toEqual(figures.outcomes);
        expect(turned.firstImprovement).toEqual(figures.firstImprovement);
      }),
      { numRuns: 25 },
    );
  });
});
