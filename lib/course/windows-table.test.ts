import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowSpans, windowsTable, type TotalForm, type WindowsQuestion } from "./windows-table";

const zone = "America/New_York";
const t0 = new Date("2026-11-05T12:00:00-05:00");
const HOUR = 3_600_000;
const on = (day: number, wall = "12:00") => new Date(`${new Date(Date.UTC(2026, 10, 5 + day)).toISOString().slice(0, 10)}T${wall}:00-05:00`);
const form = (id: string, at: Date, total: number, more: Partial<TotalForm> = {}): TotalForm => ({
  id, measure: "pcl-5", recall: "week", at, enteredAt: at, total, ...more,
});
const ask = (forms: TotalForm[], now: Date, more: Partial<WindowsQuestion<TotalForm>> = {}) => windowsTable({ forms, t0, zone, now, ...more });
const told = (...given: Parameters<typeof ask>) =>
  ask(...given)[0]!.rows.map(({ what, found, change, reason }) => `${what}: ${found === null ? reason : `${found.total} (${change})`}`);
const base = form("base", on(0, "10:00"), 52);

test("the worked example", () => {
  expect(told([form("w1", on(7), 38), base], on(9))).toEqual([
    "Baseline: 52 (null)", "24 h: no form between 6 Nov and 7 Nov 2026", "Week 1: 38 (-14)", "Week 2: not yet: opens 16 Nov",
    "Week 3: not yet: opens 23 Nov", "Week 4: not yet: opens 30 Nov", "Week 8: not yet: opens 28 Dec",
  ]);
});

test("when the windows are open", () => {
  const noon = new Date("2026-11-12T12:00:00-05:00");
  const spans = windowSpans(noon, zone).map(({ window, opens, closes }) => [window, opens, closes]);
  expect(spans).toEqual([
    ["baseline", "2026-11-05", "2026-11-12"], ["24h", "2026-11-13", "2026-11-14"], ["week-1", "2026-11-16", "2026-11-22"],
    ["week-2", "2026-11-23", "2026-11-29"], ["week-3", "2026-11-30", "2026-12-06"], ["week-4", "2026-12-07", "2026-12-13"],
    ["week-8", "2027-01-04", "2027-01-10"],
  ]);
  expect(windowSpans(noon, zone)[1]).toMatchObject({ from: new Date("2026-11-13T06:00:00-05:00"), until: new Date("2026-11-14T00:00:00-05:00") });
  expect(windowSpans(null, zone)).toEqual([]);
});

describe("why a window is empty", () => {
  const reasonOf = (window: string, ...given: Parameters<typeof ask>) => ask(...given)[0]!.rows.find((row) => row.window === window)?.reason;
  test("nothing done yet", () => {
    const rows = ask([form("a", on(-3), 50)], on(0), { t0: null })[0]!.rows;
    expect(rows.map(({ reason }) => reason)).toEqual(Array(7).fill("no dose or session done yet"));
    expect(rows.every(({ span }) => span === null)).toBe(true);
  });
  test("the hours of 24 h are to come, open, over", () => {
    expect(reasonOf("24h", [base], on(1, "05:59"))).toBe("not yet: opens 6 Nov");
    expect(reasonOf("24h", [base], on(1, "06:00"))).toBe("no form yet: open until 7 Nov");
    expect(reasonOf("24h", [base], on(2, "00:00"))).toBe("no form yet: open until 7 Nov");
    expect(reasonOf("24h", [base], on(2, "00:01"))).toBe("no form between 6 Nov and 7 Nov 2026");
  });
  test("open, then over", () => {
    expect(reasonOf("week-1", [base], on(4, "00:00"))).toBe("no form yet: open until 15 Nov");
    expect(reasonOf("week-1", [base], on(10, "23:59"))).toBe("no form yet: open until 15 Nov");
    expect(reasonOf("week-1", [base], on(11, "00:00"))).toBe("no form between 9 Nov and 15 Nov 2026");
  });
  test("what the plan does not ask for is not planned, to come or gone, but what is there is still told", () => {
    const only = (...windows: string[]) => ({ asked: (measure: string, span: { window: string }) => measure === "pcl-5" && windows.includes(span.window) });
    expect(told([form("w1", on(7), 38), base], on(30), only("week-2", "week-8"))).toEqual([
      "Baseline: 52 (null)", "24 h: not planned", "Week 1: 38 (-14)", "Week 2: no form between 16 Nov and 22 Nov 2026",
      "Week 3: not planned", "Week 4: not planned", "Week 8: not yet: opens 28 Dec",
    ]);
    expect(reasonOf("week-1", [base], on(1), only())).toBe("not planned");
    expect(reasonOf("week-1", [base], on(20), { ...only(), incomplete: [{ measure: "pcl-5", recall: "week", at: on(7) }] })).toBe("only an incomplete form here, not scored");
  });
  test("a form of another recall, an incomplete one, another measure's", () => {
    const [month, week] = ask([form("w", on(7), 40), form("m", on(-2), 50, { recall: "month" })], on(20));
    expect(month?.recall).toBe("month");
    expect(week?.rows[0]?.reason).toBe("only a form of another recall here: past month");
    expect(week?.reference).toBe("first");
    expect(month?.rows[2]?.reason).toBe("only a form of another recall here: past week");
    expect(reasonOf("week-1", [base], on(20), { incomplete: [{ measure: "pcl-5", recall: "week", at: on(7) }] })).toBe("only an incomplete form here, not scored");
    expect(reasonOf("week-1", [base, form("p", on(7), 9, { measure: "phq-9" })], on(20))).toBe("no form between 9 Nov and 15 Nov 2026");
  });
});

test("change is counted from the baseline, a chosen one, or the first score, and never across recall windows", () => {
  const forms = [base, form("w1", on(7), 38), form("w2", on(14), 40)];
  expect(told(forms, on(20)).slice(2, 4)).toEqual(["Week 1: 38 (-14)", "Week 2: 40 (-12)"]);
  const chosen = ask(forms, on(20), { chosen: () => "w1" })[0]!;
  expect([chosen.reference, ...chosen.rows.map(({ change }) => change)]).toEqual(["chosen", null, null, null, 2, null, null, null]);
  const zero = told([base, form("w1", on(7), 0)], on(20));
  expect(zero[2]).toBe("Week 1: 0 (-52)");
});

describe("laws", () => {
  const forms = fc.array(fc.record({ hour: fc.integer({ min: -300, max: 1500 }), total: fc.integer({ min: 0, max: 80 }), recall: fc.constantFrom("week" as const, "month" as const) }), { minLength: 1, maxLength: 20 });
  const build = (list: { hour: number; total: number; recall: "week" | "month" }[], shift = 0) =>
    list.map(({ hour, total, recall }, i) => form(`f${i}`, new Date(+t0 + hour * HOUR + shift), total, { recall }));
  test("every row either found a score or says why not; each score stands once", () => {
    fc.assert(fc.property(forms, fc.integer({ min: -200, max: 1600 }), (list, hour) => {
      const rows = ask(build(list), new Date(+t0 + hour * HOUR)).flatMap((series) => series.rows);
      for (const { found, reason } of rows) expect(found === null).toBe(reason !== null);
      const ids = rows.flatMap(({ found }) => (found === null ? [] : [found.id]));
      expect(new Set(ids).size).toBe(ids.length);
    }));
  });
  test("the order of rows does not matter within a measure", () => {
    fc.assert(fc.property(forms, (list) => {
      expect(ask(build(list).toReversed(), on(30))).toEqual(ask(build(list), on(30)));
    }));
  });
});
