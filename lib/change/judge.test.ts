import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isReliable, jacobsonTruaxRule, reliableChangeIndex, standardErrors, type JacobsonTruaxInput,
} from "./jacobson-truax";
import { judge, type Verdict } from "./judge";
import { DEFAULT_RULE_ID, findRule, rules as allRules, rulesFor } from "./rules";
import type { Rule } from "./rule";
import { judgementWords, verdictSentence, verdictTone, verdictWords } from "./verdict-words";

function rule(id: string): Rule {
  const found = findRule(id);
  if (found === null) throw new Error(id);
  return found;
}
const rules = rulesFor("pcl-5");
const marx = rule("marx-2022-15");
const verdict = (id: string, from: number, to: number): Verdict => judge(rule(id), { from, to }).verdict;

const stated: Omit<JacobsonTruaxInput, "sd" | "r"> = {
  id: "stated", name: "Stated", short: "Stated", measure: "pcl-5", recalls: ["week"], kindOfR: "test–retest",
  endState: null, population: "stated", source: "stated",
};

describe("the rules as published", () => {
  test("points and end states", () => {
    expect(rules.map(({ id, kind, points, endState }) => [id, kind, points, endState])).toEqual([
      ["marx-2022-15", "reliable-change", 15, 28],
      ["marx-2022-18", "reliable-change", 18, 28],
      ["blanchard-2023-9", "reliable-change", 9, null],
      ["blanchard-2023-12", "reliable-change", 12, null],
      ["ncptsd-5", "response", 5, null],
      ["ncptsd-10", "response", 10, null],
      ["percent-30", "response", null, null],
      ["percent-50", "response", null, null],
      ["resick-2021", "end-state", null, 19],
    ]);
    expect(DEFAULT_RULE_ID).toBe("marx-2022-15");
    expect(marx.name).toBe("Marx 2022, 15 points");
    expect(rulesFor("pcl-5")).toHaveLength(9);
    expect(findRule("none")).toBeNull();
  });

  test("each names its people and its paper, and none covers the past-day form", () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    for (const each of rules) {
      expect(each.source.length).toBeGreaterThan(10);
      expect(each.population.length).toBeGreaterThan(10);
      expect(each.recalls).toEqual(["month", "week"]);
    }
  });
});

describe("Marx 2022, 15 points", () => {
  test.each([
    [62, 29, "reliably-improved"],
    [62, 28, "recovered"],
    [43, 28, "recovered"],
    [43, 29, "improved-below-reliability"],
    [28, 13, "reliably-improved"], // was never above the end state
    [29, 14, "recovered"],
    [62, 47, "reliably-improved"],
    [62, 48, "improved-below-reliability"],
    [62, 53, "improved-below-reliability"],
    [62, 54, "no-reliable-change"],
    [62, 62, "no-reliable-change"],
    [62, 76, "no-reliable-change"],
    [62, 77, "reliably-worse"],
    [10, 25, "reliably-worse"], // needs no crossing
    [0, 0, "no-reliable-change"],
    [0, 15, "reliably-worse"],
    [80, 0, "recovered"],
  ] as const)("from %i to %i: %s", (from, to, expected) => {
    expect(judge(marx, { from, to })).toEqual({ ruleId: "marx-2022-15", from, to, change: to - from, verdict: expected });
  });
});

describe("the same change under different rules", () => {
  test("−15 is reliable in the first sample of Marx 2022 and not in the second", () => {
    expect(verdict("marx-2022-15", 60, 45)).toBe("reliably-improved");
    expect(verdict("marx-2022-18", 60, 45)).toBe("improved-below-reliability");
    expect(verdict("marx-2022-18", 60, 42)).toBe("reliably-improved");
  });
  test("−9 counts only under Blanchard 2023 at 9 points", () => {
    const counted = rules
      .filter((each) => each.kind === "reliable-change")
      .filter((each) => judge(each, { from: 60, to: 51 }).verdict === "reliably-improved");
    expect(counted.map(({ id }) => id)).toEqual(["blanchard-2023-9"]);
  });
  test("−8 counts under none but the 5-point response threshold, which is not called reliable", () => {
    for (const each of rules) expect(["recovered", "reliably-improved"]).not.toContain(judge(each, { from: 60, to: 52 }).verdict);
    expect(verdict("ncptsd-5", 60, 52)).toBe("met");
    expect(verdict("ncptsd-5", 60, 55)).toBe("met");
    expect(verdict("ncptsd-5", 60, 56)).toBe("not-met");
    expect(verdict("ncptsd-10", 60, 51)).toBe("not-met");
    expect(verdict("ncptsd-5", 52, 60)).toBe("not-met");
  });
  test("per cent: 30 % of 60 is 18, inclusive; of 0 nothing can be said", () => {
    expect(verdict("percent-30", 60, 42)).toBe("met");
    expect(verdict("percent-30", 60, 43)).toBe("not-met");
    expect(verdict("percent-50", 61, 31)).toBe("not-met");
    expect(verdict("percent-50", 62, 31)).toBe("met");
    expect(verdict("percent-50", 0, 0)).toBe("not-evaluable");
    expect(verdict("percent-30", 10, 7)).toBe("met"); // 3 is exactly 30 %
  });
  test("the good end state looks at the later score alone", () => {
    expect(verdict("resick-2021", 60, 19)).toBe("met");
    expect(verdict("resick-2021", 60, 20)).toBe("not-met");
    expect(verdict("resick-2021", 10, 15)).toBe("met");
  });
  test("Blanchard 2023 at 12 points names 9 to 11 as improved below the rule", () => {
    expect(verdict("blanchard-2023-12", 60, 48)).toBe("reliably-improved");
    expect(verdict("blanchard-2023-12", 60, 49)).toBe("improved-below-reliability");
    expect(verdict("blanchard-2023-12", 60, 51)).toBe("improved-below-reliability");
    expect(verdict("blanchard-2023-12", 60, 52)).toBe("no-reliable-change");
  });
});

describe("Jacobson and Truax", () => {
  test("their own example: SD 7.5, r .80, from 47.5 to 32.5", () => {
    expect(standardErrors(7.5, 0.8).difference).toBeCloseTo(4.74, 2);
    expect(reliableChangeIndex(47.5, 32.5, 7.5, 0.8)).toBeCloseTo(-3.16, 2);
  });
  test.each([
    [14.72, 0.82, 17.3], [14.72, 0.84, 16.3], [14.72, 0.94, 10.0], [11.9, 0.82, 14.0], [16.52, 0.82, 19.4],
  ])("SD %d and r %d give %d points", (sd, r, points) => {
    expect(jacobsonTruaxRule({ ...stated, sd, r }).points).toBeCloseTo(points, 1);
  });
  test("the limit is inclusive, with slack for a tie in decimals", () => {
    expect(isReliable(-1.96)).toBe(true);
    expect(isReliable(1.96 - 5e-10)).toBe(true);
    expect(isReliable(1.96 - 5e-9)).toBe(false);
    expect(isReliable(1.95)).toBe(false);
  });
  test("a tie counts: a threshold of exactly 15 points and a change of 15", () => {
    const sd = 15 / (1.96 * Math.SQRT2 * Math.sqrt(0.2));
    const tie = jacobsonTruaxRule({ ...stated, sd, r: 0.8 });
    expect(judge(tie, { from: 60, to: 45 }).verdict).toBe("reliably-improved");
    expect(judge(tie, { from: 60, to: 46 }).verdict).toBe("improved-below-reliability");
    expect(judge(tie, { from: 45, to: 60 }).verdict).toBe("reliably-worse");
  });
  test.each([[0, 0.8], [-1, 0.8], [Number.NaN, 0.8], [10, 1], [10, -0.1], [10, Number.NaN], [Number.POSITIVE_INFINITY, 0.8]])(
    "SD %d with r %d is refused",
    (sd, r) => expect(() => standardErrors(sd, r)).toThrow(RangeError),
  );
  test("a PCL-5 threshold under 9 points is refused", () => {
    expect(() => jacobsonTruaxRule({ ...stated, sd: 10, r: 0.9 })).toThrow(RangeError); // 8.8 points
    expect(jacobsonTruaxRule({ ...stated, measure: "phq-9", sd: 5, r: 0.84 }).points).toBeCloseTo(5.54, 2);
  });
});

describe("in words", () => {
  const words = (id: string, from: number, to: number) => judgementWords(judge(rule(id), { from, to }), rule(id));
  const sentence = (id: string, from: number, to: number) => verdictSentence(judge(rule(id), { from, to }), rule(id));

  test.each([
    ["marx-2022-15", 62, 29, "Reliable improvement, 33 points (Marx 2022)", "Reliable improvement by Marx 2022 (15 points or more)."],
    ["marx-2022-15", 62, 20, "Recovered, 42 points (Marx 2022)", "Recovered by Marx 2022 (15 points or more): a reliable improvement from above 28 to 28 or below."],
    ["marx-2022-15", 62, 50, "Improved below reliability, 12 points lower (Marx 2022)", "Improved below reliability by Marx 2022 (15 points or more)."],
    ["marx-2022-15", 62, 62, "No reliable change, 0 points (Marx 2022)", "No reliable change by Marx 2022 (15 points or more)."],
    ["marx-2022-15", 62, 63, "No reliable change, 1 point higher (Marx 2022)", "No reliable change by Marx 2022 (15 points or more)."],
    ["marx-2022-15", 56, 71, "Reliably worse, 15 points higher (Marx 2022)", "Reliably worse by Marx 2022 (15 points or more)."],
    ["blanchard-2023-9", 60, 51, "Likely real improvement, 9 points (Blanchard 2023)", "Likely real improvement by Blanchard 2023 (9 points or more)."],
    ["ncptsd-5", 60, 53, "Response threshold met, 7 points lower (NCPTSD)", "Response threshold of NCPTSD (a fall of 5 points or more) met."],
    ["percent-50", 60, 53, "Response threshold not met, 7 points lower (50 % response)", "Response threshold (a fall of 50 % or more) not met."],
    ["percent-50", 0, 3, "Cannot be judged, 3 points higher (50 % response)", "A response in per cent cannot be judged from a score of 0."],
    ["resick-2021", 60, 19, "At or below 19, 41 points lower (Resick 2021)", "At or below the good end state of Resick 2021 (19 or below)."],
    ["resick-2021", 60, 20, "Above 19, 40 points lower (Resick 2021)", "Above the good end state of Resick 2021 (19 or below)."],
  ])("%s from %i to %i", (id, from, to, short, long) => {
    expect(words(id, from, to)).toBe(short);
    expect(sentence(id, from, to)).toBe(long);
  });

  test("badges", () => {
    expect(verdictWords("reliably-improved", marx)).toBe("Reliably improved");
    expect(verdictWords("reliably-worse", rule("blanchard-2023-9"))).toBe("Likely real worsening");
    expect(() => verdictWords("met", marx)).toThrow(RangeError);
    expect(() => verdictWords("recovered", rule("blanchard-2023-9"))).toThrow(RangeError);
    expect(verdictTone["reliably-worse"]).toBe("worse");
    expect(verdictTone["improved-below-reliability"]).toBe("neutral");
  });
});

describe("laws", () => {
  const total = fc.integer({ min: 0, max: 80 });
  const sd = fc.double({ min: 1, max: 25, noNaN: true });
  const r = fc.double({ min: 0.5, max: 0.97, noNaN: true });
  const anyRule = fc.oneof(
    fc.constantFrom(...rules),
    fc.tuple(sd, r).map(([s, q]): Rule => {
      try {
        return jacobsonTruaxRule({ ...stated, sd: s, r: q });
      } catch {
        return marx;
      }
    }),
  );
  const strong: Verdict[] = ["recovered", "reliably-improved", "reliably-worse"];

  test("a PCL-5 change under 9 points is never reliable, under any rule, printed or computed", () => {
    fc.assert(
      fc.property(anyRule, total, fc.integer({ min: -8, max: 8 }), (each, from, change) => {
        const to = from + change;
        fc.pre(to >= 0 && to <= 80);
        const judgement = judge(each, { from, to });
        expect(strong).not.toContain(judgement.verdict);
        expect(judgement.verdict).not.toBe("improved-below-reliability");
        expect(verdictSentence(judgement, each)).not.toMatch(/^(Reliabl|Likely real|Recovered)/);
      }),
    );
  });

  test("a response or end-state rule never says reliable", () => {
    fc.assert(
      fc.property(anyRule, total, total, (each, from, to) => {
        fc.pre(each.kind !== "reliable-change");
        const judgement = judge(each, { from, to });
        expect(["met", "not-met", "not-evaluable"]).toContain(judgement.verdict);
        expect(`${judgementWords(judgement, each)} ${verdictSentence(judgement, each)}`).not.toMatch(/reliab/i);
      }),
    );
  });

  test("an improvement is never called worse, a worsening never better, no change neither", () => {
    fc.assert(
      fc.property(anyRule, total, total, (each, from, to) => {
        fc.pre(each.kind !== "end-state");
        const tone = verdictTone[judge(each, { from, to }).verdict];
        expect([tone === "better" && to >= from, tone === "worse" && to <= from]).toEqual([false, false]);
      }),
    );
  });

  test("a larger fall never has a lesser verdict", () => {
    const rank: Verdict[] = ["reliably-worse", "no-reliable-change", "improved-below-reliability", "reliably-improved", "recovered"];
    fc.assert(
      fc.property(anyRule, total, total, (each, from, to) => {
        fc.pre(each.kind === "reliable-change" && to > 0);
        const now = rank.indexOf(judge(each, { from, to }).verdict);
        const lower = rank.indexOf(judge(each, { from, to: to - 1 }).verdict);
        expect(lower).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  test("every verdict of every rule has words, and names its rule", () => {
    fc.assert(
      fc.property(anyRule, total, total, (each, from, to) => {
        expect(judgementWords(judge(each, { from, to }), each)).toContain(`(${each.short})`);
        expect(verdictSentence(judge(each, { from, to }), each)).toMatch(/\.$/);
      }),
    );
  });
});
