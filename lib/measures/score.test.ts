import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { pcl5 } from "./pcl-5/definition";
import { atCuts, provisionalPtsd } from "./pcl-5/provisional";
import { readResponses, type CompleteResponses, type IncompleteResponses } from "./responses";
import { clusterSubtotals, score } from "./score";

/** A complete PCL-5 with these items rated and the rest 0. */
function complete(rated: Record<number, number>): CompleteResponses {
  const read = readResponses(pcl5, Array.from({ length: 20 }, (_, i) => rated[i + 1] ?? 0));
  if (read.state !== "complete") throw new Error(read.state);
  return read;
}

const everyItem = (rating: number) => Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i + 1, rating]));
const twos = (...items: number[]) => complete(Object.fromEntries(items.map((item) => [item, 2])));
const ratings = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 });

describe("scoring the PCL-5", () => {
  test("the worked example: 4 on item 1 and 2 on item 6", () => {
    const result = score(pcl5, complete({ 1: 4, 6: 2 }));
    expect(result.total).toBe(6);
    expect(result.clusters.map(({ id, total }) => [id, total])).toEqual([["B", 4], ["C", 2], ["D", 0], ["E", 0]]);
    expect(result.endorsed).toEqual([1, 6]);
  });

  test("all zeros score 0, all fours 80", () => {
    expect(score(pcl5, complete({}))).toMatchObject({ total: 0, endorsed: [] });
    const most = score(pcl5, complete(everyItem(4)));
    expect(most.total).toBe(80);
    expect(most.clusters.map(({ total, max, endorsed }) => [total, max, endorsed])).toEqual([
      [20, 20, 5], [8, 8, 2], [28, 28, 7], [24, 24, 6],
    ]);
  });

  test("an item is endorsed from 2, not from 1", () => {
    expect(score(pcl5, complete({ 3: 1, 4: 2, 5: 3 })).endorsed).toEqual([4, 5]);
  });

  test("only complete responses are accepted, by type", () => {
    expectTypeOf<IncompleteResponses>().not.toExtend<Parameters<typeof score>[1]>();
    expectTypeOf<{ state: "complete"; measure: "pcl-5"; ratings: number[] }>()
      .not.toExtend<Parameters<typeof score>[1]>();
  });

  test("responses to another measure are refused", () => {
    expect(() => score({ ...pcl5, id: "other" }, complete({}))).toThrow(RangeError);
  });

  test("law: the total is the sum of the clusters and of the ratings, and stays in range", () => {
    fc.assert(
      fc.property(ratings, (raw) => {
        const result = score(pcl5, complete(Object.fromEntries(raw.map((rating, i) => [i + 1, rating]))));
        expect(result.clusters.reduce((sum, cluster) => sum + cluster.total, 0)).toBe(result.total);
        expect(result.clusters.reduce((sum, cluster) => sum + cluster.endorsed, 0)).toBe(result.endorsed.length);
        expect(result.total).toBe(raw.reduce((sum, rating) => sum + rating, 0));
        expect(result.total).toBeGreaterThanOrEqual(2 * result.endorsed.length);
      }),
    );
  });

  test("law: raising one rating by a point raises the total by a point", () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 0, max: 19 }), (raw, index) => {
        fc.pre(raw[index]! < 4);
        const rated = (list: number[]) => complete(Object.fromEntries(list.map((rating, i) => [i + 1, rating])));
        const before = score(pcl5, rated(raw)).total;
        expect(score(pcl5, rated(raw.with(index, raw[index]! + 1))).total).toBe(before + 1);
      }),
    );
  });
});

describe("an incomplete form", () => {
  test("gives a subtotal only for clusters answered in full", () => {
    const read = readResponses(pcl5, Array.from({ length: 19 }, () => 1));
    if (read.state !== "incomplete") throw new Error(read.state);
    expect(clusterSubtotals(pcl5, read).map(({ id, total }) => [id, total])).toEqual([
      ["B", 5], ["C", 2], ["D", 7], ["E", null],
    ]);
  });

  test("a cluster answered with zeros has subtotal 0, not none", () => {
    const read = readResponses(pcl5, [0, 0, 0, 0, 0]);
    if (read.state !== "incomplete") throw new Error(read.state);
    expect(clusterSubtotals(pcl5, read).map(({ total }) => total)).toEqual([0, null, null, null]);
  });
});

describe("the provisional rule", () => {
  const reading = (...items: number[]) => provisionalPtsd(score(pcl5, twos(...items)));

  test("one B, one C, two D and two E at 2 are enough, with a total of 12", () => {
    expect(reading(1, 6, 8, 9, 15, 16)).toEqual({
      met: true,
      criteria: {
        B: { endorsed: 1, needed: 1, met: true },
        C: { endorsed: 1, needed: 1, met: true },
        D: { endorsed: 2, needed: 2, met: true },
        E: { endorsed: 2, needed: 2, met: true },
      },
    });
  });

  test.each([
    ["B", [6, 8, 9, 15, 16]],
    ["C", [1, 8, 9, 15, 16]],
    ["D", [1, 6, 8, 15, 16]],
    ["E", [1, 6, 8, 9, 15]],
  ])("one symptom short in %s alone is not met", (cluster, items) => {
    const { met, criteria } = reading(...items);
    expect(met).toBe(false);
    expect(Object.entries(criteria).filter(([, criterion]) => !criterion.met).map(([id]) => id)).toEqual([cluster]);
  });

  test("ratings of 1 never count", () => {
    expect(provisionalPtsd(score(pcl5, complete(everyItem(1)))).met).toBe(false);
  });

  test("a total of 31 in D and E alone reaches the cut and not the rule", () => {
    const result = score(pcl5, complete({ 8: 4, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4, 15: 3 }));
    expect(result.total).toBe(31);
    expect(atCuts(result)).toEqual({ at31: true, at33: false });
    expect(provisionalPtsd(result).met).toBe(false);
  });

  test.each([
    [30, false, false],
    [31, true, false],
    [32, true, false],
    [33, true, true],
  ])("total %i at the cuts", (total, at31, at33) => {
    expect(atCuts({ measure: "pcl-5", total, clusters: [], endorsed: [], missing: 0 })).toEqual({ at31, at33 });
  });

  test("a score of another measure is refused", () => {
    const other = { ...score(pcl5, complete({})), measure: "other" };
    expect(() => provisionalPtsd(other)).toThrow(RangeError);
    expect(() => atCuts(other)).toThrow(RangeError);
  });

  test("law: a symptom more never unmeets the rule", () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 0, max: 19 }), (raw, index) => {
        const rated = (list: number[]) => complete(Object.fromEntries(list.map((rating, i) => [i + 1, rating])));
        const before = provisionalPtsd(score(pcl5, rated(raw))).met;
        const after = provisionalPtsd(score(pcl5, rated(raw.with(index, 4)))).met;
        expect(after || !before).toBe(true);
      }),
    );
  });
});
