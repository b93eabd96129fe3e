import { describe, expect, test } from "vitest";
import { calendarDay } from "./calendar";
import { dayStart } from "./day-start";

describe("where a day begins", () => {
  // tz database: Egypt's summer time begins on the last Friday of April at 00:00 (rule Egypt, 2023-max); Cuba's ends on
  // the first Sunday of November at 01:00, back to 00:00, so that this midnight comes twice (rule Cuba, 2012-max).
  test.each([
    ["2026-11-23", "America/New_York", "2026-11-23T05:00:00.000Z"],
    ["2026-11-23", "Asia/Kathmandu", "2026-11-22T18:15:00.000Z"],
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ])("%s in %s is %s", (day, zone, instant) => expect(dayStart(day, zone).toISOString()).toBe(instant));

  test.each(["Africa/Cairo", "America/Havana"])("is of that day in %s, and the moment before is not", (zone) => {
    for (let index = 0; index < 366; index += 1) {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      const start = dayStart(day, zone);
      expect(calendarDay(start, zone)).toBe(day);
      expect(calendarDay(new Date(+start - 1), zone) < day).toBe(true);
    }
  });
});
