import { expect, test } from "vitest";
import type { Course, CourseSession } from "@/lib/course/course";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import { standings } from "@/lib/course/standing";
import { windowsView } from "./windows-view";

const course: Course = {
  startDate: "2026-11-02", plannedWeeks: 2, timeZone: "UTC", therapy: "pe", medicine: "ketamine", route: "intravenous",
};
const sessions: CourseSession[] = [{ id: "d", kind: "dose", at: new Date("2026-11-02T10:00Z"), status: "done" }];
const plan: MeasurePlan = { baseline: ["pcl-5", "c-ssrs"], "24h": [], week: ["pcl-5", "phq-9"], end: ["pcl-5"], "follow-up": ["pcl-5"] };
const at = (day: string) => new Date(`${day}T09:00Z`);
const scored = [
  { measure: "pcl-5", at: at("2026-11-02"), total: 0 },
  { measure: "c-ssrs", at: at("2026-11-02"), total: 1 },
  { measure: "pcl-5", at: at("2026-11-09"), total: 41 },
];
const now = new Date("2026-11-11T12:00Z");
const view = windowsView(standings({ course, sessions, scored, plan, today: "2026-11-11", now }));

test("a column for each measure of the plan, a row for each window with its days", () => {
  expect(view.columns.map(({ short }) => short)).toEqual(["PCL-5", "C-SSRS", "PHQ-9"]);
  expect(view.rows.map(({ what, due, open }) => [what, due, open])).toEqual([
    ["Baseline", "Mon 2 Nov", "26 Oct to 2 Nov"],
    ["Week 1", "Mon 9 Nov", "6 to 12 Nov"],
    ["Week 2, the end", "Mon 16 Nov", "13 Nov to 6 Dec"],
    ["Follow-up", "Mon 14 Dec", "7 Dec to 11 Jan"],
  ]);
});

test("a cell is the total, zero too, a screener's result by name, or a word; nothing where it is not asked for", () => {
  expect(view.rows.map(({ cells }) => cells.map(({ words }) => words))).toEqual([
    ["0", "Low", ""],
    ["41", "", "Late"],
    ["To come", "", "To come"],
    ["To come", "", ""],
  ]);
});
