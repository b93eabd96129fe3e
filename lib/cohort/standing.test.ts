import fc from "fast-check";
import { expect, test } from "vitest";
import { windowFate } from "./count-rows";
import { GAPS, gapsOf, LATER, OVER_FROM, OVERS, readStanding } from "./standing";
import { windowDays } from "./window-days";

test("windows open and end one after the other, and there is room for them", () => {
  const days = LATER.map(windowDays);
  expect(days.toSorted((a, b) => a[0] - b[0])).toEqual(days);
  expect(days.toSorted((a, b) => a[1] - b[1])).toEqual(days);
  expect(OVER_FROM).toEqual([3, 11, 18, 25, 32, 60]);
  expect(2 ** LATER.length * (LATER.length + 1)).toBeLessThanOrEqual(GAPS);
  expect(LATER.length).toBeLessThan(OVERS);
});

test("what became of a window is what the rows say", () => {
  const row = fc.record({ status: fc.constantFrom("active" as const, "completed" as const, "discontinued" as const), endDay: fc.integer({ min: -3, max: 70 }), today: fc.integer({ min: -3, max: 70 }) });
  fc.assert(
    fc.property(row, fc.nat(80), fc.subarray([...LATER]), ({ status, endDay: day, today }, from, filled) => {
      const endDay = status === "active" ? null : day;
      const gaps = gapsOf((window) => filled.includes(window), { status, endDay });
      const standing = (from * GAPS + gaps) * OVERS + OVER_FROM.filter((over) => today >= over).length;
      const empty = LATER.filter((window) => !filled.includes(window)).map((window) => ({ window, fate: windowFate({ status, endDay, today }, window, false) }));
      expect(readStanding(standing)).toEqual({ from, empty });
    }),
  );
});
