import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseSession } from "../course/course";
import { pcl5 } from "../measures/pcl-5/definition";
import type { Recall } from "../measures/recall";
import { findRule } from "./rules";
import { trajectory, type AssessmentInput } from "./trajectory";
import { runsByDay, suddenFinding, weeklyRuns } from "./weekly-series";

const zone = "America/New_York";
const t0 = new Date("2026-11-01T12:00:00-05:00");
const DAY = 86_400_000;
const on = (day: number) => ({ day, at: new Date(+t0 + day * DAY) });
const runs = (...days: number[]) => weeklyRuns(days.map(on), zone).map((run) => run.map((one) => one?.day ?? null));

describe("about a week apart", () => {
  test("5 to 9 days are a week, 12 to 16 two, with the one between kept as missing", () => {
    expect(runs(0, 5, 14, 21)).toEqual([[0, 5, 14, 21]]);
    expect(runs(0, 1, 7, 15, 28)).toEqual([[0, 7, 15, null, 28]]);
    expect(runs(0, 21)).toEqual([[0, null, null, 21]]);
    expect(runsByDay([0, 1, 7, 15, 28], (from, to) => to - from)).toEqual([[0, 7, 15, null, 28]]);
  });
  test("10 or 11 days, 3 weeks and 3 days: a new run", () => {
    expect(runs(0, 7, 17, 24)).toEqual([[0, 7], [17, 24]]);
    expect(runs(0, 7, 18)).toEqual([[0, 7], [18]]);
    expect(runs(0, 24)).toEqual([[0], [24]]);
  });
  test("what comes sooner is left out; of several in reach the nearest to seven, then the earlier", () => {
    expect(runs(0, 1, 3, 4, 7)).toEqual([[0, 7]]);
    expect(runs(0, 5, 7, 9, 14)).toEqual([[0, 7, 14]]);
    expect(runs(0, 6, 8, 13)).toEqual([[0, 6, 13]]);
    expect(runs()).toEqual([]);
  });
  test("days are calendar days: a step over the end of summer time counts as seven", () => {
    const before = { at: new Date("2026-10-26T23:30:00-04:00") };
    const after = { at: new Date("2026-11-02T00:10:00-05:00") };
    expect(weeklyRuns([before, after], zone)).toEqual([[before, after]]);
  });
  test("every step in a run is within two days of a week for each place, and nothing is used twice", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 20 }), (days) => {
      const found = runs(...days);
      const used = found.flat().filter((day) => day !== null);
      expect(new Set(used).size).toBe(used.length);
      expect(used).toEqual(used.toSorted((a, b) => a - b));
      for (const run of found) {
        const placed = run.flatMap((day, place) => (day === null ? [] : [{ day, place }]));
        const offs = placed.slice(1).map(({ day, place }, i) => Math.abs(day - placed[i]!.day - 7 * (place - placed[i]!.place)));
        expect(Math.max(0, ...offs)).toBeLessThanOrEqual(2);
      }
    }));
  });
});

const firstDose: CourseSession = { id: "d1", kind: "dose", at: on(0).at, status: "done" };
const spread = (total: number): number[] => Array.from({ length: 20 }, (_, i) => Math.floor(total / 20) + (i < total % 20 ? 1 : 0));
function form(day: number, total: number, recall: Recall = "week"): AssessmentInput {
  const { at } = on(day);
  return { id: `${recall}${day}`, measure: "pcl-5", recall, at, enteredAt: at, ratings: spread(total), corrected: false };
}
const finding = (forms: AssessmentInput[]) =>
  suddenFinding(trajectory({ measure: pcl5, course: { timeZone: zone }, sessions: [firstDose], assessments: forms, rule: findRule("marx-2022-15") }), { points: 10 });

describe("of a trajectory", () => {
  const weekly = [form(0, 60), form(7, 60), form(14, 30), form(21, 30)];
  test("past-week scores, the gain found, 24 h, day and month forms left out", () => {
    const found = finding([...weekly, form(1, 20), form(2, 5, "day"), form(8, 5, "day"), form(1, 70, "month")]);
    expect(found).toMatchObject({ state: "tested", recall: "week", met: [{ kind: "gain", n: 2, from: { total: 60 }, to: { total: 30 } }] });
  });
  test("too few, too far apart, missing weeks, none that looks back a week", () => {
    expect(finding(weekly.slice(0, 3))).toEqual({
      state: "cannot-be-tested",
      reason: "Cannot be tested: it takes at least 4 past-week scores about a week apart, and there are 3.",
    });
    expect(finding([form(0, 60), form(10, 60), form(20, 60), form(30, 60)])).toMatchObject({ reason: expect.stringContaining("and there is 1.") });
    expect(finding([form(0, 60), form(14, 60), form(28, 30), form(42, 30)])).toMatchObject({ reason: expect.stringContaining("weeks are missing") });
    expect(finding([form(0, 60, "day"), form(7, 60, "day")])).toMatchObject({ reason: "Cannot be tested: there are no scores that look back a week or more." });
    expect(finding([])).toMatchObject({ state: "cannot-be-tested" });
  });
  test("month forms a week apart are looked at only where there is no past week", () => {
    expect(finding([0, 7, 14, 21].map((day) => form(day, 40, "month")))).toMatchObject({ state: "tested", recall: "month", met: [] });
  });
});
