import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leavingList, readingBefore, type LeavingQuestion } from "./leaving";
import { startingLimits } from "./limits";
import type { Reading } from "./reading";

const start = new Date("2026-11-25T14:00:00Z");
const at = (minute: number) => new Date(+start + minute * 60_000);
const well = { systolic: 128, diastolic: 82, pulse: 70, spo2: 98, sedation: 5, dissociation: 0 };
const reading = (minute: number, more: Partial<typeof well> | Record<string, null> = {}): Reading =>
  ({ id: `m${minute}`, at: at(minute), ...well, ...more }) as Reading;

const good: LeavingQuestion = {
  startedAt: start, readings: [reading(-10), reading(40, { dissociation: 7, systolic: 160 }), reading(120)], beforeReading: reading(-10),
  limits: startingLimits, escort: true, advice: true, now: at(125),
};
const unmet = (more: Partial<LeavingQuestion>) => leavingList({ ...good, ...more }).filter(({ met }) => !met).map(({ id, words }) => `${id}: ${words}`);

describe("the points at leaving", () => {
  test("all met, always five in the same order", () => {
    expect(leavingList(good)).toEqual([
      { id: "minutes", met: true, words: "2 h 05 min since the start" },
      { id: "vitals", met: true, words: "Last readings within the clinic's limits" },
      { id: "dissociation", met: true, words: "Dissociation 0 at 2 h 00 min, 0 before the dose" },
      { id: "escort", met: true, words: "Escort confirmed" },
      { id: "advice", met: true, words: "Advised not to drive until tomorrow, after sleep" },
    ]);
  });
  test("119 minutes are not 120", () => {
    expect(unmet({ now: at(119.9), readings: [reading(-10), reading(110)] })).toEqual(["minutes: 1 h 59 min since the start, of 2 h 00 min"]);
    expect(unmet({ now: at(120), readings: [reading(-10), reading(120)] })).toEqual([]);
    expect(unmet({ now: at(125), minutes: 180 })).toEqual(["minutes: 2 h 05 min since the start, of 3 h 00 min"]);
  });
  test("dissociation above its value before the dose; back to a value that was not 0 is back", () => {
    expect(unmet({ readings: [reading(120, { dissociation: 2 })] })).toEqual(["dissociation: Dissociation 2 at 2 h 00 min, 0 before the dose"]);
    expect(unmet({ readings: [reading(120, { dissociation: 2 })], beforeReading: reading(-10, { dissociation: 2 }) })).toEqual([]);
    expect(unmet({ beforeReading: null })).toEqual(["dissociation: Dissociation 0 at 2 h 00 min, not rated before the dose"]);
    expect(unmet({ readings: [reading(120, { dissociation: null })] })).toEqual(["dissociation: Dissociation not rated since the start"]);
  });
  test("a CADSS total is told beside the rating and decides nothing; 0 is told", () => {
    const told = (total: number) => ({ ...reading(120), cadss: { measure: "cadss-6" as const, total } });
    expect(leavingList({ ...good, readings: [told(3)] })[2]).toEqual({ id: "dissociation", met: true, words: "Dissociation 0 at 2 h 00 min, 0 before the dose; CADSS-6 3 at 2 h 00 min" });
    expect(leavingList({ ...good, readings: [told(0)] })[2]?.words).toContain("; CADSS-6 0 at");
    expect(unmet({ readings: [{ ...told(3), dissociation: null }] })).toEqual(["dissociation: Dissociation not rated since the start; CADSS-6 3 at 2 h 00 min"]);
  });
  test("a value outside the limits, one never taken, one too old", () => {
    expect(unmet({ readings: [reading(120, { systolic: 150 })] })).toEqual([
      "vitals: Systolic pressure 150 mmHg is above the clinic's limit at leaving (140)",
    ]);
    expect(unmet({ readings: [reading(120, { spo2: null })] })).toEqual(["vitals: SpO₂ not taken since the start"]);
    expect(unmet({ readings: [reading(80), reading(120, { pulse: null })] })).toEqual([]);
    expect(unmet({ readings: [reading(79), reading(120, { pulse: null })] })).toEqual(["vitals: Pulse last taken at 1 h 19 min"]);
  });
  test("what was read before the dose is no reading since", () => {
    expect(unmet({ readings: [reading(-10), reading(0)] })).toHaveLength(2);
  });
  test("without escort and advice", () => {
    expect(unmet({ escort: false, advice: false })).toEqual(["escort: No escort confirmed", "advice: Advice not to drive not given yet"]);
  });
  test("the reading before", () => {
    expect(readingBefore([reading(40), reading(-2), reading(-10)], start)?.id).toBe("m-2");
    expect(readingBefore([reading(0), reading(-10)], start)?.id).toBe("m0");
    expect(readingBefore([reading(1)], start)).toBeNull();
  });
});

test("it reports what was recorded and never says that anybody is cleared, fit or safe", () => {
  const value = (min: number, max: number) => fc.option(fc.integer({ min, max }));
  const any = fc.record({
    minute: fc.integer({ min: -30, max: 200 }), systolic: value(40, 300), diastolic: value(20, 200), pulse: value(20, 250), spo2: value(50, 100),
    sedation: value(0, 5), dissociation: value(0, 10),
  });
  fc.assert(fc.property(fc.array(any, { maxLength: 6 }), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 240 }), (list, escort, advice, now) => {
    const readings = list.map(({ minute, ...values }, i) => ({ id: `r${i}`, at: at(minute), ...values }));
    const items = leavingList({ ...good, readings, beforeReading: readingBefore(readings, start), escort, advice, now: at(now) });
    expect(items.map(({ id }) => id)).toEqual(["minutes", "vitals", "dissociation", "escort", "advice"]);
    for (const { words } of items) expect(words).not.toMatch(/clear|\bfit\b|\bsafe\b|may (leave|go)/i);
    const shuffled = leavingList({ ...good, readings: readings.toReversed(), beforeReading: readingBefore(readings.toReversed(), start), escort, advice, now: at(now) });
    expect(shuffled).toEqual(items);
  }));
});
