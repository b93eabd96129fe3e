import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohort } from "./cohort";
import { course, question, score } from "./cohort.fixture";
import type { CohortRow } from "./row";
import { cellsToWithhold, isSmall, isSmallPart } from "./small-cells";
import { kaplanMeier } from "./survival";
import { countRows } from "./count-rows";
import { tally } from "./tally";
import { byWeek } from "./weekly-survival";
import { withholdSmallCells, type WithheldResult } from "./withhold";

const many = <T>(n: number, make: (at: number) => T): readonly T[] => Array.from({ length: n }, (_, at) => make(at));
const shown = (rows: readonly CohortRow[]) => withholdSmallCells(cohort(question(), tally(question(), countRows(question(), rows, "week-4"))));

describe("one cell and one row", () => {
  test("small", () => {
    expect([0, 1, 4, 5].map(isSmall)).toEqual([false, true, true, false]);
    expect([isSmallPart(3, 40), isSmallPart(37, 40), isSmallPart(0, 40), isSmallPart(20, 40), isSmallPart(40, 40)]).toEqual([true, true, false, false, false]);
  });
  test.each([
    [[3, 0, 12, 30], [true, false, true, false]],
    [[20, 0, 12], [false, false, false]],
    [[3, 0, 2], [true, true, true]],
    [[3, 5, 9], [true, true, true]],
    [[9, 9, 2], [true, false, true]],
    [[], []],
  ])("%j", (cells, expected) => expect(cellsToWithhold(cells)).toEqual(expected));

  // Whoever knows the total, the shown cells and the rule itself, and adds up every row it could have been.
  test("every withheld small cell could still be 1, 2, 3 or 4", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(14), { minLength: 2, maxLength: 5 }), (cells) => {
        const withheld = cellsToWithhold(cells);
        fc.pre(withheld.some((each) => !each));
        const hidden = cells.filter((_, at) => withheld[at]);
        const total = hidden.reduce((sum, cell) => sum + cell, 0);
        const smalls = hidden.filter(isSmall).length;
        fc.pre(smalls > 0);
        // The others of the row are at least 5 each, the other small ones anything from 1 to 4: what is left is free.
        const others = hidden.length - smalls;
        expect(others).toBeGreaterThan(0);
        for (const guess of [1, 2, 3, 4]) expect(total - guess - (smalls - 1)).toBeGreaterThanOrEqual(others === 1 ? 5 : 4);
      }),
    );
  });
});

describe("a group of forty", () => {
  const baseline = (at: number) => score("baseline", 0, 40 + (at % 20));
  const group = (scored: number) => many(40, (at) => course(String(at), at < scored ? [baseline(at), score("week-1", 7, 30 + (at % 9))] : [baseline(at)]));
  const week1 = (rows: readonly CohortRow[]) => shown(rows).windows.find(({ window }) => window === "week-1");

  test.each([[4, null], [5, 5], [28, 28], [35, 35], [37, null], [40, 40]])("of whom %d have week 1", (scored, n) => {
    expect(week1(group(scored))?.n).toBe(n);
    const { change, effects, completeness, outcomes, withheld } = shown(group(scored));
    for (const list of [change, effects]) expect(list.find(({ window }) => window === "week-1")?.n).toBe(n);
    if (n !== null) return;
    expect(withheld).toContain("windows/week-1");
    expect(completeness.find(({ window }) => window === "week-1")).toMatchObject({ scored: null, missing: null, due: null });
    for (const { windows } of outcomes) expect(windows.find(({ window }) => window === "week-1")).toMatchObject({ missing: null, observed: { met: null, of: null, share: null } });
  });

  test("reasons for being left out", () => {
    const unbegun = many(3, (at) => course(`u${at}`, [], { begun: false }));
    const without = many(9, (at) => course(`w${at}`, []));
    const { flow } = shown([...group(40), ...unbegun, ...without]);
    expect(flow.all).toBe(52);
    expect(flow.leftOut.filter(({ n }) => n !== 0).map(({ reason, n, remaining }) => [reason, n, remaining])).toEqual([["not-begun", null, null], ["no-baseline", null, null]]);
    expect(shown([...group(40), ...unbegun]).flow.all).toBeNull();
    expect(shown([...group(40), ...without]).flow).toEqual(cohort(question(), tally(question(), countRows(question(), [...group(40), ...without], "week-4"))).flow);
  });

  test("few in one group: nothing, and the definition", () => {
    const few = shown(group(40).slice(0, 4));
    expect(few.withheld).toEqual(["all"]);
    expect([few.flow.counted, few.windows[0]?.mean, few.definition.measure]).toEqual([null, null, "pcl-5"]);
  });

  // A researcher may ask for the day on which one patient began: as many rows of doses as that patient had would be an answer.
  test("few in one group look alike, however many they are and whatever was done", () => {
    const dose = { localDay: 0, givenMg: 35, peakDissociation: 3, events: 0, serious: 0 };
    const weekly = many(9, (at) => score(at === 0 ? "baseline" : null, 7 * at, 60 - 6 * at));
    const one = course("one", weekly, { doses: [dose, dose, dose] });
    const four = group(40).slice(0, 4);
    expect(shown([one])).toEqual(shown(four));
  });

  test("a window that few have looks alike, whether they are one or four", () => {
    const rows = (few: number) => many(26, (at) => course(String(at), [baseline(at), ...(at < few ? [score("week-8", 56, 25 + at)] : [])]));
    const of = (few: number) => {
      const { windows, change, effects, outcomes, clusters } = shown(rows(few));
      return [windows, change, effects, ...[...outcomes, ...clusters].map((each) => each.windows)].map((list: readonly { window: string }[]) => list.filter(({ window }) => window === "week-8"));
    };
    expect(of(1)).toEqual(of(4));
  });

  test("doses that few had, events that few had, items that few answered", () => {
    const dose = { localDay: 0, givenMg: 35, peakDissociation: 3, events: 0, serious: 0 };
    const rows = group(40).map((row, at) => ({ ...row, doses: [{ ...dose, events: at < 2 ? 1 : 0 }, ...(at < 38 ? [dose] : []), ...(at < 20 ? [dose] : [])] }));
    const { doses, items } = shown(rows);
    expect(doses.map(({ number, given, events }) => [number, given, events])).toEqual([[1, 40, null], [2, null, null], [3, 20, 0]]);
    expect(items[0]?.windows[0]?.n).toBe(0);
  });
});

describe("what two figures of one answer would tell", () => {
  const weeks = (from: number, to: number | null) => (to === null ? [score("baseline", 0, from)] : [score("baseline", 0, from), score("week-4", 28, to)]);
  const outcome = (rows: readonly CohortRow[], id: string) => shown(rows).outcomes.find((each) => each.id === id)?.windows.find(({ window }) => window === "week-4")?.observed;

  // 20 above the cut at baseline, of whom 10 end below it; 6 below it, of whom one does not stay there: 15 of 26 less 10 of 20 is 5 of 6.
  test("an end state of all and of those above the cut", () => {
    const rows = [...many(20, (at) => weeks(50, at < 10 ? 20 : 45)), ...many(6, (at) => weeks(25, at < 5 ? 20 : 35))].map((scores, at) => course(String(at), scores));
    expect(outcome(rows, "below-31")).toMatchObject({ met: 15, of: 26 });
    expect(outcome(rows, "below-31-of-above")?.met).toBeNull();
    const apart = [...many(20, (at) => weeks(50, at < 10 ? 20 : 45)), ...many(12, (at) => weeks(25, at < 6 ? 20 : 35))].map((scores, at) => course(String(at), scores));
    expect(outcome(apart, "below-31-of-above")).toMatchObject({ met: 10, of: 20 });
  });

  test("how many scores a curve rests on, beside the windows that are shown", () => {
    const rows = (few: number) => many(26, (at) => course(String(at), [score("baseline", 0, 40 + (at % 20)), score("week-4", 28, 30 + (at % 7)), ...(at < few ? [score("week-8", 56, 25 + at)] : [])]));
    const growth = (few: number) => shown(rows(few)).growth as { state: string; scores?: number | null };
    expect(growth(3)).toMatchObject({ state: "estimated", scores: null });
    expect(growth(9)).toMatchObject({ state: "estimated", scores: 61 });
    // One score each, and too few for a curve: 29 less the 26 of the baseline would be the 3 of week 8.
    const early = (few: number) => shown(many(26, (at) => course(String(at), [score("baseline", 0, 40 + at), ...(at < few ? [score("week-8", 56, 25 + at)] : [])]))).growth;
    expect(early(3)).toMatchObject({ state: "not-estimable", scores: null });
    expect(early(9)).toMatchObject({ state: "not-estimable", scores: 35 });
  });

  test("what is withheld of a group beside this one", () => {
    const rows = many(26, (at) => course(String(at), weeks(50 + (at % 9), 30 + (at % 7))));
    const result = cohort(question(), tally(question(), countRows(question(), rows, "week-4")));
    const { windows, change, outcomes, flow } = withholdSmallCells(result, new Set(["windows/week-4", "flow/medicine"]));
    for (const list of [windows, change]) expect(list.find(({ window }) => window === "week-4")?.n).toBeNull();
    expect(outcomes.every((each) => each.windows.every(({ window, observed }) => window !== "week-4" || observed.met === null))).toBe(true);
    expect(flow.leftOut.find(({ reason }) => reason === "medicine")?.n).toBeNull();
    expect(withholdSmallCells(result, new Set(["all"])).withheld).toEqual(["all"]);
  });

  test.each<[string, (result: WithheldResult) => unknown, shown: unknown]>([
    ["firstImprovement", ({ firstImprovement }) => firstImprovement?.events, 12],
    ["growth/scores", ({ growth }) => "scores" in growth && growth.scores, 104],
    ["sudden/withGain", ({ sudden }) => sudden?.withGain.met, 12],
    ["sudden/1", ({ sudden }) => sudden?.steps.find(({ week }) => week === 1)?.gains, 12],
    ["doses/1", ({ doses }) => doses[0]?.given, 26],
    ["doses/1/mg", ({ doses }) => doses[0]?.mg.n, 26],
    ["doses/1/events", ({ doses }) => doses[0]?.events, 12],
  ])("%s, withheld beside, is withheld here", (path, of, shownElse) => {
    const dose = { localDay: 0, givenMg: 35, peakDissociation: 3, serious: 0 };
    // 12 of the 26 fall by 22 points between weeks 1 and 2 and stay there.
    const fell = (at: number) => [score("baseline", 0, 50 + (at % 3)), score("week-1", 7, 52), ...(at < 12 ? [30, 31] : [52, 51]).map((total, later) => score(null, 14 + 7 * later, total))];
    const rows = many(26, (at) => course(String(at), fell(at), { doses: [{ ...dose, events: at < 12 ? 1 : 0 }] }));
    const result = cohort(question(), tally(question(), countRows(question(), rows, "week-4")));
    expect(of(withholdSmallCells(result))).toBe(shownElse);
    const withheld = withholdSmallCells(result, new Set([path]));
    expect(of(withheld)).toBeNull();
    expect(withheld.withheld).toContain(path);
  });
});

describe("the curve by the week", () => {
  test("by hand", () => {
    const curve = kaplanMeier([{ day: 5, events: 3, censored: 0 }, { day: 9, events: 4, censored: 0 }, { day: 20, events: 0, censored: 6 }]);
    const weekly = byWeek(curve);
    expect(weekly?.steps.map(({ day, atRisk, events, censored }) => [day, atRisk, events, censored])).toEqual([[14, 13, 7, 0], [21, 6, 0, 6]]);
    expect(weekly?.steps[0]?.share).toBeCloseTo(6 / 13, 12);
    expect(weekly?.median).toBe(14);
    expect(byWeek(kaplanMeier([{ day: 5, events: 3, censored: 9 }]))).toBeNull();
  });
});

test("laws: no shown count, and no difference of a shown part and its whole, is small; nothing is made up", () => {
  const anyRow = fc.record({ baseline: fc.integer({ min: 0, max: 80 }), week1: fc.option(fc.integer({ min: 0, max: 80 })), begun: fc.boolean(), today: fc.constantFrom(5, 40) });
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 60 }), (list) => {
      const rows = list.map(({ baseline, week1, begun, today }, at) => course(String(at), [score("baseline", 0, baseline), ...(week1 === null ? [] : [score("week-1", 7, week1)])], { begun, today }));
      const plain = cohort(question(), tally(question(), countRows(question(), rows, "week-4")));
      const { flow, windows, outcomes, completeness, firstImprovement } = withholdSmallCells(plain);
      const counted = flow.counted ?? 0;
      const counts: (number | null)[] = [flow.counted, flow.all, ...flow.leftOut.map(({ n }) => n)];
      for (const { n } of windows) if (n !== null) counts.push(n, counted - n);
      for (const { windows: each } of outcomes) for (const { observed: { met, of } } of each) if (met !== null && of !== null) counts.push(met, of, of - met);
      for (const { discontinued, missing, open, due } of completeness) counts.push(discontinued, missing, open, due);
      for (const step of firstImprovement?.steps ?? []) counts.push(step.events, step.censored);
      expect(counts.filter((count) => count !== null && isSmall(count))).toEqual([]);
      const told = windows.flatMap(({ n, mean }, at) => (n === null ? [] : [[n, mean, plain.windows[at]?.n, plain.windows[at]?.mean]]));
      expect(told.filter(([n, mean, trueN, trueMean]) => n !== trueN || mean !== trueMean)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
