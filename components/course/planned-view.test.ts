import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/course/calendar";
import type { Course } from "@/lib/course/course";
import { startingPlans } from "@/lib/course/measure-plan";
import { plannedView } from "./planned-view";

const zone = "America/New_York";
const monday = "2026-11-02";
const course: Course = { startDate: monday, plannedWeeks: 4, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intranasal" };
const plan = startingPlans[0]!.plan; // the PCL-5 alone
const on = (day: number) => new Date(`${addDays(monday, day)}T14:00:00Z`);
const session = (kind: "dose" | "therapy", day: number, status: "done" | "planned" | "missed" | "cancelled", planned: number | null = day, reason: string | null = null) => ({
  id: `${kind}${day}`, kind, status, at: on(day), plannedAt: planned === null ? null : on(planned), reason,
});
const sessions = [
  session("dose", 0, "done"), session("therapy", 1, "done"), session("dose", 8, "done", 7), session("therapy", 9, "missed", 9, "Ill"),
  session("dose", 14, "cancelled", 14, "Blood pressure"), session("therapy", 15, "planned"), session("therapy", 17, "done", null), session("dose", 21, "planned"),
];
const pcl = (day: number, hour = 13) => ({ measure: "pcl-5", at: new Date(+on(day) + (hour - 14) * 3_600_000), total: 40 });
const view = plannedView({ course, sessions, scored: [pcl(0), pcl(1), pcl(7)], plan, today: addDays(monday, 18), now: on(18) });

describe("planned beside done", () => {
  test("every session and window stands once, with what came of it and why", () => {
    const told = Object.fromEntries(view.rows.map(({ id, happened, done, reason }) => [id, [happened, done, reason]]));
    expect(told).toMatchObject({
      dose0: ["on time", "Mon 2 Nov", ""], dose8: ["late by 1 day", "Tue 10 Nov", ""], therapy9: ["missed", null, "Ill"], dose14: ["cancelled", null, "Blood pressure"],
      therapy15: ["not marked", null, ""], therapy17: ["unplanned", "Thu 19 Nov", ""], dose21: ["to come", null, ""],
      Baseline: ["recorded", null, ""], "24 h": ["recorded", null, ""], "Week 1": ["recorded", null, ""], "Week 2": ["missed", null, ""], "Week 3": ["due", null, ""], "Week 4": ["to come", null, ""],
    });
    expect(view.rows.map(({ day }) => day)).toEqual(view.rows.map(({ day }) => day).toSorted());
    expect(view.rows).toHaveLength(sessions.length + 7);
  });
  test("the numbers, counted by hand", () => {
    expect(view.figures).toEqual([
      { what: "Doses", share: "2 of 2 (100 %)", words: "1 on time, 1 late, 1 cancelled, 1 to come" },
      { what: "Therapy", share: "1 of 3 (33 %)", words: "1 on time, 1 unplanned, 1 missed, 1 not marked" },
      { what: "Measures", share: "3 of 4 (75 %)", words: "3 recorded, 1 missed, 1 due, 2 to come" },
      { what: "Therapy within 24 h of a dose", share: "1 of 2 (50 %)", words: "" },
      { what: "Therapy on the day after a dose", share: "1 of 2 (50 %)", words: "" },
    ]);
  });
  test("marks lie within the strip, a moved one leads back to its plan, today is on it", () => {
    const marks = view.lanes.flatMap((lane) => lane.marks);
    for (const { at } of marks) expect(at > 0 && at < 100).toBe(true);
    const moved = marks.filter(({ plannedAt }) => plannedAt !== null);
    expect(moved.map(({ id, state }) => [id, state])).toEqual([["dose8", "moved"]]);
    expect(moved[0]!.plannedAt! < moved[0]!.at).toBe(true);
    expect(view.today).not.toBeNull();
  });
  test("a line for each week from the start date, also before it", () => {
    expect(view.weeks.map(({ name }) => name).slice(0, 3)).toEqual(["2 Nov", "9 Nov", "16 Nov"]);
    const before = plannedView({ course, sessions: [...sessions, session("therapy", -9, "done")], scored: [], plan, today: addDays(monday, 18), now: on(18) });
    expect(before.weeks[0]?.name).toBe("26 Oct");
    expect(before.weeks[0]!.at).toBeGreaterThan(0);
  });
  test("a course without sessions has its baseline to come and no shares", () => {
    const empty = plannedView({ course, sessions: [], scored: [], plan, today: monday, now: on(0) });
    expect(empty.figures).toEqual([{ what: "Measures", share: "—", words: "1 due" }]);
    expect(empty.lanes.map(({ kind }) => kind)).toEqual(["measure"]);
  });
});
