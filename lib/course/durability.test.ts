import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durability, durabilityWords } from "./durability";
import type { TotalForm } from "./windows-table";

const zone = "Asia/Kathmandu";
const start = new Date("2026-11-05T09:00:00+05:45");
const on = (day: number) => new Date(+start + day * 86_400_000);
const form = (day: number, total: number, more: Partial<TotalForm> = {}): TotalForm => ({
  id: `f${day}`, measure: "pcl-5", recall: "week", at: on(day), enteredAt: on(day), total, ...more,
});
const doses = [{ id: "b", at: on(7) }, { id: "a", at: on(0) }];
const told = (...forms: TotalForm[]) => durability(forms, doses, zone);
const words = (...forms: TotalForm[]) => durabilityWords(told(...forms)!);

describe("after the last dose", () => {
  test("the worked example", () => {
    expect(told(form(37, 31), form(-1, 60), form(8, 28))).toMatchObject({ days: 30, end: { total: 28 }, latest: { total: 31 }, change: 3 });
    expect(words(form(37, 31), form(8, 28))).toBe("28 at the end of dosing, 31 at day 30 after the last dose: +3 points.");
    expect(words(form(37, 27), form(8, 28))).toBe("28 at the end of dosing, 27 at day 30 after the last dose: −1 point.");
    expect(words(form(37, 0), form(8, 0))).toBe("0 at the end of dosing, 0 at day 30 after the last dose: 0 points.");
  });
  test("a first score on day 7 is the end of dosing, on day 8 it is not", () => {
    expect(told(form(14, 30), form(20, 25))?.change).toBe(-5);
    expect(told(form(15, 30), form(20, 25))).toMatchObject({ end: null, latest: { total: 25 }, change: null });
    expect(words(form(15, 30))).toBe("30 at day 8 after the last dose; no score within 7 days of it to compare with.");
  });
  test("one score, no score, no dose", () => {
    expect(words(form(8, 28))).toBe("28 at the end of dosing, none later.");
    expect(words(form(-1, 60), form(7, 40))).toBe("no score since the last dose.");
    expect(durability([form(8, 28)], [], zone)).toBeNull();
  });
  test("recall windows are never mixed", () => {
    expect(() => told(form(8, 28), form(9, 28, { recall: "month" }))).toThrow(RangeError);
  });
});

test("the order of rows does not matter, and only what came after the last dose counts", () => {
  fc.assert(fc.property(fc.array(fc.record({ day: fc.integer({ min: -30, max: 90 }), total: fc.integer({ min: 0, max: 80 }) })), (list) => {
    const forms = list.map(({ day, total }, i) => form(day, total, { id: `f${i}` }));
    const all = durability(forms, doses, zone);
    expect(durability(forms.toReversed(), doses.toReversed(), zone)).toEqual(all);
    expect(durability(forms.filter(({ at }) => at > on(7)), doses, zone)).toEqual(all);
  }));
});
