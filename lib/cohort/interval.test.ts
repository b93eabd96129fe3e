import fc from "fast-check";
import { expect, test } from "vitest";
import { meanInterval, upperEnd } from "./interval";
import { momentsOf } from "./moments";

test("by hand", () => {
  expect(upperEnd(0.95)).toBeCloseTo(0.975, 15);
  const { lower, upper } = meanInterval({ n: 4, mean: 10, sd: 2 }) ?? { lower: 0, upper: 0 };
  expect([lower, upper].map((end) => end.toFixed(3))).toEqual(["6.818", "13.182"]);
  expect(meanInterval({ n: 1, mean: 3, sd: null })).toBeNull();
  expect(meanInterval({ n: 0, mean: null, sd: null })).toBeNull();
  expect(meanInterval({ n: 5, mean: 3, sd: 0 })).toEqual({ lower: 3, upper: 3 });
});

// R, datasets::sleep (Student 1908, Biometrika 6:1–25), t.test(extra[group == 2] - extra[group == 1]) prints 0.7001142 to
// 2.4598858.
test("Student's own example", () => {
  const interval = meanInterval(momentsOf([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]));
  expect(interval?.lower).toBeCloseTo(0.7001142, 7);
  expect(interval?.upper).toBeCloseTo(2.4598858, 7);
});

test("it moves with the scores, and is wider for more confidence", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(scores, fc.integer({ min: -40, max: 40 }), (values, shift) => {
      const plain = meanInterval(momentsOf(values));
      const moved = meanInterval(momentsOf(values.map((value) => value + shift)));
      const wide = meanInterval(momentsOf(values), 0.99);
      expect((moved?.lower ?? 0) - (plain?.lower ?? 0)).toBeCloseTo(shift, 9);
      expect((moved?.upper ?? 0) - (plain?.upper ?? 0)).toBeCloseTo(shift, 9);
      expect(wide?.lower).toBeLessThanOrEqual(plain?.lower ?? Number.NaN);
    }),
  );
});
