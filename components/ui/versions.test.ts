import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosen, differences } from "./versions";

const labels = { name: "Name", "ratings.0": "1. Memories", "ratings.1": "2. Dreams", note: "Note" };
const mine = { name: "Rivera", ratings: [0, 3], note: "", version: 2, key: "k" };
const newer = { fields: { name: "Rivers", ratings: [0, 0], note: null }, known: { version: 3 } };

describe("two versions of one thing", () => {
  it("differ field by field; zero is an answer, and nothing is nothing however it is written", () => {
    expect(differences(mine, newer, labels)).toEqual([
      { path: "name", label: "Name", mine: "Rivera", theirs: "Rivers" },
      { path: "ratings.1", label: "2. Dreams", mine: 3, theirs: 0 },
    ]);
  });

  it("become the one that is chosen, over the version that is there", () => {
    expect(chosen(mine, newer, new Set())).toEqual({ ...mine, version: 3 });
    expect(chosen(mine, newer, new Set(["ratings.1"]))).toEqual({ ...mine, ratings: [0, 0], version: 3 });
    expect(mine.ratings).toEqual([0, 3]);
  });

  it("do not differ by the order of their keys", () => {
    expect(differences({ plan: { a: 1, b: 2 } }, { fields: { plan: { b: 2, a: 1 } }, known: {} }, { plan: "Plan" })).toEqual([]);
  });

  const values = fc.record({ name: fc.string(), ratings: fc.tuple(fc.nat(4), fc.nat(4)), note: fc.string() });
  it("differ in nothing that was taken, and in all that was not", () => {
    fc.assert(
      fc.property(values, values, fc.subarray(Object.keys(labels)), (one, other, taken) => {
        const theirs = { fields: other, known: {} };
        const before = differences(one, theirs, labels).map(({ path }) => path);
        const after = differences(chosen(one, theirs, new Set(taken)), theirs, labels).map(({ path }) => path);
        expect(after).toEqual(before.filter((path) => !taken.includes(path)));
      }),
    );
  });
});
