import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OFFSETS, scoreAt, sinceDoses } from "./since-dose";
import type { TotalForm } from "./windows-table";

const zone = "America/New_York";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const first = new Date("2026-11-05T09:00:00-05:00");
const after = (hours: number) => new Date(+first + hours * HOUR);
const form = (hours: number, total: number, more: Partial<TotalForm> = {}): TotalForm => ({
  id: `f${hours}`, measure: "pcl-5", recall: "week", at: after(hours), enteredAt: after(hours), total, ...more,
});
const dose = (hours: number) => ({ id: `d${hours}`, at: after(hours) });
const weekly = [dose(0), dose(168)];

test("the worked example", () => {
  const { doses, averages } = sinceDoses([form(-1, 50), form(24, 38), form(167, 41)], weekly, zone);
  const [one, two] = doses;
  expect(one).toMatchObject({ number: 1, at24h: { change: -12, hours: 24, day: 1 }, at72h: null, at7d: { change: -9, day: 7 } });
  expect(one?.held).toEqual({ share: 0.75, gain: 12, lost: 3 });
  expect(one?.at24h?.overlap).toEqual({ daysBefore: 6, days: 7 });
  expect(one?.at7d?.overlap).toBeNull();
  expect(two).toMatchObject({ number: 2, before: { total: 41 }, scores: [], held: { share: null, reason: "no score since the dose" } });
  expect(averages).toEqual([{ offset: "24h", n: 1, mean: -12 }, { offset: "72h", n: 0, mean: null }, { offset: "7d", n: 1, mean: -9 }]);
});

describe("where each offset begins and ends", () => {
  const at = (hours: number) => {
    const [one] = sinceDoses([form(-1, 50), form(hours, 40)], [dose(0)], zone).doses;
    return OFFSETS.filter((offset) => scoreAt(one!, offset) !== null);
  };
  test.each([
    [17.99, []], [18, ["24h"]], [36, ["24h"]], [36.01, []], [59.99, []], [60, ["72h"]], [84, ["72h"]], [84.01, []],
    [6 * 24 - 9.01, []], [6 * 24 - 9, ["7d"]], [9 * 24 - 9.01, ["7d"]], [9 * 24 - 9, []],
  ])("%d hours: %j", (hours, expected) => {
    expect(at(hours)).toEqual(expected);
  });
  test("the nearest, of two equally near the earlier", () => {
    const [one] = sinceDoses([form(-1, 50), form(20, 1), form(23, 2), form(25, 3)], [dose(0)], zone).doses;
    expect(one?.at24h?.form.total).toBe(2);
  });
});

describe("the score before", () => {
  const before = (...forms: TotalForm[]) => sinceDoses(forms, weekly, zone).doses.map((one) => one.before?.total ?? null);
  test("the last at the dose or before it, no earlier than day −7", () => {
    expect(before(form(-30, 60), form(-1, 50))).toEqual([50, null]);
    expect(before(form(0, 55))).toEqual([55, null]);
    // Midnight of 29 October: one day of that week has 25 hours.
    expect(before(form(-7 * 24 - 10, 60))).toEqual([60, null]);
    expect(before(form(-7 * 24 - 10.01, 60))).toEqual([null, null]);
  });
  test("never one that already stands before the previous dose", () => {
    expect(before(form(-1, 50), form(169, 30))).toEqual([50, null]);
    expect(sinceDoses([form(-1, 50), form(192, 30)], weekly, zone).doses[1]?.at24h?.change).toBeNull();
  });
  test("at the very instant of the next dose a score belongs to the one before, and is the next one's before", () => {
    const [one, two] = sinceDoses([form(-1, 50), form(168, 30)], weekly, zone).doses;
    expect([one?.at7d?.form.total, two?.before?.total, two?.scores.length]).toEqual([30, 30, 0]);
  });
});

test("what held is counted up to the next dose and no further", () => {
  const [one] = sinceDoses([form(-1, 50), form(24, 38), form(168, 41), form(170, 50)], weekly, zone).doses;
  expect(one?.held).toEqual({ share: 0.75, gain: 12, lost: 3 });
});

test("recall windows and measures are never mixed; nothing without doses or scores", () => {
  expect(() => sinceDoses([form(-1, 50), form(24, 40, { recall: "month" })], weekly, zone)).toThrow(RangeError);
  expect(() => sinceDoses([form(-1, 50), form(24, 4, { measure: "phq-9" })], weekly, zone)).toThrow(RangeError);
  expect(sinceDoses([], weekly, zone).doses.map(({ scores }) => scores.length)).toEqual([0, 0]);
  expect(sinceDoses([form(1, 1)], [], zone)).toEqual({ doses: [], averages: OFFSETS.map((offset) => ({ offset, n: 0, mean: null })) });
});

describe("laws", () => {
  const forms = fc.array(fc.record({ hour: fc.integer({ min: -240, max: 1500 }), total: fc.integer({ min: 0, max: 80 }) }), { maxLength: 40 });
  const doses = fc.uniqueArray(fc.integer({ min: 0, max: 1400 }), { maxLength: 12 });
  const build = (list: { hour: number; total: number }[], shift = 0) =>
    list.map(({ hour, total }, i) => form(0, total, { id: `f${i}`, at: new Date(+after(hour) + shift), enteredAt: new Date(i) }));
  const given = (hours: number[], shift = 0) => hours.map((hour) => ({ id: `d${hour}`, at: new Date(+after(hour) + shift) }));

  test("a score belongs to at most one dose, and fills at most one of its offsets", () => {
    fc.assert(fc.property(forms, doses, (list, hours) => {
      const { doses: told } = sinceDoses(build(list), given(hours), zone);
      const all = told.flatMap(({ scores }) => scores.map(({ form: { id } }) => id));
      expect(new Set(all).size).toBe(all.length);
      for (const one of told) {
        const used = OFFSETS.flatMap((offset) => scoreAt(one, offset)?.form.id ?? []);
        expect(new Set(used).size).toBe(used.length);
      }
    }));
  });
  test("the order of rows does not matter", () => {
    fc.assert(fc.property(forms, doses, (list, hours) => {
      expect(sinceDoses(build(list).toReversed(), given(hours).toReversed(), zone)).toEqual(sinceDoses(build(list), given(hours), zone));
    }));
  });
  test("in UTC, moving everything by whole days moves nothing", () => {
    fc.assert(fc.property(forms, doses, fc.integer({ min: -1000, max: 1000 }), (list, hours, days) => {
      const told = (shift: number) => sinceDoses(build(list, shift), given(hours, shift), "UTC").doses.map((one) =>
        [one.doseId, one.before?.id, one.held, ...OFFSETS.map((offset) => [scoreAt(one, offset)?.form.id, scoreAt(one, offset)?.overlap])]);
      expect(told(days * DAY)).toEqual(told(0));
    }));
  });
  test("raising every score by as much changes no change and no share; what is held is never above all of it", () => {
    fc.assert(fc.property(forms, doses, fc.integer({ min: 1, max: 50 }), (list, hours, by) => {
      const told = (raise: number) => {
        const { doses: each, averages } = sinceDoses(build(list.map(({ hour, total }) => ({ hour, total: total + raise }))), given(hours), zone);
        return { held: each.map(({ held }) => held), averages };
      };
      expect(told(by)).toEqual(told(0));
      for (const { share } of told(0).held) expect(share ?? 1).toBeLessThanOrEqual(1);
    }));
  });
});
