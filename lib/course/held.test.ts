import fc from "fast-check";
import { expect, test } from "vitest";
import { heldOf } from "./held";

test.each([
  [50, [38, 41], { share: 0.75, gain: 12, lost: 3 }],
  [50, [30, 30], { share: 1, gain: 20, lost: 0 }],
  [50, [40, 30], { share: 1, gain: 20, lost: 0 }],
  [50, [30, 50], { share: 0, gain: 20, lost: 20 }],
  [50, [40, 55], { share: -0.5, gain: 10, lost: 15 }],
  [5, [0, 0], { share: 1, gain: 5, lost: 0 }],
  [50, [50, 52], { share: null, reason: "no fall since the dose" }],
  [0, [0, 3], { share: null, reason: "no fall since the dose" }],
  [50, [30], { share: null, reason: "one score since the dose" }],
  [50, [], { share: null, reason: "no score since the dose" }],
  [null, [30, 20], { share: null, reason: "no score to count from" }],
])("%j before, %j since", (before, since, expected) => {
  expect(heldOf(before, since)).toEqual(expected);
});

test("never above all of it; the same for every total raised alike", () => {
  const totals = fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 12 });
  fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), totals, fc.integer({ min: 0, max: 40 }), (before, since, by) => {
    const told = heldOf(before, since);
    expect(told.share ?? 1).toBeLessThanOrEqual(1);
    expect(heldOf(before + by, since.map((total) => total + by))).toEqual(told);
  }));
});
