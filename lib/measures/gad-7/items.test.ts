import { expect, test } from "vitest";
import { findMeasure } from "../measures";

const gad7 = findMeasure("gad-7")!;

// Typed from the published form, not imported: this copy is what the definition is held against.
const printed = [
  "Feeling nervous, anxious or on edge",
  "Not being able to stop or control worrying",
  "Worrying too much about different things",
  "Trouble relaxing",
  "Being so restless that it is hard to sit still",
  "Becoming easily annoyed or irritable",
  "Feeling afraid as if something awful might happen",
];

test("seven items, every character", () => {
  expect(gad7.items.map(({ number, text }) => [number, text])).toEqual(printed.map((text, index) => [index + 1, text]));
});

// Not "Not at all sure", not "Over half the days": misprints in many copies.
test("four options, as first printed", () => {
  expect(gad7.options).toEqual([
    { value: 0, label: "Not at all" },
    { value: 1, label: "Several days" },
    { value: 2, label: "More than half the days" },
    { value: 3, label: "Nearly every day" },
  ]);
  expect(gad7.items.every(({ options }) => options === undefined)).toBe(true);
});

test("the last two weeks, with the stem as printed and LOINC for panel and total", () => {
  expect(gad7.recalls).toEqual(["fortnight"]);
  const form = gad7.administration("fortnight");
  expect(form.stem).toBe("Over the last 2 weeks, how often have you been bothered by the following problems?");
  expect([form.codes.panel?.code, form.codes.total?.code]).toEqual(["69737-5", "70274-6"]);
});

test("0 to 21, and no rule for missing items", () => {
  expect(gad7.range).toEqual({ min: 0, max: 21 });
  expect(gad7.missingRule).toBeNull();
});
