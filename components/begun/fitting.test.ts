import fc from "fast-check";
import { expect, it } from "vitest";
import { fitting } from "./fitting";

const shape = { term: "", minutes: 0, serious: false, doses: ["a"], note: null as string | null, plan: { weeks: 4, route: "" } };

it.each([
  ["what is of the same shape, as it is", { ...shape, term: "Nausea", minutes: 0, note: "calm", doses: [] }, { ...shape, term: "Nausea", minutes: 0, note: "calm", doses: [] }],
  ["a field that is new, as it begins", { term: "Nausea" }, { ...shape, term: "Nausea" }],
  ["one within another too", { plan: { weeks: 8 } }, { ...shape, plan: { weeks: 8, route: "" } }],
  ["one of another kind, as it begins", { term: ["Nausea"], minutes: "40", doses: "b", plan: "pe" }, { ...shape, minutes: "40" }],
  ["what is no longer asked, beside the rest", { term: "Nausea", grade: 3 }, { ...shape, term: "Nausea", grade: 3 }],
  ["what was emptied, empty", { minutes: null, note: null }, { ...shape, minutes: null }],
  ["nothing of what is no form", "Nausea", shape],
  ["a list in the place of a form", [1, 2], shape],
  ["nothing of nothing", null, shape],
])("%s", (_, left, expected) => {
  expect(fitting(shape, left)).toEqual(expected);
});

it("a text alone is a form too", () => {
  expect(fitting("", "Called at once")).toBe("Called at once");
  expect(fitting("", { reason: "Called at once" })).toBe("");
});

it("changes nothing that fits, and does nothing a second time", () => {
  const values = fc.record({ term: fc.string(), minutes: fc.integer(), serious: fc.boolean(), doses: fc.array(fc.string()), note: fc.option(fc.string()), plan: fc.record({ weeks: fc.integer(), route: fc.string() }) });
  fc.assert(fc.property(values, (left) => void expect(fitting(shape, left)).toEqual(left)));
  fc.assert(fc.property(fc.jsonValue(), (left) => void expect(fitting(shape, fitting(shape, left))).toEqual(fitting(shape, left))));
});
