import fc from "fast-check";
import { expect, test } from "vitest";
import { proportion } from "./proportion";

// Newcombe (1998), Stat Med 17:857–872, table I, method 3; more digits from R 4.2.2, prop.test(…, correct = FALSE).
test.each([
  [81, 263, 0.255288519878274, 0.3662095769828],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.161125158052819],
  [1, 29, 0.00611321429276266, 0.171755218793203],
])("%d of %d", (met, of, lower, upper) => {
  const { share, interval } = proportion(met, of);
  const digits = met === 15 ? 4 : 13;
  expect(share).toBe(met / of);
  expect(interval?.lower).toBeCloseTo(lower, digits);
  expect(interval?.upper).toBeCloseTo(upper, digits);
});

test("none of none is no share; what cannot be counted is refused", () => {
  expect(proportion(0, 0)).toEqual({ met: 0, of: 0, share: null, interval: null });
  expect(proportion(5, 5).interval?.upper).toBe(1);
  for (const [met, of] of [[3, 2], [-1, 2], [0.5, 2], [1, Number.NaN]] as const) expect(() => proportion(met, of)).toThrow(RangeError);
});

test("laws: within 0 and 1, round the share, and the mirror of those who did not", () => {
  const counts = fc.nat(500).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
  fc.assert(
    fc.property(counts, ([met, of]) => {
      fc.pre(of > 0);
      const { share, interval } = proportion(met, of);
      const rest = proportion(of - met, of).interval;
      expect(interval?.lower).toBeGreaterThanOrEqual(0);
      expect(interval?.upper).toBeLessThanOrEqual(1);
      expect((interval?.lower ?? 2) <= (share ?? -1) && (share ?? 2) <= (interval?.upper ?? -1)).toBe(true);
      expect((interval?.lower ?? 0) + (rest?.upper ?? 0)).toBeCloseTo(1, 12);
    }),
  );
});
