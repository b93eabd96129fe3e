import { expect, test } from "vitest";
import { askedIn } from "./asked-in";
import type { Course } from "./course";
import type { MeasurePlan } from "./measure-plan";
import { windowSpans } from "./windows-table";

const zone = "America/New_York";
const t0 = new Date("2026-11-05T12:00:00-05:00");
const course: Course = { startDate: "2026-11-05", plannedWeeks: 4, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intravenous" };
const plan: MeasurePlan = { baseline: ["pcl-5", "phq-9", "audit-c"], "24h": ["pcl-5"], week: ["pcl-5", "phq-9"], end: ["pcl-5", "audit-c"], "follow-up": ["phq-9"] };
const first = (kind: "dose" | "therapy") => [{ id: "s", kind, at: t0, status: "done" as const }];
const asked = (measure: string, kind: "dose" | "therapy" = "dose", more: Partial<Course> = {}) => {
  const ask = askedIn({ ...course, ...more }, first(kind), plan);
  return windowSpans(t0, zone).filter((span) => ask(measure, span)).map(({ window }) => window);
};

test("the worked example: every window but 24 h, the follow-up being week 8", () => {
  expect(asked("phq-9")).toEqual(["baseline", "week-1", "week-2", "week-3", "week-4", "week-8"]);
});

test("24 h only after a dose, the end in the last week, nothing past the weeks planned", () => {
  expect(asked("pcl-5")).toEqual(["baseline", "24h", "week-1", "week-2", "week-3", "week-4"]);
  expect(asked("pcl-5", "therapy")).toEqual(["baseline", "week-1", "week-2", "week-3", "week-4"]);
  expect(asked("audit-c")).toEqual(["baseline", "week-4"]);
  expect(asked("audit-c", "dose", { plannedWeeks: 2 })).toEqual(["baseline", "week-2"]);
  expect(asked("gad-7")).toEqual([]);
});
