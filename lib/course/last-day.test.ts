import { expect, test } from "vitest";
import { lastDayProblem } from "./last-day";

const course = { startDate: "2026-11-02", today: "2026-11-26" };

test.each([
  ["", "Enter the day it ended"],
  ["2026-11-01", "The course had not begun on that day"],
  ["2026-11-02", null],
  ["2026-11-26", null],
  ["2026-11-27", "Enter a day that has come"],
])("a course of 2 November to today, the 26th, ended on %j: %s", (on, words) => {
  expect(lastDayProblem(on, course)).toBe(words);
});
