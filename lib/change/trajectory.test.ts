import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseSession } from "../course/course";
import { pcl5 } from "../measures/pcl-5/definition";
import type { Recall } from "../measures/recall";
import { findRule } from "./rules";
import type { Rule } from "./rule";
import { trajectory, type AssessmentInput, type Trajectory } from "./trajectory";

const zone = "America/New_York";
const marx = findRule("marx-2022-15")!;
const t0 = new Date("2026-11-10T10:00:00-05:00");
const DAY = 86_400_000;

/** Twenty ratings that add up to `total`, as even as they can be. */
const spread = (total: number) => Array.from({ length: 20 }, (_, i) => Math.floor(total / 20) + (i < total % 20 ? 1 : 0));

function form(id: string, day: number, answers: number | (number | null)[], more: Partial<AssessmentInput> = {}): AssessmentInput {
  const at = new Date(+t0 + day * DAY);
  const ratings = typeof answers === "number" ? spread(answers) : answers;
  return { id, measure: "pcl-5", recall: "week", at, enteredAt: at, ratings, corrected: false, ...more };
}
const dose = (day: number, status: CourseSession["status"] = "done"): CourseSession => ({
  id: `dose${day}`, kind: "dose", at: new Date(+t0 + day * DAY), status,
});
const way = (assessments: AssessmentInput[], sessions: CourseSession[] = [dose(0)], rule: Rule = marx): Trajectory =>
  trajectory({ measure: pcl5, course: { timeZone: zone }, sessions, assessments, rule });

describe("the worked example: 62 before, 50 after 23 hours, 29 on day 22", () => {
  const { series, latest, t0: zero, startedBy, incomplete } = way(
    [form("c", 22, 29), form("a", -0.05, 62), form("b", 23 / 24, 50)], [dose(7), dose(0)],
  );
  test("one series, in order, counted from the baseline", () => {
    expect(zero).toEqual(t0);
    expect(startedBy).toBe("dose");
    expect(series.map(({ recall, reference }) => [recall, reference.kind, reference.point.total])).toEqual([["week", "baseline", 62]]);
    expect(series[0]!.points.map(({ assessmentId, day, total, window, change }) => [assessmentId, day, total, window, change])).toEqual([
      ["a", 0, 62, "baseline", null],
      ["b", 1, 50, "24h", -12],
      ["c", 22, 29, "week-3", -33],
    ]);
    expect(series[0]!.points[1]!.hours).toBeCloseTo(23, 9);
    expect(incomplete).toEqual([]);
  });
  test("verdicts by the named rule", () => {
    expect(series[0]!.points.map(({ judgement }) => judgement?.verdict ?? null)).toEqual([
      null, "improved-below-reliability", "reliably-improved",
    ]);
    expect(latest).toMatchObject({ recall: "week", point: { assessmentId: "c", total: 29, change: -33 } });
  });
  test("the overlap with the time before the last dose", () => {
    expect(series[0]!.points.map(({ overlap }) => overlap)).toEqual([null, { daysBefore: 6, days: 7 }, null]);
  });
});

test("clusters, endorsed items and the provisional rule come with each point", () => {
  const point = way([form("a", -1, [4, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 1, 0, 0, 0])]).series[0]!.points[0]!;
  expect(point.total).toBe(15);
  expect(point.clusters.map(({ total }) => total)).toEqual([4, 2, 4, 5]);
  expect(point.endorsed).toEqual([1, 6, 8, 9, 15, 16]);
  expect(point.provisional?.met).toBe(true);
});

describe("recall windows stay apart", () => {
  const { series, latest } = way([
    form("month", -6, 70, { recall: "month" }), form("w1", 4, 60), form("w2", 21, 40), form("month2", 28, 20, { recall: "month" }),
  ]);
  test("a month baseline is no baseline for the week forms: they count from their first", () => {
    expect(series.map(({ recall, reference }) => [recall, reference.kind, reference.point.assessmentId])).toEqual([
      ["month", "baseline", "month"], ["week", "first", "w1"],
    ]);
    expect(series[1]!.points.map(({ change }) => change)).toEqual([null, -20]);
    expect(series[0]!.points.map(({ change }) => change)).toEqual([null, -50]);
  });
  test("the newest score of all is the latest, with its own series", () => {
    expect(latest).toMatchObject({ recall: "month", point: { assessmentId: "month2", change: -50 } });
  });
});

describe("what has no change", () => {
  test("scores before the reference, and the reference itself", () => {
    const { series } = way([form("intake", -6, 50), form("base", -1, 62), form("later", 7, 55)]);
    expect(series[0]!.points.map(({ change, judgement }) => [change, judgement?.verdict ?? null])).toEqual([
      [null, null], [null, null], [-7, "no-reliable-change"],
    ]);
  });
  test("before t0 changes are counted from the first score, without days", () => {
    const { series, t0: zero, startedBy } = way([form("a", -9, 50), form("b", -1, 40)], [dose(0, "planned")]);
    expect([zero, startedBy]).toEqual([null, null]);
    expect(series[0]!.reference.kind).toBe("first");
    expect(series[0]!.points.map(({ day, hours, change, window }) => [day, hours, change, window])).toEqual([
      [null, null, null, null], [null, null, -10, null],
    ]);
  });
  test("a rule that does not cover the past-day form gives no verdict, and no provisional reading is made", () => {
    const { series } = way([form("a", -1, 50, { recall: "day" }), form("b", 1, 20, { recall: "day" })]);
    expect(series[0]!.points.map(({ change, judgement, provisional }) => [change, judgement, provisional])).toEqual([
      [null, null, null], [-30, null, null],
    ]);
  });
});

describe("incomplete forms", () => {
  test("are listed with what they miss, and enter no series", () => {
    const ratings = spread(40).map((rating, i) => (i === 3 || i === 8 ? null : rating));
    const { series, incomplete, latest } = way([form("a", -1, 62), form("b", 15, ratings)]);
    expect(series[0]!.points).toHaveLength(1);
    expect(incomplete).toMatchObject([{ assessmentId: "b", day: 15, missing: [4, 9] }]);
    expect(incomplete[0]!.subtotals.map(({ total }) => total)).toEqual([null, 4, null, 12]);
    expect(latest?.point.assessmentId).toBe("a");
  });
  test("alone they leave no latest score", () => {
    expect(way([form("a", 0, [0, ...Array<null>(19).fill(null)])])).toMatchObject({ series: [], latest: null });
  });
});

test("twenty zeros are a score of 0, drawn and judged", () => {
  const { series } = way([form("a", -1, 20), form("b", 7, 0)]);
  expect(series[0]!.points.map(({ total, change }) => [total, change])).toEqual([[20, null], [0, -20]]);
  expect(series[0]!.points[1]!.judgement?.verdict).toBe("reliably-improved");
});

test("other measures are left out; a rule for another measure and invalid ratings are faults", () => {
  expect(way([form("a", 0, 10), form("x", 1, [1, 2], { measure: "gad-7" })]).series[0]!.points).toHaveLength(1);
  expect(() => way([], [], { ...marx, measure: "phq-9" })).toThrow(RangeError);
  expect(() => way([form("a", 0, spread(10).with(0, 7))])).toThrow(RangeError);
});

describe("laws", () => {
  const forms = fc.array(
    fc.record({
      day: fc.integer({ min: -10, max: 60 }),
      total: fc.integer({ min: 0, max: 80 }),
      recall: fc.constantFrom<Recall>("month", "week"),
      full: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  const build = (list: { day: number; total: number; recall: Recall; full: boolean }[]) =>
    list.map(({ day, total, recall, full }, i) =>
      form(`f${i}`, day, full ? spread(total) : [...spread(total).slice(1), null], { recall }));

  test("each form is in exactly one place, and series are in order of time", () => {
    fc.assert(fc.property(forms, (list) => {
      const all = build(list);
      const { series, incomplete } = way(all);
      const ids = [...series.flatMap(({ points }) => points), ...incomplete].map(({ assessmentId }) => assessmentId);
      expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      for (const { points } of series) {
        const times = points.map(({ at }) => +at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
    }));
  });

  test("a change is the total less the reference's total, of the same recall window", () => {
    fc.assert(fc.property(forms, (list) => {
      for (const { points, reference } of way(build(list)).series) {
        const changes = points.map(({ change, total }) => (change === null ? null : total - reference.point.total - change));
        expect(changes.every((rest) => rest === null || rest === 0)).toBe(true);
        expect(points).toContain(reference.point);
      }
    }));
  });

  test("the month forms do not touch the week series, nor the order of rows anything", () => {
    fc.assert(fc.property(forms, (list) => {
      const all = build(list);
      const week = (some: AssessmentInput[]) => way(some).series.find(({ recall }) => recall === "week");
      expect(week(all.filter(({ recall }) => recall === "week"))).toEqual(week(all));
      expect(way(all.toReversed())).toEqual(way(all));
    }));
  });
});
