import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clinicClock } from "./clinic-clock";

const zone = "America/New_York";
const clockAt = (now: string) => clinicClock(new Date(now), zone);

describe("days and clock times around now", () => {
  // US daylight saving: 8 March 2026 has 23 hours and 1 November 2026 has 25 (tz database, rule US).
  test.each([
    ["an ordinary day", "2026-11-23T15:00:00Z", 0, "09:00", "2026-11-23T14:00:00.000Z"],
    [
      "late in the evening, when UTC is a day ahead",
      "2026-11-24T03:30:00Z",
      0,
      "09:00",
      "2026-11-23T14:00:00.000Z",
    ],
    ["across the spring change", "2026-03-08T16:00:00Z", -1, "09:00", "2026-03-07T14:00:00.000Z"],
    ["on the spring change", "2026-03-08T16:00:00Z", 0, "09:00", "2026-03-08T13:00:00.000Z"],
    ["on the autumn change", "2026-11-01T16:00:00Z", 0, "09:00", "2026-11-01T14:00:00.000Z"],
    ["before the autumn change", "2026-11-01T16:00:00Z", -1, "09:00", "2026-10-31T13:00:00.000Z"],
    ["on a leap day", "2028-02-29T16:00:00Z", 1, "09:00", "2028-03-01T14:00:00.000Z"],
    ["a year after a leap day", "2029-02-28T16:00:00Z", -365, "09:00", "2028-02-29T14:00:00.000Z"],
  ])("%s", (_, now, fromToday, time, expected) => {
    expect(clockAt(now).at(fromToday, time).toISOString()).toBe(expected);
  });

  test("an hour that the clocks jump over is no opening hour", () => {
    expect(() => clockAt("2026-03-08T16:00:00Z").at(0, "02:30")).toThrow(RangeError);
  });
});

describe("what has been held today", () => {
  const clock = clockAt("2026-11-23T11:00:00Z"); // 06:00 in the clinic
  const last = new Date("2026-11-23T14:00:00Z"); // 09:00

  test("keeps its hour once the day's last visit is over", () => {
    const later = clockAt("2026-11-23T14:00:00Z");
    expect(later.held(last, last)).toEqual(last);
  });

  test("is drawn into the hours since midnight before that, in order", () => {
    expect(clock.held(last, last).toISOString()).toBe("2026-11-23T11:00:00.000Z");
    expect(clock.held(new Date("2026-11-23T12:30:00Z"), last).toISOString()).toBe("2026-11-23T10:00:00.000Z");
  });

  test("leaves yesterday alone", () => {
    const yesterday = new Date("2026-11-22T14:00:00Z");
    expect(clock.held(yesterday, last)).toEqual(yesterday);
  });
});

test("what is to come keeps its hour, or comes later today", () => {
  const three = new Date("2026-11-23T20:00:00Z");
  expect(clockAt("2026-11-23T19:00:00Z").toCome(three)).toEqual(three);
  expect(clockAt("2026-11-23T20:00:30Z").toCome(three).toISOString()).toBe("2026-11-23T22:00:00.000Z");
  expect(clockAt("2026-11-24T04:00:00Z").toCome(three).toISOString()).toBe("2026-11-24T04:30:00.000Z");
});

test("at any moment: held is past and still today, to come is future and still today", () => {
  const anyNow = fc.date({
    min: new Date("2024-01-01T00:00:00Z"),
    max: new Date("2040-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyNow, (now) => {
      const clock = clinicClock(now, zone);
      const [dawn, nine, ten, midnight] = [
        clock.at(0, "00:00"),
        clock.at(0, "09:00"),
        clock.at(0, "10:00"),
        clock.at(1, "00:00"),
      ];
      const [first, second] = [clock.held(nine, ten), clock.held(ten, ten)];
      expect(dawn <= first && first <= second && second <= now).toBe(true);
      expect(clock.toCome(nine) > now && clock.toCome(nine) <= midnight).toBe(true);
      expect(clock.minutesAgo(12) >= dawn && clock.minutesAgo(12) <= now).toBe(true);
    }),
    { numRuns: 300 },
  );
});
