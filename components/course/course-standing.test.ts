import { expect, test } from "vitest";
import type { Course } from "@/lib/course/course";
import { courseStanding } from "./course-standing";

const course: Course = {
  startDate: "2026-11-01",
  plannedWeeks: 4,
  timeZone: "America/New_York",
  therapy: "pe",
  medicine: "ketamine",
  route: "intravenous",
};
const t0 = new Date("2026-11-01T15:00:00Z");
const now = new Date("2026-11-23T15:00:00Z");

test("a course under way says its day", () => {
  expect(courseStanding(course, t0, "2026-11-23", now)).toBe("Day 22 of 28");
});

test("one that has ended says when, by the clinic's calendar", () => {
  const endedAt = new Date("2026-11-21T02:00:00Z"); // still the 20th in New York
  expect(courseStanding({ ...course, endedAt }, t0, "2026-11-23", now)).toBe("Ended 20 Nov 2026");
});

test("one that has not begun says so, before its date and after", () => {
  expect(courseStanding(course, null, "2026-10-30", now)).toBe("Starts 1 Nov 2026");
  expect(courseStanding(course, null, "2026-11-01", now)).toBe("Starts 1 Nov 2026");
  expect(courseStanding(course, null, "2026-11-02", now)).toBe("Not started, planned for 1 Nov 2026");
});
