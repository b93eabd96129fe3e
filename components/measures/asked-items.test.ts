import { expect, test } from "vitest";
import type { Item, Questions } from "@/lib/measures/measure";
import { firstOpen, itemPlace, nextAsked, standing, whyNotAsked } from "./asked-items";

const item = (number: number, more: Partial<Item> = {}): Item => ({ number, text: `${number}?`, label: `${number}`, cluster: null, ...more });
const questions = { id: "m", short: "M", options: [{ value: 0, label: "No" }, { value: 1, label: "Yes" }], skips: [], missingRule: null };

// A gate that ends the form, two items, and a last question that may stay blank.
const gated: Questions = {
  ...questions,
  items: [item(0, { unscored: true }), item(1), item(2), item(3, { unscored: true, optional: true })],
  skips: [{ item: 0, answer: 0, skips: [1, 2], source: "as printed" }],
};

test("after No at the gate only the gate counts; zero is its answer", () => {
  expect(standing(gated, [0, null, null, null])).toEqual({ answered: 1, of: 1 });
  expect(standing(gated, [1, null, 0, null])).toEqual({ answered: 2, of: 3 });
});

test("a question that may stay blank is not counted, answered or not", () => {
  expect(standing(gated, [1, 1, 1, null])).toEqual({ answered: 3, of: 3 });
  expect(standing(gated, [1, 1, 1, 0])).toEqual({ answered: 3, of: 3 });
});

test("the cursor passes over what is not asked and stays at the ends", () => {
  expect(nextAsked(gated, [0, null, null, null], 0, 1)).toBe(3);
  expect(nextAsked(gated, [0, null, null, null], 3, -1)).toBe(0);
  expect(nextAsked(gated, [1, null, null, null], 0, 1)).toBe(1);
  expect(nextAsked(gated, [1, null, null, null], 3, 1)).toBe(3);
  expect(nextAsked(gated, [1, null, null, null], 0, -1)).toBe(0);
});

test("the first open item is one that is asked", () => {
  expect(firstOpen(gated, [0, null, null, null])).toBe(3);
  expect(firstOpen(gated, [0, null, null, 1])).toBe(-1);
  expect(firstOpen(gated, [1, 0, null, null])).toBe(2);
});

test("an item that is not asked says after which answer", () => {
  expect(whyNotAsked(gated, item(1), [0, null, null, null])).toBe("Not asked after “No” to the first question.");
  expect(whyNotAsked(gated, item(1), [null, null, null, null])).toBeNull();
});

test("only the numbered items are counted when read out", () => {
  expect(gated.items.map((each) => itemPlace(gated, each))).toEqual([
    "First question.",
    "Item 1 of 2.",
    "Item 2 of 2.",
    "Last question, may stay blank.",
  ]);
});
