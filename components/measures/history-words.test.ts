import { expect, test } from "vitest";
import { historyItem, historyRating, historyTotal } from "./history-words";

const options = [
  { value: 0, label: "Not at all" },
  { value: 6, label: "Very much" },
  { value: 7, label: "Not applicable", uncounted: true as const },
];
const gated = { items: [{ number: 0, label: "Gate" }, { number: 1, label: "Family" }], options };

test("items are found by where they stand, not by their number", () => {
  expect(historyItem(gated, 0)).toBe("Gate");
  expect(historyItem(gated, 1)).toBe("1. Family");
});

test("zero is a rating, no answer is none, and not applicable says so", () => {
  expect([0, 6, 7, null].map((rating) => historyRating(gated, 1, rating))).toEqual(["0", "6", "not applicable", "no answer"]);
});

test("an entered result is said by its name, an entered total by its number", () => {
  expect(historyTotal({ items: [], options: [{ value: 0, label: "Low" }] }, 0)).toBe("Low");
  expect(historyTotal({ items: [], options: [] }, 41)).toBe("41");
  expect(historyTotal(gated, 6)).toBe("6");
});
