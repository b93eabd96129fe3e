import { describe, expect, test } from "vitest";
import { courseInFull, courseWords, isValidCombination, routesOf, therapyWords } from "./course";
import { dayOfCourse } from "./day-of-course";
import { lastDoseBefore, overlapWords, recallOverlap } from "./overlap";
import { suggestRecall } from "./suggest-recall";
import { timeZero } from "./time-zero";
import type { CourseSession } from "./course";

const zone = "America/New_York";
const boston = (wall: string) => new Date(`${wall}:00-05:00`);
let serial = 0;
function session(kind: CourseSession["kind"], at: string, status: CourseSession["status"] = "done"): CourseSession {
  serial += 1;
  return { id: `s${serial}`, kind, at: boston(at), status };
}

describe("medicine and route", () => {
  test("esketamine is intranasal only, ketamine either, and no medicine has no route", () => {
    expect(isValidCombination("esketamine", "intranasal")).toBe(true);
    expect(isValidCombination("esketamine", "intravenous")).toBe(false);
    expect(routesOf).toEqual({
      ketamine: ["intravenous", "intranasal"], esketamine: ["intranasal"], none: ["none"],
    });
    expect(isValidCombination("none", "intravenous")).toBe(false);
    expect(isValidCombination("ketamine", "none")).toBe(false);
  });

  test.each([
    [{ therapy: "pe", medicine: "ketamine", route: "intravenous" }, "IV ketamine + PE", "Intravenous ketamine with prolonged exposure"],
    [{ therapy: "cpt", medicine: "esketamine", route: "intranasal" }, "Intranasal esketamine + CPT", "Intranasal esketamine with cognitive processing therapy"],
    [{ therapy: "pe", medicine: "none", route: "none" }, "PE", "Prolonged exposure"],
    [{ therapy: "none", medicine: "ketamine", route: "intravenous" }, "IV ketamine", "Intravenous ketamine"],
    [{ therapy: "other", therapyName: "EMDR", medicine: "none", route: "none" }, "EMDR", "EMDR"],
    [{ therapy: "other", therapyName: " ", medicine: "ketamine", route: "intranasal" }, "Intranasal ketamine + other therapy", "Intranasal ketamine with other therapy"],
    [{ therapy: "none", medicine: "none", route: "none" }, "No treatment", "No treatment"],
  ] as const)("%o in words", (course, short, long) => {
    expect(courseWords(course)).toBe(short);
    expect(courseInFull(course)).toBe(long);
  });

  test("the therapy in a few letters", () => {
    expect(therapyWords({ therapy: "pe" })).toBe("PE");
    expect(therapyWords({ therapy: "none" })).toBeNull();
  });
});

describe("time zero", () => {
  const therapy = session("therapy", "2026-11-02T10:00");
  const dose1 = session("dose", "2026-11-03T09:00");
  const dose2 = session("dose", "2026-11-10T09:00");

  test("the earliest done dose, whatever the order of rows, before an earlier therapy session", () => {
    for (const rows of [[therapy, dose1, dose2], [dose2, therapy, dose1], [dose2, dose1]]) {
      expect(timeZero(rows)).toEqual({ at: dose1.at, kind: "dose", sessionId: dose1.id });
    }
  });

  test("planned, missed and cancelled doses are no doses", () => {
    for (const status of ["planned", "missed", "cancelled"] as const) {
      expect(timeZero([{ ...dose1, status }, therapy])).toEqual({ at: therapy.at, kind: "therapy", sessionId: therapy.id });
    }
    expect(timeZero([{ ...dose1, status: "missed" }, dose2])?.at).toEqual(dose2.at);
  });

  test("nothing done: none yet; an assessment visit is no beginning", () => {
    expect(timeZero([])).toBeNull();
    expect(timeZero([session("assessment", "2026-11-01T09:00"), { ...therapy, status: "planned" }])).toBeNull();
  });
});

describe("day of the course", () => {
  const course = { startDate: "2026-11-01", plannedWeeks: 4, timeZone: zone };
  test("counted from t0", () => {
    expect(dayOfCourse(course, boston("2026-11-01T09:00"), "2026-11-23")).toEqual({ day: 22, of: 28 });
    expect(dayOfCourse(course, boston("2026-11-01T23:30"), "2026-11-01")).toEqual({ day: 0, of: 28 });
  });
  test("from the start date before anything is done, and not before it", () => {
    expect(dayOfCourse(course, null, "2026-11-05")).toEqual({ day: 4, of: 28 });
    expect(dayOfCourse(course, null, "2026-10-31")).toEqual({ day: null, of: 28 });
  });
});

describe("overlap of the recall window with the time before the last dose", () => {
  const dose = boston("2026-11-08T09:00");
  const after = (days: number, hour = "09:00") => boston(`2026-11-${String(8 + days).padStart(2, "0")}T${hour}`);

  test("a past-week form 24 hours after the dose: 6 of 7 days before it", () => {
    const overlap = recallOverlap(new Date(+dose + 24 * 3_600_000), "week", dose, zone);
    expect(overlap).toEqual({ daysBefore: 6, days: 7 });
    expect(overlapWords(overlap!)).toBe("6 of 7 days before the dose");
  });

  test.each([
    ["week", 0, { daysBefore: 7, days: 7 }],
    ["week", 6, { daysBefore: 1, days: 7 }],
    ["week", 7, null],
    ["month", 1, { daysBefore: 29, days: 30 }],
    ["day", 0, { daysBefore: 1, days: 1 }],
    ["day", 1, null],
  ] as const)("%s form, day %i after the dose", (recall, days, expected) => {
    expect(recallOverlap(after(days, "18:00"), recall, dose, zone)).toEqual(expected);
  });

  test("before the dose, or without one, there is nothing to flag", () => {
    expect(recallOverlap(after(0, "08:00"), "week", dose, zone)).toBeNull();
    expect(recallOverlap(dose, "week", dose, zone)).toBeNull();
    expect(recallOverlap(after(1), "week", null, zone)).toBeNull();
    expect(overlapWords({ daysBefore: 1, days: 1 })).toBe("1 of 1 day before the dose");
  });

  test("it looks back to the last dose that was given", () => {
    const rows = [
      session("dose", "2026-11-08T09:00"), session("dose", "2026-11-01T09:00"),
      session("dose", "2026-11-09T08:00", "missed"), session("therapy", "2026-11-09T08:30"),
    ];
    expect(lastDoseBefore(rows, after(1))).toEqual(dose);
    expect(lastDoseBefore(rows, dose)).toEqual(boston("2026-11-01T09:00"));
    expect(lastDoseBefore([], dose)).toBeNull();
  });
});

describe("which recall a new form suggests", () => {
  const dose = session("dose", "2026-11-10T09:00", "planned");
  const ask = (at: string, scored: string[], sessions: CourseSession[]) =>
    suggestRecall({ at: boston(at), zone, scored: scored.map(boston), sessions }).recall;

  test("month at intake", () => {
    expect(ask("2026-11-03T10:00", [], [dose])).toBe("month");
    expect(ask("2026-11-03T10:00", [], [])).toBe("month");
    expect(ask("2026-11-09T23:30", [], [dose])).toBe("month");
  });
  test("week from the second score on", () => {
    expect(ask("2026-11-05T10:00", ["2026-11-03T10:00"], [dose])).toBe("week");
  });
  test("week on the day of the first dose or session, and after, even as the first form", () => {
    expect(ask("2026-11-10T08:00", [], [dose])).toBe("week");
    expect(ask("2026-11-12T08:00", [], [{ ...dose, status: "done" }])).toBe("week");
    expect(ask("2026-11-10T08:00", [], [session("therapy", "2026-11-10T15:00", "planned")])).toBe("week");
  });
  test("a missed or cancelled dose and an assessment visit begin nothing", () => {
    expect(ask("2026-11-12T08:00", [], [{ ...dose, status: "missed" }, { ...dose, status: "cancelled" }])).toBe("month");
    expect(ask("2026-11-12T08:00", [], [session("assessment", "2026-11-12T08:00", "planned")])).toBe("month");
  });
});
