import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaAreas, betaHeight, gammaAreas } from "./areas";
import { halfStep, logGamma, shortOfTangent, stirlingRemainder } from "./gamma";
import { invert } from "./invert";
import { betaQuantile, chiSquareAbove, chiSquareQuantile, normalBelow, normalQuantile, tBelow, tQuantile } from "./quantiles";
import { betaQuantiles, chiSquareQuantiles, normalQuantiles, tQuantiles } from "./quantiles.fixture";

/** The relative error. */
const off = (got: number, wanted: number): number => Math.abs(got / wanted - 1);

describe("to twelve digits and more, by an independent implementation", () => {
  test.each(tQuantiles)("t at %d with %d degrees of freedom", (p, df, wanted) => expect(off(tQuantile(p, df), wanted)).toBeLessThan(2e-13));
  test.each(normalQuantiles)("normal at %d", (p, wanted) => expect(off(normalQuantile(p), wanted)).toBeLessThan(2e-14));
  test.each(chiSquareQuantiles)("chi-square at %d with %d", (p, df, wanted) => expect(off(chiSquareQuantile(p, df), wanted)).toBeLessThan(2e-14));
  test.each(betaQuantiles)("beta at %d with %d and %d", (p, a, b, wanted) => expect(off(betaQuantile(p, a, b), wanted)).toBeLessThan(2e-14));
});

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2 (t) and 1.3.6.7.4 (chi-square), as printed.
describe("as printed in tables", () => {
  test.each([[1, 12.706], [4, 2.776], [10, 2.228], [30, 2.042], [100, 1.984]])("t(.975) with %d is %d", (df, printed) => {
    expect(tQuantile(0.975, df)).toBeCloseTo(printed, 3);
  });
  test.each([[1, 3.841], [2, 5.991], [10, 18.307], [30, 43.773], [100, 124.342]])("chi-square(.95) with %d is %d", (df, printed) => {
    expect(chiSquareQuantile(0.95, df)).toBeCloseTo(printed, 3);
  });
});

describe("where there is a closed form", () => {
  test("gamma", () => {
    expect(stirlingRemainder(1)).toBeCloseTo(0.0810614667953273, 14);
    expect(logGamma(5)).toBeCloseTo(3.1780538303479458, 14);
    expect(halfStep(0.5)).toBeCloseTo(0.5641895835477563, 15);
    expect(shortOfTangent(1, 0)).toBe(0);
    expect(shortOfTangent(Math.E, Math.E - 1)).toBeCloseTo(-0.718281828459045, 15);
    expect(stirlingRemainder(Infinity)).toBe(0);
  });
  test("areas", () => {
    expect(gammaAreas(1, Math.LN2).lower).toBeCloseTo(0.5, 15);
    expect(gammaAreas(1, Math.LN2).upper).toBeCloseTo(0.5, 15);
    expect(betaAreas(2, 3, 0.4, 0.6).lower).toBeCloseTo(0.5248, 14);
    expect(betaHeight(1, 1, 0.5, 0.5)).toBeCloseTo(0.25, 15);
    expect(gammaAreas(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(gammaAreas(2, Infinity)).toEqual({ lower: 1, upper: 0 });
    expect(betaAreas(2, 3, 1, 0)).toEqual({ lower: 1, upper: 0 });
    expect(off(gammaAreas(1, 300).upper, Math.exp(-300))).toBeLessThan(1e-13);
  });
  test("quantiles", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.5)).toBe(0);
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.2281388519862744, 13);
    expect(tQuantile(0.25, 1)).toBeCloseTo(-1, 14);
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(off(chiSquareQuantile(0.95, 2), -2 * Math.log(1 - 0.95))).toBeLessThan(1e-14);
    expect(betaQuantile(0.5248, 2, 3)).toBeCloseTo(0.4, 14);
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 15);
    expect(normalBelow(-40)).toBe(0);
    expect(tBelow(1, 1)).toBeCloseTo(0.75, 15);
    expect(tBelow(-1, 1)).toBeCloseTo(0.25, 15);
    expect(chiSquareAbove(5.991464547107979, 2)).toBeCloseTo(0.05, 15);
    const logistic = (u: number) => {
      const [lower, upper] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
      return { lower, upper, density: lower * upper };
    };
    expect(invert(logistic, { lower: 0.75, upper: 0.25 }, 0)).toBeCloseTo(1.0986122886681098, 15);
  });
});

test("what is no probability or no shape is refused", () => {
  for (const p of [0, 1, -0.1, Number.NaN]) expect(() => tQuantile(p, 3)).toThrow(RangeError);
  for (const df of [0, -1, Number.NaN]) {
    expect(() => tQuantile(0.9, df)).toThrow(RangeError);
    expect(() => chiSquareQuantile(0.9, df)).toThrow(RangeError);
    expect(() => betaQuantile(0.9, df, 1)).toThrow(RangeError);
    expect(() => stirlingRemainder(df)).toThrow(RangeError);
  }
  expect(() => gammaAreas(1, -1)).toThrow(RangeError);
  expect(() => betaAreas(1, 1, 2, -1)).toThrow(RangeError);
});

describe("laws", () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const degrees = fc.double({ min: 0.5, max: 1e6, noNaN: true });

  test("a quantile and its area undo each other, and the normal and t are even", () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expect(tBelow(tQuantile(p, df), df)).toBeCloseTo(p, 11);
        expect(1 - chiSquareAbove(chiSquareQuantile(p, df), df)).toBeCloseTo(p, 11);
        expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 13);
        expect(Math.abs(tBelow(2, df) + tBelow(-2, df) - 1)).toBeLessThan(1e-14);
      }),
      { numRuns: 40 },
    );
  });

  test("a higher probability lies further up", () => {
    fc.assert(
      fc.property(probability, probability, degrees, (p, q, df) => {
        fc.pre(q - p > 1e-9);
        expect(tQuantile(q, df)).toBeGreaterThan(tQuantile(p, df));
        expect(chiSquareQuantile(q, df)).toBeGreaterThan(chiSquareQuantile(p, df));
        expect(betaQuantile(q, 2, 5)).toBeGreaterThan(betaQuantile(p, 2, 5));
      }),
      { numRuns: 40 },
    );
  });

  test("t squared is twice its beta (the distribution of F with 1 and df)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.55, max: 0.99, noNaN: true }), fc.double({ min: 1, max: 500, noNaN: true }), (p, df) => {
        const x = betaQuantile(2 * p - 1, 0.5, df / 2);
        expect(off(tQuantile(p, df) ** 2, (df * x) / (1 - x))).toBeLessThan(1e-10);
      }),
    );
  });
});
