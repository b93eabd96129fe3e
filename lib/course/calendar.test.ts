import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, calendarDay, daysBetween, localDay, resolveWallTime, wallTime } from "./calendar";
import { dayNamed, dayNumberOf, isCalendarDay } from "./day-number";
import { isTimeZone, offsetAt } from "./zone";

// Whole and half hours, 45 minutes, +14, −11, a 30-minute summer time (Lord Howe), a skipped day (Apia), no change.
const zones = [
  "UTC", "America/New_York", "Europe/Zurich", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati",
  "Pacific/Apia", "Pacific/Pago_Pago", "Africa/Casablanca", "America/St_Johns", "Asia/Tehran", "Europe/Dublin",
];
const zone = fc.constantFrom(...zones);
const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2037-12-31"), noInvalidDate: true });

describe("calendar days", () => {
  test("the day is the zone's, not UTC's", () => {
    expect(calendarDay(new Date("2026-11-23T18:20:00Z"), "Asia/Kathmandu")).toBe("2026-11-24");
    expect(calendarDay(new Date("2026-11-23T18:10:00Z"), "Asia/Kathmandu")).toBe("2026-11-23");
    expect(calendarDay(new Date("2026-11-23T10:00:00Z"), "Pacific/Kiritimati")).toBe("2026-11-24");
    expect(calendarDay(new Date("2026-11-23T10:00:00Z"), "Pacific/Pago_Pago")).toBe("2026-11-22");
  });

  test("days between", () => {
    expect(daysBetween("2026-11-01", "2026-11-23")).toBe(22);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
    expect(daysBetween("2026-11-23", "2026-11-01")).toBe(-22);
    expect(daysBetween("2026-11-23", "2026-11-23")).toBe(0);
  });

  test("adding days over a year's end and a leap day", () => {
    expect(addDays("2026-12-30", 3)).toBe("2027-01-02");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  test.each(["2026-02-30", "2026-13-01", "2026-1-1", "23.11.2026", "", "2026-11-23T00:00"])(
    "%s is not a day",
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
      expect(() => daysBetween(day, "2026-01-01")).toThrow(RangeError);
      expect(() => addDays(day, 1)).toThrow(RangeError);
    },
  );

  test("days as numbers: 20 780 days after 1 January 1970", () => {
    expect(dayNumberOf("1970-01-01")).toBe(0);
    expect(dayNumberOf("2026-11-23")).toBe(20_780);
    expect(dayNamed(20_780)).toBe("2026-11-23");
  });

  test("leap days", () => {
    expect(isCalendarDay("2028-02-29")).toBe(true);
    expect(isCalendarDay("2026-02-29")).toBe(false);
    expect(isCalendarDay("2100-02-29")).toBe(false);
  });

  test("twenty minutes over midnight is day 1", () => {
    const t0 = new Date("2026-11-01T23:50:00-05:00");
    expect(localDay(new Date("2026-11-02T00:10:00-05:00"), t0, "America/New_York")).toBe(1);
    expect(localDay(t0, t0, "America/New_York")).toBe(0);
    expect(localDay(new Date("2026-10-31T23:59:00-04:00"), t0, "America/New_York")).toBe(-1);
  });

  test("the day of 25 hours and the day of 23 are one day each", () => {
    const autumn = new Date("2026-10-31T12:00:00-04:00");
    expect(localDay(new Date("2026-11-01T12:00:00-05:00"), autumn, "America/New_York")).toBe(1);
    const spring = new Date("2026-03-07T12:00:00-05:00");
    expect(localDay(new Date("2026-03-08T12:00:00-04:00"), spring, "America/New_York")).toBe(1);
  });

  test("an invalid date and an unknown zone are refused", () => {
    expect(() => calendarDay(new Date(Number.NaN), "UTC")).toThrow(RangeError);
    expect(() => calendarDay(new Date(0), "Mars/Olympus")).toThrow(RangeError);
    expect(isTimeZone("Asia/Kathmandu")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });

  test("Kathmandu stands 5 h 45 min ahead", () => {
    expect(offsetAt(Date.parse("2026-11-23T12:00:00Z"), "Asia/Kathmandu")).toBe(20_700_000);
  });
});

describe("wall times", () => {
  test("Boston in November", () => {
    expect(wallTime(new Date("2026-11-23T15:05:59Z"), "America/New_York")).toBe("2026-11-23T10:05");
    expect(resolveWallTime("2026-11-23T10:05", "America/New_York")).toEqual({
      kind: "instant", instant: new Date("2026-11-23T15:05:00Z"),
    });
  });

  test("the repeated hour is both of its instants", () => {
    expect(resolveWallTime("2026-11-01T01:30", "America/New_York")).toEqual({
      kind: "repeated",
      earlier: new Date("2026-11-01T05:30:00Z"),
      later: new Date("2026-11-01T06:30:00Z"),
    });
  });

  test("the skipped hour, half hour and day do not exist", () => {
    expect(resolveWallTime("2026-03-08T02:30", "America/New_York")).toEqual({ kind: "skipped" });
    expect(resolveWallTime("2026-10-04T02:15", "Australia/Lord_Howe")).toEqual({ kind: "skipped" });
    expect(resolveWallTime("2011-12-30T12:00", "Pacific/Apia")).toEqual({ kind: "skipped" });
  });

  test.each(["2026-11-23", "2026-11-23T24:00", "2026-11-23T10:60", "2026-02-30T10:00", "2026-11-23T10:05Z", ""])(
    "%s is not a wall time",
    (wall) => expect(() => resolveWallTime(wall, "UTC")).toThrow(RangeError),
  );
});

describe("against Temporal, an independent implementation", () => {
  const ours = (wall: string, name: string) => {
    const read = resolveWallTime(wall, name);
    if (read.kind === "skipped") return [];
    return read.kind === "instant" ? [+read.instant] : [+read.earlier, +read.later];
  };

  test("law: the day and the wall time agree", () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(+at).toZonedDateTimeISO(name);
        expect(calendarDay(at, name)).toBe(theirs.toPlainDate().toString());
        expect(wallTime(at, name)).toBe(theirs.toPlainDateTime().toString({ smallestUnit: "minute" }));
      }),
      { numRuns: 500 },
    );
  });

  test("law: every quarter of an hour around a transition agrees", () => {
    for (const [name, day] of [
      ["America/New_York", "2026-03-08"], ["America/New_York", "2026-11-01"], ["Pacific/Apia", "2011-12-29"],
      ["Australia/Lord_Howe", "2026-04-05"], ["Australia/Lord_Howe", "2026-10-04"], ["Europe/Dublin", "2026-10-25"],
    ] as const) {
      const noon = Date.parse(`${day}T12:00:00Z`);
      for (let minute = -1440; minute <= 1440; minute += 15) {
        const at = noon + minute * 60_000;
        const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
        expect(wallTime(new Date(at), name)).toBe(theirs.toPlainDateTime().toString({ smallestUnit: "minute" }));
      }
    }
  });

  test("law: a wall time resolves to the same instants, or to none", () => {
    const known = (wall: string, name: string) => {
      const plain = Temporal.PlainDateTime.from(wall);
      const both = (["earlier", "later"] as const).map((side) => plain.toZonedDateTime(name, { disambiguation: side }));
      const real = both.filter((one) => one.toPlainDateTime().equals(plain)).map((one) => one.epochMilliseconds);
      return [...new Set(real)];
    };
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const wall = at.toISOString().slice(0, 16);
        expect(ours(wall, name)).toEqual(known(wall, name));
      }),
      { numRuns: 300 },
    );
    for (const name of zones) {
      for (const day of ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]) {
        for (let minute = 0; minute < 240; minute += 15) {
          const wall = new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).toISOString().slice(0, 16);
          expect(ours(wall, name)).toEqual(known(wall, name));
        }
      }
    }
  });

  test("law: reading a wall time back gives it again", () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const read = ours(wallTime(at, name), name);
        expect(read.length).toBeGreaterThan(0);
        expect(read.map((each) => wallTime(new Date(each), name))).toEqual(read.map(() => wallTime(at, name)));
      }),
    );
  });

  test("law: days between and adding days undo each other", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -3000, max: 3000 }), (at, days) => {
        const day = at.toISOString().slice(0, 10);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(day, days)).toBe(Temporal.PlainDate.from(day).add({ days }).toString());
      }),
    );
  });
});
