import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDay } from "./calendar";
import { isAfter, reference } from "./baseline";
import { assignWindows, byTime, type Timed } from "./windows";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = "America/New_York";
const t0 = new Date("2026-11-12T12:00:00-05:00");

function form(id: string, at: Date | string, more: Partial<Timed> = {}): Timed {
  const when = new Date(at);
  return { id, measure: "pcl-5", recall: "week", at: when, enteredAt: when, ...more };
}
const hours = (n: number) => new Date(+t0 + n * HOUR);
const day = (n: number, wall = "12:00") => {
  const date = new Date(Date.UTC(2026, 10, 12 + n)).toISOString().slice(0, 10);
  return new Date(`${date}T${wall}:00-05:00`);
};
const fill = (forms: Timed[], zero: Date | null = t0, where = zone) => Object.fromEntries(assignWindows(forms, zero, where));

describe("baseline", () => {
  test("the last at or before t0, not earlier than day −7", () => {
    expect(fill([form("a", day(-7)), form("b", day(-2)), form("c", hours(0.5))])).toEqual({ b: "baseline" });
    expect(fill([form("a", t0)])).toEqual({ a: "baseline" });
    expect(fill([form("a", day(-7, "00:00"))])).toEqual({ a: "baseline" });
    expect(fill([form("a", day(-8, "23:59"))])).toEqual({});
  });
  test("among identical instants the later entered", () => {
    const at = day(-1);
    expect(fill([
      form("a-late", at, { enteredAt: hours(2) }), form("b-early", at, { enteredAt: hours(1) }),
    ])).toEqual({ "a-late": "baseline" });
  });
});

describe("24 h", () => {
  test.each([[17.999, false], [18, true], [24, true], [36, true], [36.001, false]])("%d hours: %s", (n, inside) => {
    expect(fill([form("a", hours(n))])).toEqual(inside ? { a: "24h" } : {});
  });
  test("the nearest to 24 hours; of two equally near, the earlier", () => {
    expect(fill([form("a", hours(20)), form("b", hours(25)), form("c", hours(30))])).toEqual({ b: "24h" });
    expect(fill([form("later", hours(25)), form("earlier", hours(23))])).toEqual({ earlier: "24h" });
  });
  test("real hours, over the night that has 25", () => {
    const before = new Date("2026-10-31T12:00:00-04:00");
    expect(fill([form("a", "2026-11-01T05:30:00-05:00")], before)).toEqual({ a: "24h" }); // 18.5 h, wall clock says 17.5
  });
});

describe("weeks", () => {
  test.each([
    [3, {}], [4, { a: "week-1" }], [10, { a: "week-1" }], [11, { a: "week-2" }], [17, { a: "week-2" }],
    [18, { a: "week-3" }], [24, { a: "week-3" }], [25, { a: "week-4" }], [31, { a: "week-4" }], [32, {}],
    [35, {}], [42, {}], [49, {}], [52, {}], [53, { a: "week-8" }], [59, { a: "week-8" }], [60, {}],
  ])("day %i", (n, expected) => {
    expect(fill([form("a", day(n, "00:00"))])).toEqual(expected);
    expect(fill([form("a", day(n, "23:59"))])).toEqual(expected);
  });
  test("the nearest in days; ties go to the earlier instant, then to the earlier entered", () => {
    expect(fill([form("a", day(5)), form("b", day(8)), form("c", day(10))])).toEqual({ b: "week-1" });
    expect(fill([form("six", day(6)), form("eight", day(8))])).toEqual({ six: "week-1" });
    expect(fill([form("evening", day(7, "20:00")), form("morning", day(7, "08:00"))])).toEqual({ morning: "week-1" });
    expect(fill([
      form("a-second", day(7), { enteredAt: day(9) }), form("b-first", day(7), { enteredAt: day(8) }),
    ])).toEqual({ "b-first": "week-1" });
  });
  test("the worked example", () => {
    expect(fill([form("a", hours(-1)), form("b", hours(23)), form("c", day(6)), form("d", day(8))])).toEqual({
      a: "baseline", b: "24h", c: "week-1",
    });
  });
});

test("measures and recall windows do not compete", () => {
  expect(fill([
    form("week", day(-1)), form("month", day(-2), { recall: "month" }), form("other", day(-3), { measure: "phq-9" }),
  ])).toEqual({ week: "baseline", month: "baseline", other: "baseline" });
});

test("without t0 there are no windows", () => {
  expect(fill([form("a", day(0))], null)).toEqual({});
});

describe("laws", () => {
  const zones = fc.constantFrom("UTC", zone, "Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe");
  const start = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const forms = fc.array(
    fc.record({
      away: fc.oneof(fc.integer({ min: -10 * DAY, max: 62 * DAY }), fc.constantFrom(0, 18 * HOUR, 24 * HOUR, 36 * HOUR, 7 * DAY)),
      entered: fc.integer({ min: 0, max: 3 }),
      recall: fc.constantFrom("month" as const, "week" as const),
    }),
    { maxLength: 25 },
  );
  const build = (zero: Date, list: { away: number; entered: number; recall: "month" | "week" }[]) =>
    list.map(({ away, entered, recall }, i) =>
      form(`f${i}`, new Date(+zero + away), { recall, enteredAt: new Date(+zero + away + entered) }));

  test("each window takes at most one score of a recall window, each score fills at most one", () => {
    fc.assert(fc.property(start, forms, zones, (zero, list, where) => {
      const all = build(zero, list);
      const filled = assignWindows(all, zero, where);
      const slots = all.filter((one) => filled.has(one.id)).map((one) => `${one.recall} ${filled.get(one.id)}`);
      expect(new Set(slots).size).toBe(slots.length);
    }));
  });

  test("no better candidate is passed over, and no window that could be filled stays empty", () => {
    fc.assert(fc.property(start, forms, zones, (zero, list, where) => {
      const all = build(zero, list);
      const filled = assignWindows(all, zero, where);
      for (const one of all) {
        const n = localDay(one.at, zero, where);
        for (const week of [1, 2, 3, 4, 8]) {
          if (Math.abs(n - 7 * week) > 3) continue;
          const winner = all.find((other) => other.recall === one.recall && filled.get(other.id) === `week-${week}`);
          expect(winner).toBeDefined();
          expect(Math.abs(localDay(winner!.at, zero, where) - 7 * week)).toBeLessThanOrEqual(Math.abs(n - 7 * week));
        }
      }
    }));
  });

  test("the order of rows does not matter", () => {
    fc.assert(fc.property(start, forms, zones, fc.infiniteStream(fc.nat()), (zero, list, where, stream) => {
      const all = build(zero, list);
      const shuffled = all.map((one) => ({ one, key: stream.next().value })).sort((a, b) => a.key - b.key).map(({ one }) => one);
      expect(fill(shuffled, zero, where)).toEqual(fill(all, zero, where));
    }));
  });

  test("in UTC, moving everything by whole days moves nothing", () => {
    fc.assert(fc.property(start, forms, fc.integer({ min: -1500, max: 1500 }), (zero, list, days) => {
      const moved = new Date(+zero + days * DAY);
      expect(fill(build(moved, list), moved, "UTC")).toEqual(fill(build(zero, list), zero, "UTC"));
    }));
  });
});

describe("the reference of change", () => {
  test("the baseline where there is one", () => {
    const forms = [form("late", day(11)), form("base", day(-2)), form("week", day(4))];
    expect(reference(forms, t0, zone)).toMatchObject({ kind: "baseline", assessment: { id: "base" }, day: -2 });
  });
  test("else the first score, said to be so", () => {
    expect(reference([form("b", day(11)), form("a", day(4))], t0, zone)).toMatchObject({
      kind: "first", assessment: { id: "a" }, day: 4,
    });
    expect(reference([form("old", day(-20)), form("b", day(11))], t0, zone)).toMatchObject({ kind: "first", day: -20 });
  });
  test("before t0 the first score, without a day", () => {
    expect(reference([form("a", day(-3)), form("b", day(-1))], null, zone)).toMatchObject({
      kind: "first", assessment: { id: "a" }, day: null,
    });
  });
  test("none without scores; recall windows are never mixed", () => {
    expect(reference([], t0, zone)).toBeNull();
    expect(() => reference([form("a", day(1)), form("b", day(2), { recall: "month" })], t0, zone)).toThrow(RangeError);
  });
  test("only what comes after it is compared with it", () => {
    const forms = [form("early", day(-5)), form("base", day(-2)), form("later", day(4))];
    const base = reference(forms, t0, zone)!;
    expect(forms.filter((one) => isAfter(one, base)).map(({ id }) => id)).toEqual(["later"]);
  });
  test("order of time, then of entry, then of id", () => {
    const at = day(1);
    const rows = [
      form("a", at, { enteredAt: day(2) }), form("c", at, { enteredAt: day(1) }), form("b", at, { enteredAt: day(1) }),
      form("z", day(0)),
    ];
    expect(rows.toSorted(byTime).map(({ id }) => id)).toEqual(["z", "b", "c", "a"]);
  });
});
