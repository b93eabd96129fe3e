import { expect, test } from "vitest";
import { shortDate, shownDate, shownDay, shownTime, weekdayDate } from "./shown-date";

test("clinic wall time in words", () => {
  expect(shownDate("2026-11-02T09:05")).toBe("2 Nov 2026");
  expect(shownTime("2026-11-02T09:05")).toBe("09:05");
  expect(shortDate("2026-12-31")).toBe("31 Dec");
  expect(weekdayDate("2026-11-23")).toBe("Mon 23 Nov");
  expect(weekdayDate("2024-02-29T23:59")).toBe("Thu 29 Feb");
  expect(shownDay(-3)).toBe("day −3");
});
