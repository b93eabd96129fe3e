import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDay } from "./calendar";
import { startingClosedDays } from "./closed-days";
import type { Course } from "./course";
import { dayOf, MISSED, type DaySession } from "./day-list";
import { startingPlans } from "./measure-plan";
import type { ScoredForm } from "./standing";

const zone = "America/New_York";
const monday = "2026-11-09"; // after the clocks went back
const course: Course = { startDate: monday, plannedWeeks: 4, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intravenous" };
const plan = startingPlans[0]!.plan; // the PCL-5 alone
const on = (day: number, wall: string) => new Date(`${addDays(monday, day)}T${wall}:00-05:00`);
const session = (kind: DaySession["kind"], day: number, wall: string, more: Partial<DaySession> = {}): DaySession => ({
  id: `${kind}${day}`, kind, at: on(day, wall), plannedAt: on(day, wall), status: "done", reason: null, startedAt: null, leftAt: null, ...more,
});
/** Scored at every window that has opened, so that no measure is missing. */
const all: ScoredForm[] = [0, 1, 2, 3, 7, 14, 21, 28].map((day) => ({ measure: "pcl-5", at: on(day, day === 0 ? "08:00" : "12:00") }));
function ask(day: number, sessions: DaySession[], { wall = "12:00", scored = all, more = {} as Partial<Course> } = {}) {
  const now = on(day, wall);
  return dayOf({ course: { ...course, ...more }, sessions, scored, plan, today: calendarDay(now, zone), now, closed: startingClosedDays });
}
const told = (day: number, sessions: DaySession[], more?: Parameters<typeof ask>[2]) => ask(day, sessions, more).missed.map(({ kind, what, reason }) => [kind, what, reason]);
const tuesdayDose = session("dose", 1, "09:00");

describe("what was missed", () => {
  test("the worked example: a dose whose next-day therapy was missed, told once, with the reason", () => {
    const therapy = session("therapy", 2, "10:00", { status: "missed", reason: "Ill" });
    expect(told(3, [tuesdayDose, therapy])).toEqual([["next-day therapy", "Dose 1 without therapy the day after", "Ill"]]);
    expect(ask(3, [tuesdayDose, therapy]).missed[0]?.session).toMatchObject({ id: "therapy2", kind: "therapy" });
  });
  test("not before the day is over, not after the next open day, and not where therapy was done or never planned", () => {
    const unmarked = session("therapy", 2, "10:00", { status: "planned" });
    expect(told(2, [tuesdayDose, unmarked])).toEqual([]);
    expect(told(3, [tuesdayDose, unmarked]).map(([kind]) => kind)).toEqual(["next-day therapy"]);
    expect(told(4, [tuesdayDose, unmarked])).toEqual([]);
    expect(told(3, [tuesdayDose, session("therapy", 2, "16:00")])).toEqual([]);
    expect(told(3, [tuesdayDose, session("therapy", 5, "10:00", { status: "planned" })])).toEqual([]);
  });
  test("therapy planned after the day the dose was planned for counts, when the dose came a day late", () => {
    const late = session("dose", 2, "09:00", { plannedAt: on(1, "09:00") });
    expect(told(4, [late, session("therapy", 2, "10:00", { status: "cancelled", reason: "No room" })])).toEqual([["next-day therapy", "Dose 1 without therapy the day after", "No room"]]);
  });
  test("on Monday what was missed on Friday and over the weekend", () => {
    const friday = session("therapy", 4, "10:00", { status: "missed" });
    expect(told(7, [tuesdayDose, friday], { scored: all })).toEqual([["session", "PE session (missed)", null]]);
    expect(told(8, [tuesdayDose, friday])).toEqual([]);
  });
  test("a session not marked, and a leaving not recorded, but not while the patient is in the room", () => {
    const dose = session("dose", 1, "20:00", { startedAt: on(1, "20:00") });
    expect(told(2, [dose], { wall: "07:59" })).toEqual([]);
    expect(ask(2, [dose], { wall: "07:59" }).sessions).toMatchObject([{ id: "dose1", progress: "in the room" }]);
    expect(told(2, [dose], { wall: "08:00" })).toEqual([["leaving", "Dose 1: leaving not recorded", null]]);
    expect(told(2, [{ ...dose, leftAt: on(1, "22:30") }], { wall: "08:00" })).toEqual([]);
    expect(told(2, [session("dose", 1, "09:00", { status: "planned" })])).toEqual([["session", "Dose 1 not marked", null]]);
    expect(told(2, [session("dose", 1, "09:00", { status: "cancelled", reason: "Blood pressure" })])).toEqual([]);
  });
  test("a measure late, and one whose window closed yesterday without it", () => {
    const first = session("dose", 0, "09:00");
    const scored = all.slice(0, 2);
    expect(told(8, [first], { scored })).toEqual([["measure", "Week 1: PCL-5", null]]);
    expect(told(11, [first], { scored })).toEqual([["measure", "Week 1: PCL-5", "window closed"]]);
    expect(told(14, [first], { scored })).toEqual([]);
    expect(told(15, [first], { scored })).toEqual([["measure", "Week 2: PCL-5", null]]);
  });
});

describe("today", () => {
  test("the day's sessions in order of time with how far each has come, and what is due", () => {
    const sessions = [
      session("therapy", 7, "15:00", { status: "planned" }), session("dose", 7, "09:00", { startedAt: on(7, "09:05"), leftAt: on(7, "11:30") }),
      session("dose", 0, "09:00"), session("assessment", 7, "08:00", { status: "cancelled", reason: "Ill" }),
    ];
    const day = ask(7, sessions, { scored: all.slice(0, 2) });
    expect(day.sessions.map(({ name, progress }) => [name, progress])).toEqual([["Assessment visit (cancelled)", "cancelled"], ["Dose 2", "left"], ["PE session 1", "planned"]]);
    expect(day.due).toEqual(["Week 1: PCL-5"]);
    expect(day.toRecord).toEqual(["pcl-5"]);
    expect(ask(7, sessions).due).toEqual([]);
  });
  test("an ended course has nothing due but its follow-up", () => {
    const day = ask(7, [session("dose", 0, "09:00")], { scored: all.slice(0, 2), more: { endedAt: on(3, "09:00") } });
    expect([day.due, day.toRecord]).toEqual([[], []]);
  });
});

describe("laws", () => {
  const any = fc.array(
    fc.record({
      kind: fc.constantFrom("dose" as const, "therapy" as const, "assessment" as const), day: fc.integer({ min: 0, max: 14 }), hour: fc.integer({ min: 8, max: 20 }),
      status: fc.constantFrom("planned" as const, "done" as const, "missed" as const, "cancelled" as const), left: fc.boolean(),
    }),
    { maxLength: 14 },
  );
  test("in the order of kinds, no session twice among the missed, none of today or later; the order of rows does not matter", () => {
    fc.assert(fc.property(any, fc.integer({ min: 1, max: 14 }), (list, today) => {
      const sessions = list.map(({ kind, day, hour, status, left }, i) => {
        const at = on(day, `${String(hour).padStart(2, "0")}:${String(i).padStart(2, "0")}`);
        const begun = kind === "dose" && status === "done";
        return session(kind, day, "09:00", { id: `s${i}`, at, plannedAt: at, status, startedAt: begun ? at : null, leftAt: begun && left ? new Date(+at + 7_200_000) : null });
      });
      const day = ask(today, sessions);
      expect(ask(today, sessions.toReversed())).toEqual(day);
      const ranks = day.missed.map(({ kind }) => MISSED.indexOf(kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const of = (wanted: string) => day.missed.filter(({ kind }) => kind === wanted).map(({ session: about }) => about?.id);
      expect(new Set(of("session")).size).toBe(of("session").length);
      expect(of("session").filter((id) => of("next-day therapy").includes(id))).toEqual([]);
      for (const missed of day.missed) expect(missed.day < addDays(monday, today)).toBe(true);
    }));
  });
});
