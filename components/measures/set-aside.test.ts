import fc from "fast-check";
import { expect, test } from "vitest";
import type { Questions } from "@/lib/measures/measure";
import { readResponses } from "@/lib/measures/responses";
import { afterAnswer, type Standing } from "./set-aside";

// The shape of the AUDIT-C: "Never" to item 1 rules out items 2 and 3.
const options = [0, 1, 2, 3, 4].map((value) => ({ value, label: String(value) }));
const three: Questions = {
  id: "m",
  short: "M",
  items: [1, 2, 3].map((number) => ({ number, text: `${number}?`, label: `${number}`, cluster: null })),
  options,
  skips: [{ item: 1, answer: 0, skips: [2, 3], source: "as printed" }],
  missingRule: null,
};
const given = (...ratings: (number | null)[]): Standing => ({ ratings, aside: new Map() });

test("Never sets the other answers aside, a zero among them; another answer brings them back", () => {
  const never = afterAnswer(three, given(2, 3, 0), 0, 0);
  expect(never.ratings).toEqual([0, null, null]);
  expect([...never.aside]).toEqual([[1, 3], [2, 0]]);
  expect(afterAnswer(three, never, 0, 4)).toEqual(given(4, 3, 0));
  expect(afterAnswer(three, never, 0, null)).toEqual(given(null, 3, 0));
});

const place = fc.integer({ min: 0, max: 2 });
const rating = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const acts = fc.array(fc.tuple(place, rating), { maxLength: 30 });

test("law: whatever is answered in whatever order, the form never contradicts itself", () => {
  fc.assert(
    fc.property(acts, (answers) => {
      let form = given(null, null, null);
      for (const [at, value] of answers) {
        form = afterAnswer(three, form, at, value);
        expect(readResponses(three, form.ratings).state).not.toBe("invalid");
      }
    }),
  );
});

test("law: Never by mistake, and back, leaves every answer as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), rating, rating, (first, second, third) => {
      const before = given(first, second, third);
      expect(afterAnswer(three, afterAnswer(three, before, 0, 0), 0, first)).toEqual(before);
    }),
  );
});
