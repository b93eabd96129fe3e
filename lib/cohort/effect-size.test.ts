import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectSizes, hedgesCorrection } from "./effect-size";
import { pairedMomentsOf, type PairedMoments } from "./moments";

/** What escalc is given: means, SDs, n and r. */
function paired(n: number, from: readonly [number, number], to: readonly [number, number], r: number): PairedMoments {
  const sd = Math.sqrt(from[1] ** 2 + to[1] ** 2 - 2 * r * from[1] * to[1]);
  return { n, r, from: { n, mean: from[0], sd: from[1] }, to: { n, mean: to[0], sd: to[1] }, change: { n, mean: to[0] - from[0], sd } };
}

// Of 2 and 3 degrees of freedom by hand (1/√π, √π/√6); of the rest R 4.2.2, metafor 3.8-1, metafor:::.cmicalc.
test.each([[2, 1 / Math.sqrt(Math.PI)], [3, Math.sqrt(Math.PI / 6)], [4, 0.797884560802865], [5, 0.840748682459689], [10, 0.922745608053087], [20, 0.961944533740748], [50, 0.98491194229556]])("the correction with %d is %d", (m, wanted) => {
  expect(hedgesCorrection(m)).toBeCloseTo(wanted, 13);
});
test("the correction is exact for large groups too, and undefined for 1", () => {
  // J(m) = 1 − 3/(4m) − 7/(32m²) + O(m⁻³), from Stirling's series.
  expect(hedgesCorrection(1e6)).toBeCloseTo(1 - 0.75e-6 - (7 / 32) * 1e-12, 15);
  expect(() => hedgesCorrection(1)).toThrow(RangeError);
});

// R 4.2.2, metafor 3.8-1: escalc(measure = "SMCR" / "SMCC", m1i = later, m2i = earlier, sd1i, sd2i, ni, ri), printed with
// 15 digits. metafor standardises SMCR by sd1i, so there sd1i is the SD at baseline.
describe("as metafor's escalc", () => {
  test.each([
    [12, [30, 5.1], [24, 4.2], 0.7, -1.50958749626532, 0.178285600370025],
    [5, [9, 3], [5, 2], 0.2, -0.980273178996804, 0.29609355054605],
  ] as const)("SMCC, n %d", (n, from, to, r, yi, vi) => {
    const { byChange } = effectSizes(paired(n, from, to, r));
    expect(byChange?.yi).toBeCloseTo(yi, 13);
    expect(byChange?.vi).toBeCloseTo(vi, 13);
  });
  test("SMCR: Earleywine's clinic, 52.39 (11.90) to 29.42, n 117, were the correlation .5", () => {
    const { byBaseline } = effectSizes(paired(117, [52.39, 11.9], [29.42, 16.52], 0.5));
    expect(byBaseline?.yi).toBeCloseTo(-1.917740556456985, 13);
    expect(byBaseline?.vi).toBeCloseTo(0.024263798469572, 13);
    expect(byBaseline?.sei).toBeCloseTo(0.155768412939121, 13);
    expect(byBaseline?.interval.lower).toBeCloseTo(-2.223041035746624, 12);
    expect(byBaseline?.interval.upper).toBeCloseTo(-1.612440077167345, 12);
  });
  test("SMCR, n 12", () => {
    const { byBaseline } = effectSizes(paired(12, [30, 5.1], [24, 4.2], 0.7));
    expect(byBaseline?.yi).toBeCloseTo(-1.09407036467739, 13);
    expect(byBaseline?.vi).toBeCloseTo(0.0998745817860546, 13);
  });
});

test("fewer than three, no spread, no correlation: null and never 0", () => {
  expect(effectSizes(pairedMomentsOf([[60, 40], [50, 35]]))).toMatchObject({ n: 2, byBaseline: null, byChange: null });
  expect(effectSizes(pairedMomentsOf([]))).toEqual({ n: 0, r: null, byBaseline: null, byChange: null });
  const alike = effectSizes(pairedMomentsOf([[50, 40], [50, 35], [50, 30]]));
  expect(alike.byBaseline).toBeNull();
  expect(alike.byChange?.yi).toBeLessThan(0);
  expect(effectSizes(pairedMomentsOf([[60, 50], [50, 40], [40, 30]])).byChange).toBeNull();
});

test("laws: no unit, no origin; turned round, the sign turns; order does not matter", () => {
  const score = fc.integer({ min: 0, max: 80 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 3, maxLength: 25 }), fc.integer({ min: 1, max: 5 }), score, (pairs, scale, shift) => {
      const plain = effectSizes(pairedMomentsOf(pairs));
      fc.pre(plain.byBaseline !== null && plain.byChange !== null);
      const moved = effectSizes(pairedMomentsOf(pairs.toReversed().map(([a, b]) => [a * scale + shift, b * scale + shift] as const)));
      const turned = effectSizes(pairedMomentsOf(pairs.map(([a, b]) => [b, a] as const)));
      expect(moved.byBaseline?.yi).toBeCloseTo(plain.byBaseline?.yi ?? Number.NaN, 8);
      expect(moved.byBaseline?.vi).toBeCloseTo(plain.byBaseline?.vi ?? Number.NaN, 8);
      expect(moved.byChange?.yi).toBeCloseTo(plain.byChange?.yi ?? Number.NaN, 8);
      expect(turned.byChange?.yi).toBeCloseTo(-(plain.byChange?.yi ?? Number.NaN), 8);
    }),
  );
});
