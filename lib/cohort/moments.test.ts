import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentsOf, momentsOfSums, pairedMomentsOf, pairedMomentsOfSums } from "./moments";

const score = fc.integer({ min: 0, max: 80 });
const pairs = fc.array(fc.tuple(score, score), { minLength: 3, maxLength: 40 });

describe("by hand", () => {
  test("eight values", () => {
    const { n, mean, sd } = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([n, mean]).toEqual([8, 5]);
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });
  test("three pairs", () => {
    const paired = pairedMomentsOf([[60, 40], [50, 35], [40, 30]]);
    expect(paired.change).toEqual({ n: 3, mean: -15, sd: 5 });
    expect([paired.n, paired.r]).toEqual([3, 1]);
  });
  test("none, one, all alike", () => {
    expect(momentsOf([])).toEqual({ n: 0, mean: null, sd: null });
    expect(momentsOf([0])).toEqual({ n: 1, mean: 0, sd: null });
    expect(momentsOf([7, 7, 7])).toEqual({ n: 3, mean: 7, sd: 0 });
    expect(pairedMomentsOf([[10, 5], [10, 7]]).r).toBeNull();
    expect(() => momentsOf([1, Number.NaN])).toThrow(RangeError);
  });
});

// NIST/ITL StRD, univariate, NumAcc3: 1000000.2, then 1000000.1 and 1000000.3 in turn 500 times; certified mean
// 1000000.2 and standard deviation 0.1 exactly. A sum of squares loses seven digits on it.
test("large and alike: NIST's NumAcc3", () => {
  const values = [1000000.2, ...Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? 1000000.1 : 1000000.3))];
  const { mean, sd } = momentsOf(values);
  expect(mean).toBeCloseTo(1000000.2, 8);
  expect(sd).toBeCloseTo(0.1, 8);
});

describe("laws", () => {
  test("order does not matter; a shift moves the mean alone; a scale stretches both", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2 }), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (values, shift, scale) => {
        const plain = momentsOf(values);
        const turned = momentsOf(values.toReversed());
        const moved = momentsOf(values.map((value) => value * scale + shift));
        expect(turned.mean).toBeCloseTo(plain.mean ?? Number.NaN, 10);
        expect(turned.sd).toBeCloseTo(plain.sd ?? Number.NaN, 10);
        expect(moved.mean).toBeCloseTo((plain.mean ?? Number.NaN) * scale + shift, 9);
        expect(moved.sd).toBeCloseTo((plain.sd ?? Number.NaN) * scale, 9);
      }),
    );
  });

  test("values counted several times, and sums of whole numbers, are the list written out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score, fc.integer({ min: 1, max: 5 })), { minLength: 1 }), (list) => {
        const out = list.flatMap(([from, to, times]) => Array.from({ length: times }, () => [from, to] as const));
        const [plain, counted] = [pairedMomentsOf(out), pairedMomentsOf(list.map(([from, to]) => [from, to] as const), list.map(([, , times]) => times))];
        const values = out.map(([from]) => from);
        const summed = momentsOfSums({ n: values.length, sum: values.reduce((a, b) => a + b, 0), squares: values.reduce((a, b) => a + b * b, 0) });
        for (const [one, other] of [[plain.from, counted.from], [plain.to, counted.to], [plain.change, counted.change], [plain.from, summed]] as const) {
          expect(other.n).toBe(one.n);
          expect(other.mean).toBeCloseTo(one.mean ?? Number.NaN, 10);
          expect(other.sd === null).toBe(one.sd === null);
          expect(other.sd ?? 0).toBeCloseTo(one.sd ?? 0, 10);
        }
        expect(counted.r === null).toBe(plain.r === null);
        expect(counted.r ?? 0).toBeCloseTo(plain.r ?? 0, 8);
      }),
    );
    expect(momentsOfSums({ n: 3, sum: 21, squares: 147 })).toEqual({ n: 3, mean: 7, sd: 0 });
    expect(momentsOfSums({ n: 0, sum: 0, squares: 0 })).toEqual({ n: 0, mean: null, sd: null });
  });

  test("of whole numbers the sums say the same as the pairs", () => {
    const total = fc.nat(80);
    fc.assert(
      fc.property(fc.array(fc.tuple(total, total), { maxLength: 30 }), (list) => {
        const side = (at: 0 | 1) => ({ sum: list.reduce((sum, pair) => sum + pair[at], 0), squares: list.reduce((sum, pair) => sum + pair[at] ** 2, 0) });
        const summed = pairedMomentsOfSums({ n: list.length, from: side(0), to: side(1), products: list.reduce((sum, [from, to]) => sum + from * to, 0) });
        const plain = pairedMomentsOf(list);
        for (const of of ["from", "to", "change"] as const) {
          expect(summed[of].n).toBe(plain[of].n);
          expect(summed[of].mean ?? -1).toBeCloseTo(plain[of].mean ?? -1, 10);
          expect(summed[of].sd ?? -1).toBeCloseTo(plain[of].sd ?? -1, 10);
        }
        expect(summed.r ?? -9).toBeCloseTo(plain.r ?? -9, 8);
      }),
    );
    // By hand: 60 × 40 + 50 × 35 + 40 × 30.
    expect(pairedMomentsOfSums({ n: 3, from: { sum: 150, squares: 7700 }, to: { sum: 105, squares: 3725 }, products: 5350 })).toMatchObject({ change: { n: 3, mean: -15, sd: 5 }, r: 1 });
  });

  test("the variance of change is that of both sides less what they share", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { from, to, change, r } = pairedMomentsOf(list);
        const [a, b] = [from.sd ?? Number.NaN, to.sd ?? Number.NaN];
        expect((change.mean ?? 0) - ((to.mean ?? 0) - (from.mean ?? 0))).toBeCloseTo(0, 10);
        expect((change.sd ?? Number.NaN) ** 2).toBeCloseTo(a * a + b * b - 2 * (r ?? 0) * a * b, 6);
      }),
    );
  });
});
