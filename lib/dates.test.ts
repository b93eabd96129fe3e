import { expect, test } from "vitest";
import { ageOn, dayInWords, instantInWords, weekdayInWords, zoneName } from "./dates";

test("a calendar day in words is the same everywhere, September too", () => {
  expect(dayInWords("2026-09-11")).toBe("11 Sep 2026");
  expect(weekdayInWords("2026-11-28")).toBe("Sat 28 Nov"); // the 26th was Thanksgiving, a Thursday
  expect(weekdayInWords("2026-09-07")).toBe("Mon 7 Sep"); // Labor Day
});

test("an instant is said on the clock of its zone", () => {
  const instant = new Date("2026-09-30T22:20:00Z");
  expect(instantInWords(instant, "America/New_York")).toBe("30 Sep 2026, 18:20");
  expect(instantInWords(instant, "Asia/Kathmandu")).toBe("1 Oct 2026, 04:05"); // five and three quarter hours ahead
  expect(instantInWords(new Date("2026-11-23T05:00:00Z"), "America/New_York")).toBe("23 Nov 2026, 00:00"); // midnight is hour 0
  expect(zoneName("America/New_York")).toBe("New York");
});

test("age counts birthdays", () => {
  expect([ageOn("1985-04-12", "2026-04-11"), ageOn("1985-04-12", "2026-04-12")]).toEqual([40, 41]);
});
