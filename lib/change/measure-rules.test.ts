// The rules of the measures beside the PCL-5, against cases worked by hand from their sources.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMeasure } from "../measures/measures";
import { judge, type Verdict } from "./judge";
import { findRule, rules, rulesFor } from "./rules";

function verdict(id: string, from: number, to: number): Verdict {
  const rule = findRule(id);
  if (rule === null) throw new Error(id);
  return judge(rule, { from, to }).verdict;
}

test("points, per cents and end states, the default first", () => {
  const listed = ["phq-9", "gad-7", "caps-5"].flatMap((measure) => rulesFor(measure));
  expect(listed.map(({ id, kind, points, endState }) => [id, kind, points, endState])).toEqual([
    ["iapt-phq-9", "reliable-change", 6, 9],
    ["kounali-2022-phq-9", "response", null, null],
    ["percent-50-phq-9", "response", null, null],
    ["iapt-gad-7", "reliable-change", 4, 7],
    ["kounali-2022-gad-7", "response", null, null],
    ["percent-50-gad-7", "response", null, null],
    ["marx-2022-caps-5-13", "reliable-change", 13, 8],
    ["marx-2022-caps-5-12", "reliable-change", 12, 8],
    ["feder-2021-caps-5", "response", null, null],
  ]);
});

test("every rule is of a measure there is, for windows it has, within its range, with its people and its paper", () => {
  for (const { measure, recalls, points, endState, population, source } of rules) {
    const found = findMeasure(measure)!;
    expect(recalls.length).toBeGreaterThan(0);
    expect(recalls.every((recall) => found.recalls.includes(recall))).toBe(true);
    for (const number of [points ?? 1, endState ?? 1]) expect(number > 0 && number < found.range.max).toBe(true);
    expect(Math.min(population.length, source.length)).toBeGreaterThan(10);
  }
});

describe("PHQ-9, NHS Talking Therapies", () => {
  test.each([
    [15, 9, "recovered"], // 6 points, from a case to none
    [16, 10, "reliably-improved"], // 6 points, still a case
    [14, 9, "no-reliable-change"], // crosses, but by 5 points
    [9, 3, "reliably-improved"], // 6 points, never a case
    [10, 4, "recovered"],
    [27, 0, "recovered"],
    [10, 5, "no-reliable-change"],
    [4, 10, "reliably-worse"],
    [4, 9, "no-reliable-change"],
    [12, 12, "no-reliable-change"],
  ] as const)("from %i to %i: %s", (from, to, expected) => expect(verdict("iapt-phq-9", from, to)).toBe(expected));

  test("20 % of 15 is 3, inclusive; half of 15 is 7.5", () => {
    expect(verdict("kounali-2022-phq-9", 15, 12)).toBe("met");
    expect(verdict("kounali-2022-phq-9", 15, 13)).toBe("not-met");
    expect(verdict("percent-50-phq-9", 15, 7)).toBe("met");
    expect(verdict("percent-50-phq-9", 15, 8)).toBe("not-met");
    expect(verdict("percent-50-phq-9", 0, 0)).toBe("not-evaluable");
  });
});

describe("GAD-7, NHS Talking Therapies", () => {
  test.each([
    [11, 7, "recovered"],
    [12, 8, "reliably-improved"],
    [10, 7, "no-reliable-change"],
    [8, 4, "recovered"],
    [7, 3, "reliably-improved"],
    [3, 7, "reliably-worse"],
    [3, 6, "no-reliable-change"],
  ] as const)("from %i to %i: %s", (from, to, expected) => expect(verdict("iapt-gad-7", from, to)).toBe(expected));

  test("20 % of 10 is 2", () => {
    expect(verdict("kounali-2022-gad-7", 10, 8)).toBe("met");
    expect(verdict("kounali-2022-gad-7", 10, 9)).toBe("not-met");
    expect(verdict("percent-50-gad-7", 10, 5)).toBe("met");
    expect(verdict("percent-50-gad-7", 10, 6)).toBe("not-met");
  });
});

describe("CAPS-5, Marx 2022 and Feder 2021", () => {
  test.each([
    ["marx-2022-caps-5-13", 40, 27, "reliably-improved"],
    ["marx-2022-caps-5-13", 40, 28, "no-reliable-change"],
    ["marx-2022-caps-5-12", 40, 28, "reliably-improved"],
    ["marx-2022-caps-5-13", 21, 8, "recovered"],
    ["marx-2022-caps-5-13", 22, 9, "reliably-improved"],
    ["marx-2022-caps-5-12", 20, 8, "recovered"],
    ["marx-2022-caps-5-13", 20, 33, "reliably-worse"],
    ["feder-2021-caps-5", 40, 28, "met"], // 12 is 30 % of 40
    ["feder-2021-caps-5", 40, 29, "not-met"],
  ] as const)("%s from %i to %i: %s", (id, from, to, expected) => expect(verdict(id, from, to)).toBe(expected));
});

test("law: a rule reads a fall and the same rise alike, but for recovery, and never calls a response reliable", () => {
  fc.assert(
    fc.property(fc.constantFrom(...rules), fc.nat(80), fc.nat(80), (rule, a, b) => {
      const [there, back] = [judge(rule, { from: a, to: b }).verdict, judge(rule, { from: b, to: a }).verdict];
      const reliable = (each: Verdict) => ["recovered", "reliably-improved", "reliably-worse"].includes(each);
      expect(reliable(there)).toBe(reliable(back));
      expect(rule.kind !== "reliable-change" && reliable(there)).toBe(false);
    }),
  );
});
