import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRules } from "./compare-rules";
import { jacobsonTruaxRule } from "./jacobson-truax";
import { judge } from "./judge";
import { findRule, rulesFor } from "./rules";
import type { Rule } from "./rule";
import { judgementLabel, judgementWords, verdictSentence } from "./verdict-words";

const pcl5 = rulesFor("pcl-5");
const marx = findRule("marx-2022-15")!;
const blanchard = findRule("blanchard-2023-12")!;
const say = (rule: Rule, from: number, to: number) => {
  const judgement = judge(rule, { from, to });
  return [judgementLabel(judgement, rule), judgementWords(judgement, rule), verdictSentence(judgement, rule)];
};

describe("rules side by side", () => {
  test("62 to 47, past week", () => {
    expect(compareRules(pcl5, { from: 62, to: 47 }, "week").map(({ rule, label }) => [rule.id, label])).toEqual([
      ["marx-2022-15", "Reliably improved"],
      ["marx-2022-18", "Improved below reliability"],
      ["blanchard-2023-9", "Likely real improvement"],
      ["blanchard-2023-12", "Likely real improvement"],
      ["ncptsd-5", "Response threshold met"],
      ["ncptsd-10", "Response threshold met"],
      ["percent-30", "Response threshold not met"], // 15 of 62 is 24 %
      ["percent-50", "Response threshold not met"],
      ["resick-2021", "Above 19"],
    ]);
  });
  test("a clinic's own rule stands among them, and no rule covers the past day", () => {
    const own = jacobsonTruaxRule({
      id: "own-ours", name: "Ours", short: "Ours", measure: "pcl-5", recalls: ["week"], sd: 11.9, r: 0.82, kindOfR: "test–retest", endState: null, population: "ours", source: "ours",
    });
    // 1.96 · √2 · 11.9 · √0.18 = 13.994: 14 points reach it, 13 do not.
    expect(compareRules([...pcl5, own], { from: 60, to: 46 }, "week").at(-1)).toMatchObject({ rule: own, label: "Reliably improved" });
    expect(compareRules([...pcl5, own], { from: 60, to: 47 }, "week").at(-1)).toMatchObject({ rule: own, label: "Improved below reliability" });
    expect(compareRules([own], { from: 60, to: 46 }, "month")).toEqual([]);
    expect(compareRules(pcl5, { from: 62, to: 47 }, "day")).toEqual([]);
  });
  test("rules of two measures are refused", () => {
    expect(() => compareRules([marx, { ...marx, measure: "phq-9" }], { from: 1, to: 1 }, "week")).toThrow(RangeError);
  });
});

test("a response in per cent names its paper, unless the name is the per cent", () => {
  const half = findRule("percent-50")!;
  const paper: Rule = { ...half, short: "Kounali 2022" } as Rule;
  expect(say(paper, 20, 10)[2]).toBe("Response threshold of Kounali 2022 (a fall of 50 % or more) met.");
  expect(say(half, 20, 11)[2]).toBe("Response threshold (a fall of 50 % or more) not met.");
});

describe("a rise too small for the rule", () => {
  test("9 to 14 points are named, as a fall of that size is; 8 and 15 are not", () => {
    expect(say(marx, 50, 60)).toEqual(["Rise below reliability", "Rise below reliability, 10 points (Marx 2022)", "Rise below reliability by Marx 2022 (15 points or more)."]);
    expect(say(marx, 50, 59)[0]).toBe("Rise below reliability");
    expect(say(marx, 50, 64)[0]).toBe("Rise below reliability");
    expect(say(marx, 50, 58)).toEqual(["No reliable change", "No reliable change, 8 points higher (Marx 2022)", "No reliable change by Marx 2022 (15 points or more)."]);
    expect(say(marx, 50, 65)[0]).toBe("Reliably worse");
    expect(say(blanchard, 50, 60)[0]).toBe("Rise below the rule");
  });
  test("mirrors the fall, and no verdict changes", () => {
    const rises = pcl5.filter(({ kind }) => kind === "reliable-change");
    fc.assert(fc.property(fc.constantFrom(...rises), fc.integer({ min: 0, max: 40 }), (rule, points) => {
      const fall = judge(rule, { from: 79, to: 79 - points });
      const rise = judge(rule, { from: 30, to: 30 + points });
      expect(judgementLabel(rise, rule).startsWith("Rise below")).toBe(fall.verdict === "improved-below-reliability");
      expect(["no-reliable-change", "reliably-worse"]).toContain(rise.verdict);
    }));
  });
});
