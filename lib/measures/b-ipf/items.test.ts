import { expect, test } from "vitest";
import { findMeasure } from "../measures";

const bIpf = findMeasure("b-ipf")!;

// Typed from VA's record, not imported: this copy is what the definition is held against.
const printed = [
  "I had trouble in my romantic relationship with my spouse or partner.",
  "I had trouble in my relationship with my children.",
  "I had trouble with my family relationships.",
  "I had trouble with my friendships and socializing.",
  "I had trouble at work.",
  "I had trouble with my training and education.",
  "I had trouble with day to day activities, such as doing household chores, running errands and managing my medical care.",
];

test("seven items, every character", () => {
  expect(bIpf.items.map(({ number, text }) => [number, text])).toEqual(printed.map((text, index) => [index + 1, text]));
});

test("0 to 6 with words at three of them, and one that does not count", () => {
  expect(bIpf.options.map(({ value, label }) => [value, label])).toEqual([
    [0, "Not at all"], [1, "1"], [2, "2"], [3, "Somewhat"], [4, "4"], [5, "5"], [6, "Very much"],
    [7, "Not applicable in the past 30 days"],
  ]);
  expect(bIpf.options.filter(({ uncounted }) => uncounted).map(({ value }) => value)).toEqual([7]);
});

test("the past 30 days, as VA prints it but for the key", () => {
  const form = bIpf.administration("month");
  expect(form.instruction).toBe(
    "Select a rating on the scale of 0 (Not at All) to 6 (Very Much) for each item. Select N/A if the item is not applicable.",
  );
  expect(form.stem).toBe("Overall, in the PAST 30 DAYS:");
  expect(form.codes).toEqual({ panel: null, total: null });
});
