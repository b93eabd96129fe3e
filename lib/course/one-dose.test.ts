import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparedWords, minuteCourse, oneDose, peakWords } from "./one-dose";
import type { Reading } from "./dosing/reading";

const start = new Date("2026-11-25T14:00:00Z");
const nothing = { systolic: null, diastolic: null, pulse: null, spo2: null, sedation: null, dissociation: null };
const reading = (minute: number, values: Partial<Record<keyof typeof nothing, number>>): Reading => ({
  id: `m${minute}`, at: new Date(+start + minute * 60_000), ...nothing, ...values,
});
const dissociation = (...values: [number, number][]) =>
  oneDose({ startedAt: start, readings: values.map(([minute, value]) => reading(minute, { dissociation: value })) }).vitals.dissociation;
const typical = dissociation([-5, 0], [40, 7], [80, 2], [120, 0]);

describe("one dose", () => {
  test("the worked example", () => {
    expect(typical).toMatchObject({ before: 0, peak: { minute: 40, value: 7 }, rise: 7, backAt: 120 });
    expect(typical.points.map(({ minute, value }) => [minute, value])).toEqual([[-5, 0], [40, 7], [80, 2], [120, 0]]);
    expect(peakWords(typical)).toBe("Dissociation: peak 7 at 40 min, back at 0 by 2 h 00 min.");
  });
  test("back only once it stays back", () => {
    expect(dissociation([-5, 1], [20, 6], [40, 1], [60, 3], [80, 1], [120, 0]).backAt).toBe(80);
    expect(dissociation([-5, 0], [40, 7], [120, 1]).backAt).toBeNull();
    expect(peakWords(dissociation([-5, 0], [40, 7], [120, 1]))).toBe("Dissociation: peak 7 at 40 min, not back at 0 in the last reading.");
  });
  test("of equal peaks the first; the reading before the start is no peak", () => {
    expect(dissociation([-5, 9], [20, 4], [40, 4]).peak).toMatchObject({ minute: 20, value: 4 });
    expect(peakWords(dissociation([-5, 9], [20, 4]))).toBe("Dissociation: never above the 9 before the dose.");
    expect(dissociation([-5, 9], [20, 4]).backAt).toBeNull();
  });
  test("without a value before, without any since, with all zero", () => {
    expect(dissociation([40, 7], [120, 0])).toMatchObject({ before: null, rise: null, backAt: null });
    expect(peakWords(dissociation([40, 7]))).toBe("Dissociation: peak 7 at 40 min; not taken before the dose.");
    expect(peakWords(dissociation([-5, 0]))).toBeNull();
    expect(dissociation([-5, 0], [40, 0])).toMatchObject({ before: 0, peak: { value: 0 }, rise: 0, backAt: null });
  });
  test("each vital has its own gaps", () => {
    const told = oneDose({
      startedAt: start,
      readings: [reading(-5, { systolic: 120 }), reading(0, { dissociation: 0 }), reading(40, { systolic: 141, dissociation: 5 }), reading(120, { systolic: 120 })],
    });
    expect(told.vitals.systolic).toMatchObject({ before: 120, rise: 21, backAt: 120 });
    expect(told.vitals.dissociation).toMatchObject({ before: 0, rise: 5, backAt: null });
    expect(told.vitals.pulse).toMatchObject({ points: [], peak: null });
    expect(told.lastMinute).toBe(120);
    expect(oneDose({ startedAt: start, readings: [] }).lastMinute).toBeNull();
  });
  test("a total taken beside them", () => {
    const total = (minute: number, value: number) => ({ id: `t${minute}`, at: new Date(+start + minute * 60_000), value });
    const told = minuteCourse("CADSS", [total(120, 0), total(-5, 0), total(40, 24)], start);
    expect(told).toMatchObject({ before: 0, peak: { minute: 40, value: 24 }, backAt: 120 });
    expect(peakWords(told)).toBe("CADSS: peak 24 at 40 min, back at 0 by 2 h 00 min.");
  });
  test("beside the earlier doses", () => {
    const peak = (value: number) => dissociation([-5, 0], [40, value]);
    expect(comparedWords(peak(7), [peak(5), peak(8), peak(6)])).toBe("Peak 7; in 3 earlier doses 5 to 8.");
    expect(comparedWords(peak(7), [peak(7)])).toBe("Peak 7; in the one earlier dose 7.");
    expect(comparedWords(peak(0), [dissociation()])).toBe("Peak 0; no earlier dose to compare with.");
    expect(comparedWords(dissociation(), [peak(5)])).toBeNull();
  });
});

test("the order of rows and the hour of the day do not matter; back is never before the peak", () => {
  const rows = fc.array(fc.record({ minute: fc.integer({ min: -60, max: 240 }), value: fc.integer({ min: 0, max: 10 }) }), { maxLength: 15 });
  fc.assert(fc.property(rows, fc.integer({ min: -1e11, max: 1e11 }), (list, by) => {
    const build = (shift: number) => list.map(({ minute, value }, i) => {
      const one = reading(minute, { dissociation: value });
      return { ...one, id: `r${i}`, at: new Date(+one.at + shift) };
    });
    const told = oneDose({ startedAt: start, readings: build(0) }).vitals.dissociation;
    expect(oneDose({ startedAt: new Date(+start + by), readings: build(by).toReversed() }).vitals.dissociation).toEqual(told);
    expect(told.backAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(told.peak?.minute ?? 0);
  }));
});
