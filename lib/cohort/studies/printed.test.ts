import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pcl5 } from "../../measures/pcl-5/definition";
import { figureProblems, figureTyped, figureWords, figuresFrom, figuresOf, groupsOf, KINDS, kindWords, reportedFrom, type Figures, type Kind } from "./printed";
import { publishedStudies } from "./published";
import { studyEffect } from "./study";

const right: Readonly<Record<Kind, Figures>> = {
  "paired-means": { n: 24, fromMean: 47.5, fromSd: 11.3, toMean: 30.2, toSd: 16, r: 0.62 },
  "mean-change-interval": { n: 15, change: -33.3, lower: -43.5, upper: -23 },
  "mean-change": { n: 40, change: -6, se: 2.1 },
  standardised: { n: 13, estimate: -1.9, lower: -2.8, upper: -1 },
  "two-groups": { treatedN: 51, treatedMean: 28.4, treatedSd: 17.2, comparisonN: 49, comparisonMean: 36.9, comparisonSd: 16.1 },
  "means-only": { n: 30, fromMean: 56.2, toMean: 31.3 },
};
const problems = (kind: Kind, over: Figures) => figureProblems(kind, { ...right[kind], ...over }, pcl5.range);

test("a figure as it was typed", () => {
  const typed = { "": null, " 12 ": 12, "-33.3": -33.3, "−33.3": -33.3, ".5": 0.5, "0": 0, "33,3": NaN, "1,000": NaN, "1e3": NaN, "--3": NaN, "3.": NaN, "4 5": NaN, "Infinity": NaN };
  for (const [text, value] of Object.entries(typed)) expect(figureTyped(text), text).toBe(value);
});

describe("what can be kept", () => {
  test.each(KINDS)("%s: all of its figures, each asked for", (kind) => {
    expect(problems(kind, {})).toEqual({});
    for (const figure of figuresOf[kind]) {
      const without = problems(kind, { [figure]: null });
      expect(without, figure).toEqual(figure === "r" ? {} : { [figure]: `Enter “${figureWords[figure]}”` });
      expect(problems(kind, { [figure]: NaN })).toHaveProperty(figure);
    }
    expect(kindWords[kind]).toMatch(/^[A-Z]/);
  });
  test.each<[Kind, Figures, string]>([
    ["paired-means", { n: 2 }, "n"], ["paired-means", { n: 24.5 }, "n"], ["paired-means", { fromMean: 81 }, "fromMean"], ["paired-means", { toMean: -1 }, "toMean"], ["paired-means", { fromSd: 0 }, "fromSd"],
    ["paired-means", { r: 1.1 }, "r"], ["paired-means", { r: -1.01 }, "r"], ["two-groups", { comparisonN: 1 }, "comparisonN"], ["mean-change", { change: -81 }, "change"], ["mean-change", { se: 0 }, "se"],
    ["mean-change-interval", { lower: -30 }, "change"], ["mean-change-interval", { lower: -20, upper: -40 }, "upper"], ["standardised", { estimate: 1.9 }, "estimate"],
  ])("%s with %o", (kind, over, figure) => expect(Object.keys(problems(kind, over))).toEqual([figure]));
  // Half of 80 by √(20/19) is 41.04: ten totals of 0 and ten of 80 have that SD.
  test("the largest SD there is", () => {
    expect(problems("paired-means", { n: 20, fromSd: 41 })).toEqual({});
    expect(problems("paired-means", { n: 20, fromSd: 41.2 })).toHaveProperty("fromSd");
  });
  test("zero is an answer", () => {
    expect(problems("paired-means", { fromMean: 0, toMean: 0, r: 0 })).toEqual({});
    expect(problems("mean-change-interval", { change: 0, lower: -1, upper: 1 })).toEqual({});
  });
});

describe("the effect that follows", () => {
  const effect = (kind: Kind, groups: "within" | "between") => studyEffect({ groups, reported: reportedFrom(kind, right[kind]) });
  // R 4.2.2, metafor 3.8-1: escalc("SMCR", m1i = 30.2, m2i = 47.5, sd1i = 11.3, ni = 24, ri = .62) and
  // escalc("SMD", m1i = 28.4, sd1i = 17.2, n1i = 51, m2i = 36.9, sd2i = 16.1, n2i = 49).
  test.each<[Kind, "within" | "between", string, number, number]>([
    ["paired-means", "within", "SMCR", -1.4804086456540608, 0.0773252032943186],
    ["two-groups", "between", "SMD", -0.5059750972713715, 0.0412960603978549],
  ])("%s: as escalc", (kind, groups, metric, yi, vi) => {
    expect(effect(kind, groups)).toMatchObject({ metric });
    expect(effect(kind, groups)?.yi).toBeCloseTo(yi, 12);
    expect(effect(kind, groups)?.vi).toBeCloseTo(vi, 12);
  });
  test("points of one group have n − 1 degrees of freedom, of two groups n − 2", () => {
    // R: 20.5/(2 * qt(.975, 14)), and 13.2/(2 * qt(.975, 98)).
    expect(effect("mean-change-interval", "within")).toMatchObject({ metric: "MC", sei: expect.closeTo(4.779030034894, 11) });
    const two = studyEffect({ groups: "between", reported: { kind: "mean-change-interval", n: 100, change: -7.7, lower: -14.3, upper: -1.1 } });
    expect(two).toMatchObject({ metric: "MD", yi: -7.7, sei: expect.closeTo(3.32582929742968, 12) });
    expect(effect("mean-change", "between")).toMatchObject({ metric: "MD", sei: 2.1 });
  });
  test("where the kind says which groups it is of", () => expect(KINDS.map(groupsOf)).toEqual(["within", null, null, null, "between", "within"]));
});

test("figures and result are the same thing", () => {
  for (const { reported } of publishedStudies) {
    expect(reportedFrom(reported.kind, figuresFrom(reported))).toEqual(reported);
    expect(figureProblems(reported.kind, figuresFrom(reported), { min: 0, max: 80 })).toEqual({});
  }
  expect(() => reportedFrom("mean-change", { n: 12, change: -3 })).toThrow(RangeError);
});

test("whatever is kept has an effect, or has no SD", () => {
  const number = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.double({ min: -100, max: 100, noNaN: true }), fc.constant(null));
  const figures = fc.dictionary(fc.constantFrom(...Object.keys(figureWords)), number) as fc.Arbitrary<Figures>;
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.constantFrom("within" as const, "between" as const), figures, (kind, groups, given) => {
      const all = { ...right[kind], ...given };
      if (Object.keys(figureProblems(kind, all, pcl5.range)).length > 0) return;
      const found = studyEffect({ groups: groupsOf(kind) ?? groups, reported: reportedFrom(kind, all) });
      expect(kind === "means-only" ? found === null : found !== null && Number.isFinite(found.yi) && found.sei > 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
