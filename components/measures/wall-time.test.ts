import { expect, test, vi } from "vitest";
import { wallClock, wallTimeAfter, wallTimeWords } from "./wall-time";

test("a wall time in words, in any zone the browser is in", () => {
  expect(wallTimeWords("2026-11-23T10:05")).toBe("23 Nov 2026, 10:05");
  expect(wallTimeWords("2026-03-08T02:30")).toBe("8 Mar 2026, 02:30");
});

test("what is no wall time is shown as it is", () => {
  expect(wallTimeWords("")).toBe("");
  expect(wallTimeWords("2026-13-01T00:00")).toBe("2026-13-01T00:00");
});

test("the clock goes on while the form is open, over midnight and the year's end", () => {
  expect(wallTimeAfter("2026-11-23T10:05", 0)).toBe("2026-11-23T10:05");
  expect(wallTimeAfter("2026-11-23T10:05", 59_999)).toBe("2026-11-23T10:05");
  expect(wallTimeAfter("2026-12-31T23:59", 60_000)).toBe("2027-01-01T00:00");
});

test("a device whose clock is set back does not move the limit back", () => {
  expect(wallTimeAfter("2026-11-23T10:05", -3_600_000)).toBe("2026-11-23T10:05");
});

test("the page's own clock runs, a minute ahead where clocks may differ", () => {
  vi.useFakeTimers();
  const clock = wallClock("2026-11-23T10:05", 60_000);
  expect(clock()).toBe("2026-11-23T10:06");
  vi.advanceTimersByTime(3_600_000);
  expect(clock()).toBe("2026-11-23T11:06");
  vi.useRealTimers();
});
