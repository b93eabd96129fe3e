import fc from "fast-check";
import { expect, test } from "vitest";
import { counted, listed, plain, signed } from "./signed";

test.each([
  [-33, 0, "−33"], [15, 0, "+15"], [0, 0, "0"], [-0, 0, "0"], [-17.349, 1, "−17.3"], [2.5, 0, "+3"], [-2.5, 0, "−3"],
  [-0.4, 0, "0"], [0.04, 1, "0.0"],
])("signed(%d, %i) is %s", (value, digits, shown) => {
  expect(signed(value, digits)).toBe(shown);
});

test("a number without its plus", () => {
  expect(plain(-6)).toBe("−6");
  expect(plain(6)).toBe("6");
  expect(plain(-0.2)).toBe("0");
  expect(plain(17.31, 1)).toBe("17.3");
});

test("a count agrees with its noun", () => {
  expect(counted(1, "point")).toBe("1 point");
  expect(counted(0, "point")).toBe("0 points");
  expect(counted(2, "point")).toBe("2 points");
  expect(counted(17.31, "point")).toBe("17.3 points");
});

test.each([
  [[], ""], [[4], "4"], [[4, 9], "4 and 9"], [[4, 5], "4 and 5"], [[4, 5, 6], "4 to 6"],
  [[4, 9, 13, 14, 15, 16], "4, 9 and 13 to 16"], [[1, 2, 20], "1, 2 and 20"],
])("%j is listed as %s", (numbers, words) => {
  expect(listed(numbers)).toBe(words);
});

test("what is not finite has no words", () => {
  expect(() => signed(Number.NaN)).toThrow(RangeError);
  expect(() => plain(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test("law: never a hyphen, and a sign exactly where the value is not 0", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (value) => {
      expect(signed(value)).toBe(value === 0 ? "0" : `${value < 0 ? "−" : "+"}${Math.abs(value)}`);
    }),
  );
});
