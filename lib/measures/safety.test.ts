import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMeasure, measures } from "./measures";
import { safetyFinding } from "./safety";

const phq9 = findMeasure("phq-9")!;
const cSsrs = findMeasure("c-ssrs")!;
const nothing: (number | null)[] = phq9.items.map(() => null);

describe("item 9 of the PHQ-9", () => {
  test.each([
    [0, null],
    [1, { value: 1, label: "Several days" }],
    [2, { value: 2, label: "More than half the days" }],
    [3, { value: 3, label: "Nearly every day" }],
    [null, null],
    [4, null], // not an answer of this item
  ])("answered %j on an otherwise empty form", (rating, finding) => {
    expect(safetyFinding(phq9, { ratings: nothing.with(8, rating), total: null })).toEqual(finding && { ...finding, safety: phq9.safety });
  });

  test("is read on a list that ends before it, and does not look at other items or at a total", () => {
    expect(safetyFinding(phq9, { ratings: [3, 3], total: null })).toBeNull();
    expect(safetyFinding(phq9, { ratings: [3, 3, 3, 3, 3, 3, 3, 3, 0, 3], total: 24 })).toBeNull();
  });
});

describe("the result of the C-SSRS", () => {
  test.each([
    [null, null],
    [0, null],
    [1, { value: 1, label: "Low" }],
    [2, { value: 2, label: "Moderate" }],
    [3, { value: 3, label: "High" }],
    [4, null], // not a result there is
  ])("entered as %j", (total, finding) => {
    expect(safetyFinding(cSsrs, { ratings: [], total })).toEqual(finding && { ...finding, safety: cSsrs.safety });
  });
});

test("only the PHQ-9 and the C-SSRS have such an answer", () => {
  expect(measures.filter(({ safety }) => safety !== null).map(({ id }) => id)).toEqual(["phq-9", "c-ssrs"]);
});

test("law: on a PHQ-9, whatever else is answered, the finding follows item 9 alone", () => {
  const rating = fc.option(fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(rating, { minLength: 10, maxLength: 10 }), (ratings) => {
      const ninth = ratings[8] ?? null;
      expect(safetyFinding(phq9, { ratings, total: null })?.value ?? null).toBe(ninth === 0 ? null : ninth);
    }),
  );
});
