import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDay, daysBetween } from "./calendar";
import type { Course, CourseSession } from "./course";
import { due } from "./due";
import { expectedAssessments } from "./expected";

const zone = "America/New_York";
const start = "2026-11-01"; // the day the clocks go back
const course: Course = {
  startDate: start, plannedWeeks: 4, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intravenous",
};
const on = (day: number, wall = "10:00") => new Date(`${addDays(start, day)}T${wall}:00-05:00`);
const session = (kind: CourseSession["kind"], day: number, status: CourseSession["status"] = "done"): CourseSession => ({
  id: `${kind}${day}`, kind, at: on(day), status,
});
const dosed = [session("dose", 0)];

function ask(day: number, scored: Date[], sessions: CourseSession[] = dosed, more: Partial<Course> = {}, wall = "12:00") {
  const now = on(day, wall);
  return due({ course: { ...course, ...more }, sessions, scored, today: calendarDay(now, zone), now });
}
const upTo = (...days: number[]) => days.map((day) => (day === 0 ? on(0, "09:00") : on(day)));

describe("what is expected", () => {
  test("six for a four-week course with a dose, week 2 between days 11 and 17", () => {
    const all = expectedAssessments(course, dosed, []);
    expect(all.map(({ what }) => what)).toEqual(["Baseline", "24 h", "Week 1", "Week 2", "Week 3", "Week 4"]);
    expect(all[3]).toMatchObject({
      opens: addDays(start, 11), dueDay: addDays(start, 14), closes: addDays(start, 17), fulfilled: false,
    });
    expect(all[5]).toMatchObject({ closes: addDays(start, 28 + 28) });
  });
  test("no 24 h without a dose, and before anything is done the baseline alone", () => {
    expect(expectedAssessments(course, [session("therapy", 0)], []).map(({ what }) => what)).toEqual([
      "Baseline", "Week 1", "Week 2", "Week 3", "Week 4",
    ]);
    expect(expectedAssessments(course, [session("dose", 3, "planned")], [])).toMatchObject([
      { what: "Baseline", dueDay: addDays(start, 3), opens: addDays(start, -4) },
    ]);
    expect(expectedAssessments(course, [], [])).toMatchObject([{ what: "Baseline", dueDay: start }]);
  });
  test("weeks 5 to 7 are expected too in an eight-week course", () => {
    expect(expectedAssessments({ ...course, plannedWeeks: 8 }, dosed, [])).toHaveLength(10);
  });
});

describe("next", () => {
  test("day 22 with all recorded: week 4, on day 28", () => {
    expect(ask(22, upTo(0, 1, 7, 14, 21))).toEqual({
      next: { what: "Week 4", kind: "week", dueDay: addDays(start, 28), at: null }, overdue: null, dueToday: false,
    });
  });
  test("24 h after the dose, with its hour", () => {
    expect(ask(0, upTo(0))).toMatchObject({
      next: { what: "24 h", kind: "24h", dueDay: addDays(start, 1), at: on(1) }, overdue: null, dueToday: false,
    });
    expect(ask(1, upTo(0), dosed, {}, "09:00").dueToday).toBe(true);
  });
  test("36 hours after the dose the 24 h assessment is no longer what comes next", () => {
    expect(ask(1, upTo(0), dosed, {}, "22:00").next?.what).toBe("24 h");
    expect(ask(1, upTo(0), dosed, {}, "22:01").next?.what).toBe("Week 1");
  });
  test("an early week form fulfils its week, whichever its recall", () => {
    expect(ask(5, upTo(0, 1, 4)).next?.what).toBe("Week 2");
    expect(ask(5, upTo(0, 1, 3)).next?.what).toBe("Week 1");
  });
  test("planned sessions take their place by date; on one day the form comes first", () => {
    const planned = [...dosed, session("dose", 7, "planned"), session("therapy", 5, "planned")];
    expect(ask(2, upTo(0, 1), planned).next).toEqual({
      what: "PE session 1", kind: "therapy", dueDay: addDays(start, 5), at: on(5),
    });
    expect(ask(6, upTo(0, 1), [dosed[0]!, planned[1]!]).next?.what).toBe("Week 1");
    expect(ask(6, upTo(0, 1, 4), [dosed[0]!, planned[1]!]).next?.what).toBe("Dose 2");
  });
  test("doses are numbered among those not missed or cancelled", () => {
    const sessions = [session("dose", 0), session("dose", 7, "missed"), session("dose", 14, "planned")];
    expect(ask(12, upTo(0, 1, 7, 11), sessions).next?.what).toBe("Dose 2");
    expect(ask(-2, [on(-3)], [session("dose", 0, "planned")]).next?.what).toBe("First dose");
  });
  test("a session today is due today, even after its hour", () => {
    const sessions = [session("dose", 0, "planned")];
    expect(ask(0, [on(-1)], sessions, {}, "15:00")).toMatchObject({
      next: { what: "First dose", at: on(0) }, dueToday: true, overdue: null,
    });
  });
  test("nothing after the last week, and nothing in a course that has ended", () => {
    expect(ask(30, upTo(0, 1, 7, 14, 21, 28))).toEqual({ next: null, overdue: null, dueToday: false });
    expect(ask(30, [], dosed, { endedAt: on(29) })).toEqual({ next: null, overdue: null, dueToday: false });
    expect(ask(30, [], dosed, { endedAt: on(31) }).overdue).not.toBeNull();
  });
});

describe("overdue", () => {
  test("from the day after the due day until the next opens", () => {
    const late = (day: number) => ask(day, upTo(0, 1, 7)).overdue;
    expect(late(14)).toBeNull();
    expect(late(15)).toEqual({ what: "Week 2", kind: "week", dueDay: addDays(start, 14), days: 1 });
    expect(late(17)?.days).toBe(3);
    expect(late(18)).toBeNull();
  });
  test("the last stays overdue for 28 days", () => {
    const late = (day: number) => ask(day, upTo(0, 1, 7, 14, 21)).overdue;
    expect(late(30)).toEqual({ what: "Week 4", kind: "week", dueDay: addDays(start, 28), days: 2 });
    expect(late(56)?.days).toBe(28);
    expect(late(57)).toBeNull();
    expect(ask(45, upTo(0, 1, 7, 14, 21, 44)).overdue).toBeNull();
  });
  test("a session not marked stays overdue until it is", () => {
    const sessions = [...dosed, session("dose", 7, "planned")];
    expect(ask(50, upTo(0, 1, 7, 14, 21, 28), sessions).overdue).toEqual({
      what: "Dose 2 not marked", kind: "dose", dueDay: addDays(start, 7), days: 43,
    });
    for (const status of ["done", "missed", "cancelled"] as const) {
      expect(ask(50, upTo(0, 1, 7, 14, 21, 28), [...dosed, session("dose", 7, status)]).overdue).toBeNull();
    }
  });
  test("the longest overdue is named", () => {
    const sessions = [...dosed, session("dose", 14, "planned"), session("therapy", 10, "planned")];
    expect(ask(16, upTo(0, 1, 7), sessions).overdue).toMatchObject({ what: "PE session 1 not marked", days: 6 });
    expect(ask(16, upTo(0, 1, 7), sessions.slice(0, 2)).overdue).toMatchObject({ what: "Week 2", days: 2 });
  });
  test("a baseline not recorded by the planned first dose", () => {
    expect(ask(2, [], [session("therapy", 0, "planned")]).overdue).toMatchObject({ what: "Baseline", days: 2 });
    expect(ask(2, [on(-8)], []).overdue).toMatchObject({ what: "Baseline" });
    expect(ask(2, [on(-7)], []).overdue).toBeNull();
  });
});

describe("laws", () => {
  const scoredDays = fc.array(fc.integer({ min: -9, max: 70 }), { maxLength: 12 });
  test("what is overdue was due before today, what is next is not; recording what is next fulfils it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), scoredDays, fc.integer({ min: 1, max: 8 }), (day, scored, weeks) => {
        const today = addDays(start, day);
        const answer = ask(day, scored.map((n) => on(n)), dosed, { plannedWeeks: weeks });
        const { next, overdue } = answer;
        const late = overdue === null ? 1 : daysBetween(overdue.dueDay, today);
        expect(late).toBeGreaterThan(0);
        expect(overdue?.days ?? late).toBe(late);
        expect(next === null || next.dueDay >= today).toBe(true);
        expect(answer.dueToday).toBe(next?.dueDay === today);

        const then = next?.kind === "week" ? [on(daysBetween(start, next.dueDay))] : [];
        const after = ask(day, [...scored.map((n) => on(n)), ...then], dosed, { plannedWeeks: weeks });
        expect(next?.kind === "week" && after.next?.what === next.what).toBe(false);
      }),
    );
  });
  test("recording more never makes anything overdue", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), scoredDays, fc.integer({ min: -9, max: 70 }), (day, scored, extra) => {
        const before = ask(day, scored.map((n) => on(n)));
        const after = ask(day, [...scored, extra].map((n) => on(n)));
        expect(before.overdue === null && after.overdue !== null).toBe(false);
      }),
    );
  });
});
