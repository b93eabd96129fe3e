import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthCurve, lineAt, lineSums, type GrowthCurve } from "./growth-curve";
import { oneSlope, orthodont, sleepstudy } from "./growth.fixture";
import { minimise } from "./minimise";

/** Rows of scores at the same times, the unit of time taken for weeks. */
function sums(rows: readonly (readonly number[])[], times: readonly number[]) {
  return rows.map((row) => lineSums(row.map((total, at) => ({ localDay: 7 * (times[at] ?? Number.NaN), total }))));
}

function curve(...given: Parameters<typeof sums>): GrowthCurve {
  const found = growthCurve(sums(...given));
  if (found.state !== "estimated") throw new Error(found.why);
  return found;
}

describe("as R has it", () => {
  // Bates, Mächler, Bolker & Walker (2015), J Stat Softw 67(1), section 1.1 and the help page of lme4's sleepstudy:
  // lmer(Reaction ~ Days + (Days | Subject), sleepstudy).
  test("lme4, sleepstudy", () => {
    const { intercept, slope, sd, correlation, criterion, singular, patients, scores } = curve(sleepstudy, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([patients, scores, singular]).toEqual([18, 180, false]);
    expect([intercept.estimate, intercept.se, slope.estimate, slope.se].map((value) => value.toFixed(3))).toEqual(["251.405", "6.825", "10.467", "1.546"]);
    expect([sd.intercept, sd.slope, sd.residual].map((value) => value.toFixed(2))).toEqual(["24.74", "5.92", "25.59"]);
    expect(correlation).toBeCloseTo(0.066, 3);
    expect(criterion).toBeCloseTo(1743.628, 3);
  });

  // Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 4.1: lme(distance ~ age, random = ~ age |
  // Subject, Orthodont); more digits from R 4.2.2, nlme 3.1-162.
  test("nlme, Orthodont", () => {
    const { intercept, slope, sd, correlation } = curve(orthodont, [8, 10, 12, 14]);
    expect(intercept.estimate).toBeCloseTo(16.7611111111, 9);
    expect(intercept.se).toBeCloseTo(0.775246, 6);
    expect(slope.estimate).toBeCloseTo(0.6601851852, 9);
    expect(slope.se).toBeCloseTo(0.0712533, 6);
    expect(sd.intercept).toBeCloseTo(2.32703, 4);
    expect(sd.slope).toBeCloseTo(0.226428, 5);
    expect(sd.residual).toBeCloseTo(1.31004, 5);
    expect(correlation).toBeCloseTo(-0.609, 3);
  });

  // R 4.2.2, lme4 1.1-31, lmer with the bobyqa optimizer: "boundary (singular) fit".
  test("on the edge it says so, and the fixed effects stand", () => {
    const { intercept, slope, sd, criterion, singular } = curve(oneSlope, [0, 1, 2, 3, 4]);
    expect(singular).toBe(true);
    expect([intercept.estimate, slope.estimate].map((value) => value.toFixed(6))).toEqual(["48.608000", "-2.156000"]);
    expect([intercept.se, slope.se].map((value) => value.toFixed(5))).toEqual(["1.92051", "0.38148"]);
    expect(sd.residual).toBeCloseTo(6.0176, 4);
    expect(criterion).toBeCloseTo(859.20156, 4);
  });
});

test("the example of the sums", () => {
  expect(lineSums([{ localDay: 0, total: 60 }, { localDay: 14, total: 46 }])).toEqual({ patients: 1, n: 2, d: 14, dd: 196, y: 106, dy: 644, yy: 5716, y2: 11_236, ydy: 68_264, dy2: 414_736 });
});

test("the band is the intercept's interval at t0, and widens away from the middle", () => {
  const fit = curve(sleepstudy, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(lineAt(fit, 0).mean).toBe(fit.intercept.estimate);
  expect(lineAt(fit, 0).lower).toBeCloseTo(fit.intercept.interval.lower, 9);
  const width = (weeks: number) => lineAt(fit, weeks).upper - lineAt(fit, weeks).lower;
  expect(width(9)).toBeGreaterThan(width(1));
});

test("the lowest point of a bowl", () => {
  const { at, level } = minimise(([x = 0, y = 0]) => ({ value: (x - 1) ** 2 + 10 * (y + 2) ** 2, gradient: [2 * (x - 1), 20 * (y + 2)] }), [0, 0]);
  expect(level).toBe(true);
  expect(at[0]).toBeCloseTo(1, 8);
  expect(at[1]).toBeCloseTo(-2, 8);
});

describe("not estimable, and why", () => {
  test.each([
    ["few-patients", [[60, 50, 40]], [0, 1, 2]],
    ["few-patients", [], []],
    ["few-scores", [[60, 50], [50, 45], [40, 44]], [0, 1]],
    ["one-day", [[60, 50, 55], [40, 44, 41]], [0, 0, 0]],
    ["no-spread", [[60, 50, 40], [50, 45, 40], [70, 50, 30]], [0, 1, 2]],
    ["no-spread", [[40, 40, 40], [40, 40, 40]], [0, 1, 2]],
  ] as const)("%s", (why, rows, times) => {
    expect(growthCurve(sums(rows, times))).toMatchObject({ state: "not-estimable", why });
  });
});

test("laws: order does not matter; points and scale move the line and nothing else", () => {
  const row = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 10 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -20, max: 20 }), (rows, scale, shift) => {
      const plain = growthCurve(sums(rows, [0, 1, 2, 4]));
      const moved = growthCurve(sums(rows.toReversed().map((each) => each.map((total) => total * scale + shift)), [0, 1, 2, 4]));
      fc.pre(plain.state === "estimated" && moved.state === "estimated");
      expect(moved.intercept.estimate).toBeCloseTo(plain.intercept.estimate * scale + shift, 4);
      expect(moved.slope.estimate).toBeCloseTo(plain.slope.estimate * scale, 4);
      expect(moved.slope.se / (plain.slope.se * scale)).toBeCloseTo(1, 3);
    }),
    { numRuns: 20 },
  );
});
