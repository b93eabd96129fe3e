import { describe, expect, test } from "vitest";
import { addDays, calendarDay } from "./calendar";
import type { Course, CourseSession } from "./course";
import { due } from "./due";
import { dueName } from "./due-words";
import { planFor, startingPlans, type MeasurePlan } from "./measure-plan";
import type { ScoredForm } from "./standing";

const zone = "America/New_York";
const start = "2026-11-01"; // the day the clocks go back
const course: Course = {
  startDate: start, plannedWeeks: 4, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intravenous",
};
const alone = startingPlans[0]!.plan;
const weekly: MeasurePlan = {
  baseline: ["pcl-5", "phq-9"], "24h": ["pcl-5"], week: ["pcl-5", "phq-9"], end: ["pcl-5", "caps-5"], "follow-up": ["pcl-5"],
};
const on = (day: number, wall = "10:00") => new Date(`${addDays(start, day)}T${wall}:00-05:00`);
const session = (kind: CourseSession["kind"], day: number, status: CourseSession["status"] = "done"): CourseSession => ({
  id: `${kind}${day}`, kind, at: on(day), status,
});
const dosed = [session("dose", 0)];

interface Asked {
  day: number;
  scored?: ScoredForm[];
  sessions?: CourseSession[];
  plan?: MeasurePlan;
  course?: Partial<Course>;
  wall?: string;
}
function ask({ day, scored = [], sessions = dosed, plan = alone, course: more = {}, wall = "12:00" }: Asked) {
  const now = on(day, wall);
  return due({ course: { ...course, ...more }, sessions, scored, plan, today: calendarDay(now, zone), now });
}
const forms = (measure: string, ...days: number[]): ScoredForm[] =>
  days.map((day) => ({ measure, at: day === 0 ? on(0, "09:00") : on(day) }));
const pcl = (...days: number[]) => forms("pcl-5", ...days);
const phq = (...days: number[]) => forms("phq-9", ...days);

describe("next", () => {
  test("day 22 with all recorded: week 4 with its measures, on day 28", () => {
    const scored = [...pcl(0, 1, 7, 14, 21), ...phq(0, 7, 14, 21)];
    expect(ask({ day: 22, scored, plan: weekly })).toEqual({
      next: { what: "Week 4", kind: "end", measures: ["pcl-5", "caps-5", "phq-9"], dueDay: addDays(start, 28), at: null },
      overdue: null,
      dueToday: false,
      dueNow: [],
    });
  });
  test("24 h after the dose, with its hour, and only what the plan asks for then", () => {
    expect(ask({ day: 0, scored: [...pcl(0), ...phq(0)], plan: weekly })).toMatchObject({
      next: { what: "24 h", kind: "24h", measures: ["pcl-5"], dueDay: addDays(start, 1), at: on(1) }, overdue: null, dueNow: [],
    });
    expect(ask({ day: 1, scored: pcl(0), wall: "09:00" })).toMatchObject({ dueToday: true, dueNow: ["pcl-5"] });
  });
  test("36 hours after the dose the 24 h form is no longer asked for", () => {
    expect(ask({ day: 1, scored: pcl(0), wall: "22:00" })).toMatchObject({ next: { what: "24 h" }, dueNow: ["pcl-5"] });
    expect(ask({ day: 1, scored: pcl(0), wall: "22:01" })).toMatchObject({ next: { what: "Week 1" }, overdue: null, dueNow: [] });
  });
  test("an early form is that of its week, for its measure alone", () => {
    expect(ask({ day: 5, scored: pcl(0, 1, 4) }).next?.what).toBe("Week 2");
    expect(ask({ day: 5, scored: pcl(0, 1, 3) }).next?.what).toBe("Week 1");
    expect(ask({ day: 5, scored: pcl(0, 1, 4), plan: weekly }).next).toMatchObject({ what: "Week 1", measures: ["phq-9"] });
  });
  test("planned sessions take their place by date; on one day the form comes first", () => {
    const [dose, weekDose] = [session("dose", 0), session("dose", 7, "planned")];
    expect(ask({ day: 2, scored: pcl(0, 1), sessions: [dose, weekDose, session("therapy", 5, "planned")] }).next).toEqual({
      what: "PE session 1", kind: "therapy", measures: [], dueDay: addDays(start, 5), at: on(5),
    });
    expect(ask({ day: 6, scored: pcl(0, 1), sessions: [dose, weekDose] }).next?.what).toBe("Week 1");
    expect(ask({ day: 6, scored: pcl(0, 1, 4), sessions: [dose, weekDose] }).next?.what).toBe("Dose 2");
  });
  test("doses are numbered among those not missed or cancelled", () => {
    const sessions = [session("dose", 0), session("dose", 7, "missed"), session("dose", 14, "planned")];
    expect(ask({ day: 12, scored: pcl(0, 1, 7, 11), sessions }).next?.what).toBe("Dose 2");
    expect(ask({ day: -2, scored: pcl(-3), sessions: [session("dose", 0, "planned")] }).next?.what).toBe("First dose");
  });
  test("a session today is due today, even after its hour", () => {
    expect(ask({ day: 0, scored: pcl(-1), sessions: [session("dose", 0, "planned")], wall: "15:00" })).toMatchObject({
      next: { what: "First dose", at: on(0) }, dueToday: true, overdue: null, dueNow: [],
    });
  });
  test("after the last week the follow-up, and after that nothing", () => {
    const recorded = pcl(0, 1, 7, 14, 21, 28);
    expect(ask({ day: 30, scored: recorded }).next).toMatchObject({ what: "Follow-up", dueDay: addDays(start, 56) });
    expect(ask({ day: 30, scored: recorded, plan: { ...alone, "follow-up": [] } })).toEqual({
      next: null, overdue: null, dueToday: false, dueNow: [],
    });
    expect(ask({ day: 60, scored: [...recorded, ...pcl(56)] }).next).toBeNull();
  });
  test("a plan that asks for nothing leaves the sessions", () => {
    const nothing: MeasurePlan = { baseline: [], "24h": [], week: [], end: [], "follow-up": [] };
    expect(ask({ day: 3, sessions: [...dosed, session("dose", 7, "planned")], plan: nothing })).toMatchObject({
      next: { what: "Dose 2" }, overdue: null,
    });
  });
});

describe("overdue", () => {
  test("from the day after the due day until the window closes, for what it lacks", () => {
    const late = (day: number) => ask({ day, scored: [...pcl(0, 1, 7, 14), ...phq(0, 7)], plan: weekly });
    expect(late(14)).toMatchObject({ overdue: null, dueNow: ["phq-9"] });
    expect(late(15).overdue).toEqual({ what: "Week 2", kind: "week", measures: ["phq-9"], dueDay: addDays(start, 14), days: 1 });
    expect(late(17)).toMatchObject({ overdue: { days: 3 }, dueNow: ["phq-9"] });
    expect(late(18)).toMatchObject({ overdue: null, dueNow: ["pcl-5", "phq-9"], next: { what: "Week 3" } });
  });
  test("the last week until the follow-up opens, the follow-up for 28 days", () => {
    const late = (day: number) => ask({ day, scored: pcl(0, 1, 7, 14, 21) }).overdue;
    expect(late(30)).toEqual({ what: "Week 4", kind: "end", measures: ["pcl-5"], dueDay: addDays(start, 28), days: 2 });
    expect(late(48)?.days).toBe(20);
    expect(late(49)).toBeNull();
    expect(late(57)).toMatchObject({ what: "Follow-up", days: 1 });
    expect(late(84)).toMatchObject({ what: "Follow-up", days: 28 });
    expect(late(85)).toBeNull();
    expect(ask({ day: 57, scored: pcl(49) }).overdue).toBeNull();
  });
  test("a session not marked stays overdue until it is", () => {
    const scored = pcl(0, 1, 7, 14, 21, 28, 56);
    expect(ask({ day: 50, scored, sessions: [...dosed, session("dose", 7, "planned")] }).overdue).toEqual({
      what: "Dose 2 not marked", kind: "dose", measures: [], dueDay: addDays(start, 7), days: 43,
    });
    for (const status of ["done", "missed", "cancelled"] as const) {
      expect(ask({ day: 50, scored, sessions: [...dosed, session("dose", 7, status)] }).overdue).toBeNull();
    }
  });
  test("the longest overdue is named", () => {
    const sessions = [...dosed, session("dose", 14, "planned"), session("therapy", 10, "planned")];
    expect(ask({ day: 16, scored: pcl(0, 1, 7), sessions }).overdue).toMatchObject({ what: "PE session 1 not marked", days: 6 });
    expect(ask({ day: 16, scored: pcl(0, 1, 7), sessions: sessions.slice(0, 2) }).overdue).toMatchObject({ what: "Week 2", days: 2 });
  });
  test("a baseline not recorded by the planned first dose", () => {
    expect(ask({ day: 2, sessions: [session("therapy", 0, "planned")] }).overdue).toMatchObject({ what: "Baseline", days: 2 });
    expect(ask({ day: 2, scored: pcl(-8), sessions: [] }).overdue).toMatchObject({ what: "Baseline" });
    expect(ask({ day: 2, scored: pcl(-7), sessions: [] }).overdue).toBeNull();
  });
});

describe("a course that has ended", () => {
  test("expects the follow-up on its planned day, also where it ended early, and no session", () => {
    const sessions = [...dosed, session("dose", 14, "planned")];
    const ended = { endedAt: on(10) };
    expect(ask({ day: 30, scored: pcl(0, 1, 7), sessions, course: ended })).toEqual({
      next: { what: "Follow-up", kind: "follow-up", measures: ["pcl-5"], dueDay: addDays(start, 56), at: null },
      overdue: null, dueToday: false, dueNow: [],
    });
    expect(ask({ day: 50, course: ended }).dueNow).toEqual(["pcl-5"]);
  });
  test("without a follow-up in its plan it asks for nothing", () => {
    const plan = { ...alone, "follow-up": [] };
    expect(ask({ day: 30, plan, course: { endedAt: on(29) } })).toEqual({ next: null, overdue: null, dueToday: false, dueNow: [] });
  });
  test("an end still to come changes nothing", () => {
    expect(ask({ day: 30, course: { endedAt: on(31) } })).toEqual(ask({ day: 30 }));
  });
});

describe("in words", () => {
  test("the window with its measures; a session by its own name", () => {
    expect(dueName({ what: "Week 4", measures: ["pcl-5"] })).toBe("Week 4: PCL-5");
    expect(dueName({ what: "Week 4", measures: ["pcl-5", "not-known-here"] })).toBe("Week 4: PCL-5, not-known-here");
    expect(dueName({ what: "Dose 3 not marked", measures: [] })).toBe("Dose 3 not marked");
  });
});

describe("the plan of a course", () => {
  const choice = { plans: startingPlans, defaultPlan: "pcl-5-mood", measures: ["pcl-5", "phq-9"] };
  test("is its own, else the clinic's default, else the first", () => {
    expect(planFor(weekly, choice).end).toEqual(["pcl-5"]);
    expect(planFor(null, choice).baseline).toEqual(["pcl-5", "phq-9"]);
    expect(planFor(null, { ...choice, defaultPlan: "gone" }).week).toEqual(["pcl-5"]);
    expect(planFor(null, { ...choice, plans: [] })).toEqual(alone);
  });
  test("asks for nothing the clinic does not record", () => {
    expect(planFor({ ...alone, baseline: ["pcl-5", "phq-9"] }, { ...choice, measures: ["pcl-5"] }).baseline).toEqual(["pcl-5"]);
  });
});
