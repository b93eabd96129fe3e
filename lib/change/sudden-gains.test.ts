import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gains, losses, patients, reversed, TESTABLE } from "./sudden-gains.fixture";
import { T_975 } from "./sudden-criteria";
import { suddenChanges, type SuddenChange } from "./sudden-gains";

const WEEK = 7 * 86_400_000;
const series = (totals: readonly (number | null)[]) =>
  totals.map((total, i) => (total === null ? null : { id: `s${i + 1}`, at: new Date(i * WEEK), total }));
const run = (totals: readonly (number | null)[], points = 7) => suddenChanges(series(totals), { points });
const at = (n: number, totals: readonly (number | null)[], points = 7): SuddenChange => run(totals, points)[n - 1]!;

describe("the published data of the R package suddengains, all 43 patients", () => {
  const all = [...patients].flatMap(([id, totals]) => run(totals).map((change) => ({ id, ...change })));
  const found = (kind: "gain" | "loss") =>
    all.filter((one) => one.state === "met" && one.kind === kind).map((one) => [one.id, one.n, one.criteria.points.value, one.reversal?.beyond]);

  test("the same 24 gains, of the same size, with the same reversal value", () => {
    expect(found("gain")).toEqual(gains);
  });
  test("the same four of them reversed", () => {
    expect(all.filter((one) => one.kind === "gain" && one.reversal?.by != null).map((one) => `${one.id}/${one.n}`)).toEqual(reversed);
  });
  test("the same three losses, which all rise by a quarter too, and the same two reversed", () => {
    expect(found("loss")).toEqual(losses.map(([id, n, points, beyond]) => [id, n, points, beyond]));
    expect(all.filter((one) => one.kind === "loss" && one.state === "met").map((one) => one.reversal?.by != null)).toEqual([true, false, true]);
  });
  test("as many intervals that can be tested", () => {
    expect(all.filter((one) => one.state !== "not-testable")).toHaveLength(TESTABLE);
  });
});

describe("the package's worked examples of check_interval()", () => {
  test("32, 31, 33 | 5, 6, 7: all three criteria; means 32 and 6, both SD 1, t 2.776", () => {
    const { state, kind, criteria } = at(3, [32, 31, 33, 5, 6, 7]);
    expect([state, kind]).toEqual(["met", "gain"]);
    expect(criteria.points).toEqual({ value: 28, needed: 7, met: true });
    expect(criteria.share).toEqual({ value: 28, needed: 8.25, met: true });
    expect(criteria.means).toMatchObject({ value: 26, met: true, before: 3, after: 3 });
    expect(criteria.means.needed).toBeCloseTo(2.776, 3);
  });
  test("5, –, 7 | 16, 12, 14 is a loss: means 6 and 14, SD 1.414 and 2, t 3.182", () => {
    const { state, kind, criteria } = at(3, [5, null, 7, 16, 12, 14]);
    expect([state, kind, criteria.means.value]).toEqual(["met", "loss", 8]);
    expect(criteria.means.needed).toBeCloseTo(3.182446 * Math.sqrt(10 / 3), 5); // (1·2 + 2·4)/3
  });
  test("–, 31, 33 | 5, –, 7: two on each side, t 4.303", () => {
    const { criteria } = at(3, [null, 31, 33, 5, null, 7]);
    expect(criteria.means).toMatchObject({ value: 26, met: true, before: 2, after: 2 });
    expect(criteria.means.needed).toBeCloseTo(4.302653 * Math.SQRT2, 5);
  });
});

describe("by hand", () => {
  test("each criterion alone can fail", () => {
    expect(at(3, [60, 60, 60, 51, 51, 51], 10)).toMatchObject({ state: "not-met", criteria: { points: { met: false }, share: { met: false }, means: { met: true } } });
    expect(at(3, [60, 60, 60, 46, 46, 46], 10)).toMatchObject({ state: "not-met", criteria: { points: { met: true }, share: { met: false }, means: { met: true } } });
    // Means 40 and 26.67: 13.33 apart. SD² 300 and 33.33, pooled √166.67 = 12.91, times 2.776 is 35.84.
    const unsteady = at(3, [30, 30, 60, 30, 20, 30], 10);
    expect(unsteady).toMatchObject({ state: "not-met", criteria: { points: { met: true }, share: { met: true }, means: { met: false } } });
    expect(unsteady.criteria.means.value).toBeCloseTo(40 / 3, 10);
    expect(unsteady.criteria.means.needed).toBeCloseTo(35.844, 3);
  });
  test("points and a quarter are inclusive, the means are not", () => {
    expect(at(2, [40, 40, 30, 30], 10)).toMatchObject({ state: "met", criteria: { share: { value: 10, needed: 10, met: true } } });
    expect(at(2, [40, 40, 30, 30], 11).state).toBe("not-met");
    expect(at(2, [40, 40, 40, 40], 10)).toMatchObject({ kind: null, state: "not-met", criteria: { means: { value: 0, needed: 0, met: false } } });
  });
  test("a drop to 0 counts, and a rise from 0 is a rise of any share", () => {
    expect(at(2, [12, 12, 0, 0], 10)).toMatchObject({ kind: "gain", state: "met" });
    expect(at(2, [0, 0, 12, 12], 10)).toMatchObject({ kind: "loss", state: "met", criteria: { share: { needed: 0, met: true } } });
  });
  test("a loss must rise by a quarter, unlike in the package", () => {
    expect(at(2, [50, 50, 60, 60], 10)).toMatchObject({ kind: "loss", state: "not-met", criteria: { points: { met: true }, share: { value: 10, needed: 12.5, met: false }, means: { met: true } } });
  });
  test("a reversal needs more than half the fall back, in any later session, the next one included", () => {
    expect(at(2, [40, 40, 20, 30, 20], 10).reversal).toEqual({ beyond: 30, by: null });
    expect(at(2, [40, 40, 20, 20, 20, 31], 10).reversal).toMatchObject({ beyond: 30, by: { id: "s6", total: 31 } });
    expect(at(3, [40, 40, 40, 10, 26, 10], 10).reversal).toMatchObject({ beyond: 25, by: { id: "s5" } });
  });
  test("what is not tested, and why", () => {
    expect(run([40, 40, 20, 20]).map(({ n, state, why }) => [n, state, why])).toEqual([
      [1, "not-testable", "first"], [2, "met", null], [3, "not-testable", "last"],
    ]);
    expect(run([40, null, 40, 20, null, 20]).map(({ why }) => why)).toEqual(["first", "no-score", null, "no-score", "last"]);
    expect(run([null, null, 40, 20, 20, 20]).map(({ why }) => why)).toEqual(["first", "no-score", "few-before", null, "last"]);
    expect(run([40, 40, 40, 20, null, null]).map(({ why }) => why)).toEqual(["first", null, "few-after", "no-score", "last"]);
    expect(run([40, 20, 10]).map(({ why }) => why)).toEqual(["first", "last"]);
    expect([run([]), run([40])]).toEqual([[], []]);
    expect(() => run([40, 20], 0)).toThrow(RangeError);
  });
});

describe("t quantiles", () => {
  // Distribution functions of Student's t in closed form (Abramowitz & Stegun 26.7.3, 26.7.4), written out for 2, 3, 4.
  const cdf: Record<number, (t: number) => number> = {
    2: (t) => 0.5 + t / (2 * Math.sqrt(2 + t * t)),
    3: (t) => 0.5 + (t / Math.sqrt(3) / (1 + (t * t) / 3) + Math.atan(t / Math.sqrt(3))) / Math.PI,
    4: (t) => { const s = t / Math.sqrt(4 + t * t); return 0.5 + (s * (1 + (1 - s * s) / 2)) / 2; },
  };
  test.each([2, 3, 4])("%i degrees of freedom, to 14 digits", (df) => {
    expect(Math.abs(cdf[df]!(T_975[df]!) - 0.975)).toBeLessThan(1e-15);
  });
  test("as tables print them", () => {
    expect([2, 3, 4].map((df) => T_975[df]!.toFixed(3))).toEqual(["4.303", "3.182", "2.776"]);
  });
});

describe("laws", () => {
  const anyTotals = fc.array(fc.option(fc.integer({ min: 0, max: 80 }), { nil: null, freq: 6 }), { maxLength: 12 });
  test("there are T − 1 intervals; one is met only if all three criteria are, and then it has a reversal line", () => {
    fc.assert(fc.property(anyTotals, (totals) => {
      const all = run(totals, 10);
      expect(all).toHaveLength(Math.max(0, totals.length - 1));
      for (const one of all) {
        const mets = [one.criteria.points.met, one.criteria.share.met, one.criteria.means.met];
        expect(one.state === "met").toBe(one.why === null && mets.every((met) => met === true));
        expect(one.state === "not-testable").toBe(one.why !== null);
        expect(one.reversal === null).toBe(one.state !== "met");
        expect(one.state !== "not-testable" && mets.includes(null)).toBe(false);
      }
    }));
  });
  test("turned upside down, a fall's criteria 1 and 3 are a rise's", () => {
    fc.assert(fc.property(anyTotals, (totals) => {
      const flipped = run(totals.map((total) => (total === null ? null : 80 - total)), 10);
      const opposite = { gain: "loss", loss: "gain" } as const;
      run(totals, 10).forEach((one, i) => {
        const other = flipped[i]!;
        expect(other.criteria.points).toEqual(one.criteria.points);
        expect(other.kind).toBe(one.kind === null ? null : opposite[one.kind]);
        expect(other.criteria.means.met === one.criteria.means.met || one.kind === null).toBe(true);
      });
    }));
  });
  test("more points asked for never finds more", () => {
    fc.assert(fc.property(anyTotals, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (totals, points, more) => {
      const strict = run(totals, points + more);
      const loose = run(totals, points);
      expect(strict.filter(({ state }, i) => state === "met" && loose[i]!.state !== "met")).toEqual([]);
    }));
  });
});
