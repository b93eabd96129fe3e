import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jacobsonTruaxRule, standardErrors } from "./jacobson-truax";
import { judge } from "./judge";

const stated = { id: "stated", name: "Stated", short: "Stated", measure: "phq-9", recalls: ["fortnight"], kindOfR: "stated", endState: null, population: "stated", source: "stated" } as const;

// Printed by R: suddengains 0.7.x, help page of define_crit1_cutoff (github.com/milanwiedemann/suddengains).
describe("reliable change as the R package suddengains prints it", () => {
  test.each([
    [10.5, 0.931, 2.758124, 3.900577, 7.645131],
    [6.396073, 0.931, 1.680111, 2.376036, 4.65703],
  ])("SD %d, r %d", (sd, r, measurement, difference, threshold) => {
    expect(standardErrors(sd, r).measurement).toBeCloseTo(measurement, 6);
    expect(standardErrors(sd, r).difference).toBeCloseTo(difference, 6);
    expect(jacobsonTruaxRule({ ...stated, sd, r }).points).toBeCloseTo(threshold, 5);
  });
});

// Worked a second way, in whole numbers: |Δ| ≥ 1.96·√2·SD·√(1 − r) squared and cleared of decimals, without a root and
// without rounding. SD is in hundredths, r in thousandths.
function reaches(change: number, sd100: number, r1000: number): boolean {
  return BigInt(change) ** 2n * 10n ** 11n >= 38_416n * 2n * BigInt(sd100) ** 2n * BigInt(1000 - r1000);
}

describe("reliable change against exact arithmetic", () => {
  test("every whole change, any SD and reliability", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 999 }), (sd100, r1000) => {
      const rule = jacobsonTruaxRule({ ...stated, sd: sd100 / 100, r: r1000 / 1000 });
      for (let change = 0; change <= 27; change += 1) {
        const expected = reaches(change, sd100, r1000);
        expect(judge(rule, { from: 30, to: 30 - change }).verdict).toBe(expected ? "reliably-improved" : "no-reliable-change");
        expect(judge(rule, { from: 30, to: 30 + change }).verdict).toBe(expected ? "reliably-worse" : "no-reliable-change");
      }
    }));
  });
  test("worked out here by hand: SD 10, r .5 is 19.6 points; SD 14.72, r .82 is 17.3", () => {
    expect([19, 20].map((change) => reaches(change, 1000, 500))).toEqual([false, true]);
    expect([17, 18].map((change) => reaches(change, 1472, 820))).toEqual([false, true]);
  });
});

// A clinic may state an end state: recovered is reliable and crosses it, worse need cross nothing.
describe("all pairs of totals against the definition, written out again", () => {
  const sd = 7.5;
  const rule = jacobsonTruaxRule({ ...stated, sd, r: 0.8, endState: 9 }); // 9.297 points: 10 reach it, 9 do not
  function expected(from: number, to: number): string {
    if (to - from >= 10) return "reliably-worse";
    if (from - to < 10) return "no-reliable-change";
    return from >= 10 && to <= 9 ? "recovered" : "reliably-improved";
  }
  test("0 to 27 both ways", () => {
    for (let from = 0; from <= 27; from += 1) {
      for (let to = 0; to <= 27; to += 1) expect([from, to, judge(rule, { from, to }).verdict]).toEqual([from, to, expected(from, to)]);
    }
  });
});
