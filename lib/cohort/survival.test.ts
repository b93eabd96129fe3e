import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier } from "./survival";
import type { DayTally } from "./tallies";

function tally(events: readonly number[], censored: readonly number[]): readonly DayTally[] {
  const days = [...new Set([...events, ...censored])];
  const of = (list: readonly number[], day: number) => list.filter((each) => each === day).length;
  return days.map((day) => ({ day, events: of(events, day), censored: of(censored, day) }));
}

// Miller (1997), Survival Analysis; the data set aml of R's survival package. Values as R 4.2.2, survival 3.5-3 prints
// summary(survfit(Surv(time, status) ~ x, aml, conf.type = "log-log" and "plain")).
const maintained = tally([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]);
const nonmaintained = tally([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], [16]);

describe("R's aml example", () => {
  test("maintained", () => {
    const curve = kaplanMeier(maintained);
    const steps = curve.steps.filter(({ events }) => events > 0);
    expect([curve.n, curve.events, curve.median, curve.medianInterval]).toEqual([11, 7, 31, { lower: 13, upper: null }]);
    expect(steps.map(({ day, atRisk }) => [day, atRisk])).toEqual([[9, 11], [13, 10], [18, 8], [23, 7], [31, 5], [34, 4], [48, 2]]);
    const printed = [
      [0.90909091, 0.086678417, 0.508080206, 0.98667382, 0.739204333, 1],
      [0.81818182, 0.1162913, 0.447428615, 0.95116223, 0.590255059, 1],
      [0.71590909, 0.139664971, 0.350190386, 0.89902397, 0.442170779, 0.9896474],
      [0.61363636, 0.152632331, 0.26575204, 0.83529924, 0.314482492, 0.91279024],
      [0.49090909, 0.164193267, 0.16733091, 0.75339979, 0.169096201, 0.81272198],
      [0.36818182, 0.162668886, 0.092829575, 0.65704083, 0.049356661, 0.68700698],
      [0.18409091, 0.153492746, 0.01173848, 0.52501484, 0, 0.48493116],
    ];
    for (const [at, wanted] of printed.entries()) {
      const { share, se, logLog, plain } = steps[at] ?? { share: null, se: null, logLog: null, plain: null };
      const got = [share, se, logLog?.lower, logLog?.upper, plain?.lower, plain?.upper];
      for (const [column, value] of wanted.entries()) expect(got[column]).toBeCloseTo(value, 8);
    }
  });

  test("nonmaintained: it ends at 0, where there is no interval", () => {
    const curve = kaplanMeier(nonmaintained);
    expect([curve.n, curve.events, curve.median, curve.medianInterval]).toEqual([12, 11, 23, { lower: 5, upper: 33 }]);
    expect(curve.steps.at(-1)).toMatchObject({ day: 45, share: 0, se: null, logLog: null, plain: null });
    expect(curve.steps[0]?.logLog?.lower).toBeCloseTo(0.4817149422, 10);
  });
});

test("exactly one half is reached; nobody; nobody yet", () => {
  expect(kaplanMeier(tally([7, 14], [21, 21])).median).toBe(14);
  expect(kaplanMeier(tally([1, 2, 3], [9, 9, 9])).median).toBe(3);
  expect(kaplanMeier([])).toEqual({ n: 0, events: 0, steps: [], median: null, medianInterval: { lower: null, upper: null } });
  const unseen = kaplanMeier(tally([], [0, 7]));
  expect(unseen.median).toBeNull();
  expect(unseen.steps.map(({ share, se, logLog, plain }) => [share, se, logLog, plain])).toEqual([[1, 0, null, { lower: 1, upper: 1 }], [1, 0, null, { lower: 1, upper: 1 }]]);
  expect(() => kaplanMeier([{ day: 1, events: -1, censored: 0 }])).toThrow(RangeError);
});

test("while nobody has had the event there is no log-log interval, as R has NA", () => {
  // survival 3.5-3: survfit(Surv(c(0, 7, 9, 12), c(0, 0, 1, 0)) ~ 1, conf.type = "log-log")
  const { steps, medianInterval } = kaplanMeier(tally([9], [0, 7, 12]));
  expect(steps.map(({ day, logLog }) => [day, logLog === null])).toEqual([[0, true], [7, true], [9, false], [12, false]]);
  expect(steps[2]?.logLog?.lower).toBeCloseTo(0.00598308763915, 10);
  expect(steps[2]?.logLog?.upper).toBeCloseTo(0.910410084837, 10);
  expect(medianInterval).toEqual({ lower: 9, upper: null });
});

describe("laws", () => {
  const days = fc.uniqueArray(fc.record({ day: fc.nat(90), events: fc.nat(5), censored: fc.nat(5) }), { selector: ({ day }) => day, maxLength: 20 });
  test("it never rises, keeps between its limits, and order does not matter", () => {
    fc.assert(
      fc.property(days, (list) => {
        const curve = kaplanMeier(list);
        expect(kaplanMeier(list.toReversed())).toEqual(curve);
        let before = 1;
        for (const { share, logLog, plain } of curve.steps) {
          expect(share).toBeLessThanOrEqual(before);
          before = share;
          for (const interval of [logLog, plain]) {
            if (interval === null) continue;
            expect(interval.lower).toBeLessThanOrEqual(share + 1e-12);
            expect(interval.upper).toBeGreaterThanOrEqual(share - 1e-12);
          }
        }
      }),
    );
  });
  test("where nobody is lost it is the plain share", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), (events) => {
        for (const { day, share } of kaplanMeier(tally(events, [])).steps) {
          expect(share).toBeCloseTo(events.filter((each) => each > day).length / events.length, 12);
        }
      }),
    );
  });
});
