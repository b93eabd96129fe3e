import fc from "fast-check";
import { expect, test } from "vitest";
import { median, percentile } from "./statistics.mjs";

// The worked example of the nearest-rank method, https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
test("the nearest-rank percentiles of a textbook list", () => {
  const list = [15, 20, 35, 40, 50];
  expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(list, share))).toEqual([15, 20, 20, 35, 50]);
  expect(percentile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5)).toBe(9);
});

test("numbers are ordered as numbers", () => {
  expect(percentile([100, 9, 20], 0.34)).toBe(20);
  expect(median([100, 9, 20])).toBe(20);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("a percentile is the smallest value that enough values do not exceed", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const found = percentile(values, percent / 100);
      const within = values.filter((value) => value <= found).length * 100;
      const below = values.filter((value) => value < found).length * 100;
      expect(within).toBeGreaterThanOrEqual(percent * values.length);
      expect(below).toBeLessThan(percent * values.length);
    }),
  );
});

test("without values there is no figure", () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
  expect(() => percentile([1], 0)).toThrow(RangeError);
  expect(() => median([])).toThrow(RangeError);
});
