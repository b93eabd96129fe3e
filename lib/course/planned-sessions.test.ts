import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "./calendar";
import { isOpen, lastOpen, nextOpen, startingClosedDays, weekdayOf, type ClosedDays, type Weekday } from "./closed-days";
import { isValidCombination, PLANNED_WEEKS } from "./course";
import { startingPlans } from "./measure-plan";
import { moveRest, plannedSessions, type Placed } from "./planned-sessions";
import { startingTemplates, type CourseTemplate } from "./templates";

const open: ClosedDays = { weekdays: [], dates: [] };
const monday = "2026-11-30";
const template = (id: string) => startingTemplates.find((each) => each.id === id)!;
const days = (template: CourseTemplate, kind: string, start = monday, closed = startingClosedDays) =>
  plannedSessions(template, start, closed).filter((one) => one.kind === kind).map(({ day }) => day);

describe("closed days", () => {
  test.each([["2026-11-25", 3], ["2026-11-29", 7], ["2026-11-30", 1], ["1970-01-01", 4], ["1969-12-31", 3]])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
  test("the next open day; a clinic that never opens", () => {
    expect(isOpen("2026-11-28", startingClosedDays)).toBe(false);
    expect(nextOpen("2026-11-28", startingClosedDays)).toBe("2026-11-30");
    expect(nextOpen("2026-12-24", { weekdays: [6, 7], dates: ["2026-12-24", "2026-12-25", "2026-12-28"] })).toBe("2026-12-29");
    expect(lastOpen("2026-11-30", startingClosedDays)).toBe("2026-11-27");
    expect(lastOpen("2026-11-27", startingClosedDays)).toBe("2026-11-26");
    expect(lastOpen(monday, { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] })).toBe(addDays(monday, -1));
    expect(() => nextOpen(monday, { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] })).toThrow(RangeError);
  });
});

describe("the templates of a new clinic", () => {
  test("have the doses and sessions of their sources", () => {
    const counts = startingTemplates.map((each) => {
      const planned = plannedSessions(each, monday, open);
      return [each.id, planned.filter(({ kind }) => kind === "dose").length, planned.filter(({ kind }) => kind === "therapy").length];
    });
    expect(counts).toEqual([
      ["six-infusions", 6, 4], ["weekly-infusion-pe", 4, 10], ["eight-weeks-intranasal", 8, 8], ["pe-weekly", 0, 10], ["pe-massed", 0, 10],
      ["cpt", 0, 12], ["blank", 0, 0],
    ]);
  });
  test("go together with their medicine, their weeks and their plan", () => {
    for (const each of startingTemplates) {
      expect(isValidCombination(each.medicine, each.route)).toBe(true);
      expect(each.plannedWeeks).toBeGreaterThanOrEqual(PLANNED_WEEKS.min);
      expect(each.plannedWeeks).toBeLessThanOrEqual(PLANNED_WEEKS.max);
      expect(Math.max(0, ...each.doses, ...each.therapyDays)).toBeLessThan(7 * each.plannedWeeks);
      expect(each.plan === null || startingPlans.some(({ id }) => id === each.plan)).toBe(true);
    }
  });
});

describe("planned dates", () => {
  test("six infusions from a Monday: Monday, Wednesday, Friday, twice", () => {
    expect(days(template("six-infusions"), "dose")).toEqual(["2026-11-30", "2026-12-02", "2026-12-04", "2026-12-07", "2026-12-09", "2026-12-11"]);
    expect(days(template("six-infusions"), "therapy")).toEqual(["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"]);
  });
  test("the worked example: a closed Friday and a weekend", () => {
    const three = { ...template("six-infusions"), doses: [0, 2, 4], therapyDays: [] };
    expect(plannedSessions(three, "2026-12-21", { weekdays: [6, 7], dates: ["2026-12-25"] })).toEqual([
      { key: "dose-1", kind: "dose", day: "2026-12-21", time: "09:00", insteadOf: null },
      { key: "dose-2", kind: "dose", day: "2026-12-23", time: "09:00", insteadOf: null },
      { key: "dose-3", kind: "dose", day: "2026-12-28", time: "09:00", insteadOf: "2026-12-25" },
    ]);
  });
  test("one pushed onto the day of the next pushes that one", () => {
    const massed = days(template("pe-massed"), "therapy", monday, { weekdays: [6, 7], dates: ["2026-12-04"] });
    expect(massed.slice(3, 7)).toEqual(["2026-12-03", "2026-12-07", "2026-12-08", "2026-12-09"]);
    expect(massed.at(-1)).toBe("2026-12-14");
  });
  test("a dose on a Friday waits for Monday, so that its therapy is on the next day", () => {
    const friday = "2026-12-04";
    expect(days(template("eight-weeks-intranasal"), "dose", friday).slice(0, 2)).toEqual(["2026-12-07", "2026-12-14"]);
    expect(days(template("eight-weeks-intranasal"), "therapy", friday).slice(0, 2)).toEqual(["2026-12-08", "2026-12-15"]);
  });
  test("without two open days in a row, therapy is on the next open day", () => {
    const apart: ClosedDays = { weekdays: [2, 4, 6, 7], dates: [] };
    expect(days(template("eight-weeks-intranasal"), "dose", monday, apart)[0]).toBe("2026-11-30");
    expect(days(template("eight-weeks-intranasal"), "therapy", monday, apart)[0]).toBe("2026-12-02");
  });
  test("therapy and then the dose on one day, in order of the clock", () => {
    const both: CourseTemplate = { ...template("eight-weeks-intranasal"), pairing: "same-day", doses: [0], times: { therapy: "09:00", dose: "12:00" } };
    expect(plannedSessions(both, monday, open).map(({ key, day, time }) => [key, day, time])).toEqual([
      ["therapy-1", monday, "09:00"], ["dose-1", monday, "12:00"],
    ]);
  });
});

describe("moving one moves the rest", () => {
  const pair = (week: number): Placed[] => [
    { id: `d${week}`, kind: "dose", day: addDays(monday, 7 * week), time: "09:00" },
    { id: `t${week}`, kind: "therapy", day: addDays(monday, 7 * week + 1), time: "10:00" },
  ];
  const course = [...pair(0), ...pair(1), ...pair(2)];
  test("the worked example", () => {
    expect(moveRest(course, "d0", 2, startingClosedDays)).toEqual([
      { id: "t0", day: "2026-12-03" }, { id: "d1", day: "2026-12-09" }, { id: "t1", day: "2026-12-10" },
      { id: "d2", day: "2026-12-16" }, { id: "t2", day: "2026-12-17" },
    ]);
  });
  test("what came before stays, as does everything if nothing moved", () => {
    expect(moveRest(course, "d2", 1, startingClosedDays)).toEqual([{ id: "t2", day: "2026-12-16" }]);
    expect(moveRest(course, "t2", 1, startingClosedDays)).toEqual([]);
    expect(moveRest(course, "d0", 0, startingClosedDays)).toEqual([]);
    expect(moveRest(course, "nobody", 3, startingClosedDays)).toEqual([]);
  });
  test("a pair that would fall on Friday and Saturday goes to Monday and Tuesday", () => {
    expect(moveRest(course, "d0", 4, startingClosedDays).slice(0, 3)).toEqual([
      { id: "t0", day: "2026-12-07" }, { id: "d1", day: "2026-12-14" }, { id: "t1", day: "2026-12-15" },
    ]);
  });
  test("two that share a day go on sharing one", () => {
    const twice = [pair(0)[0]!, pair(1)[0]!, { ...pair(1)[0]!, id: "second", time: "15:00" }];
    expect(moveRest(twice, "d0", 5, startingClosedDays)).toEqual([{ id: "d1", day: "2026-12-14" }, { id: "second", day: "2026-12-14" }]);
  });
  test("earlier too", () => {
    expect(moveRest(course.slice(2), "d1", -3, open)).toEqual([
      { id: "t1", day: "2026-12-05" }, { id: "d2", day: "2026-12-11" }, { id: "t2", day: "2026-12-12" },
    ]);
  });
});

describe("laws", () => {
  const start = fc.integer({ min: 0, max: 1500 }).map((ahead) => addDays("2026-01-01", ahead));
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }) as fc.Arbitrary<Weekday[]>;
  const closed = fc.record({ weekdays, dates: fc.uniqueArray(fc.integer({ min: 0, max: 1600 }).map((ahead) => addDays("2026-01-01", ahead)), { maxLength: 40 }) });
  const some = fc.constantFrom(...startingTemplates);

  test("with every day open a template's days are its own", () => {
    fc.assert(fc.property(some, start, (each, first) => {
      const planned = plannedSessions(each, first, open);
      expect(planned.filter(({ kind }) => kind === "dose").map(({ day }) => daysBetween(first, day))).toEqual(each.doses);
      expect(planned.every(({ insteadOf }) => insteadOf === null)).toBe(true);
    }));
  });
  test("nothing on a closed day or before it was wanted; one kind never twice on a day; none lost", () => {
    fc.assert(fc.property(some, start, closed, (each, first, days) => {
      const planned = plannedSessions(each, first, days);
      expect(planned).toHaveLength(plannedSessions(each, first, open).length);
      for (const { day, insteadOf } of planned) {
        expect(isOpen(day, days)).toBe(true);
        expect(daysBetween(insteadOf ?? addDays(day, -1), day)).toBeGreaterThan(0);
      }
      for (const kind of ["dose", "therapy"]) {
        const own = planned.filter((one) => one.kind === kind).map(({ day }) => day);
        expect(new Set(own).size).toBe(own.length);
      }
    }));
  });
  test("whoever has two open days in a row every week keeps each dose with its next day", () => {
    fc.assert(fc.property(start, fc.constantFrom<Weekday[]>([6, 7], [], [1, 2, 3], [3, 6, 7]), (first, closedWeekdays) => {
      const planned = plannedSessions(template("eight-weeks-intranasal"), first, { weekdays: closedWeekdays, dates: [] });
      const therapy = new Set(planned.filter(({ kind }) => kind === "therapy").map(({ day }) => day));
      for (const dose of planned.filter(({ kind }) => kind === "dose")) expect(therapy.has(addDays(dose.day, 1))).toBe(true);
    }));
  });
  test("moving by whole weeks moves every later session by as many days where no date is closed; therapy after a dose that stays, stays with it", () => {
    fc.assert(fc.property(some, start, weekdays, fc.integer({ min: 1, max: 8 }), fc.nat(30), (each, first, closedWeekdays, weeks, index) => {
      const days = { weekdays: closedWeekdays, dates: [] };
      const planned = plannedSessions(each, first, days).map(({ key, ...rest }) => ({ id: key, ...rest }));
      const moved = planned[index % Math.max(1, planned.length)];
      if (moved === undefined) return;
      const stay = new Set(planned.slice(0, planned.indexOf(moved)).flatMap(({ kind, day }) => (kind === "dose" ? [addDays(day, 1)] : [])));
      const later = planned.slice(planned.indexOf(moved) + 1).filter(({ kind, day }) => kind === "dose" || !stay.has(day));
      expect(moveRest(planned.toReversed(), moved.id, 7 * weeks, days)).toEqual(later.map(({ id, day }) => ({ id, day: addDays(day, 7 * weeks) })));
    }));
  });
  test("moved sessions are on open days and in their old order", () => {
    fc.assert(fc.property(some, start, closed, fc.integer({ min: 1, max: 30 }), fc.nat(30), (each, first, days, by, index) => {
      const planned = plannedSessions(each, first, days).map(({ key, ...rest }) => ({ id: key, ...rest }));
      const moved = planned[index % Math.max(1, planned.length)];
      if (moved === undefined) return;
      const now = new Map(moveRest(planned, moved.id, by, days).map(({ id, day }) => [id, day]));
      for (const [, day] of now) expect(isOpen(day, days)).toBe(true);
      for (const kind of ["dose", "therapy"]) {
        const rest = planned.slice(planned.indexOf(moved) + 1).filter((one) => one.kind === kind).map(({ id, day }) => now.get(id) ?? day);
        expect(rest).toEqual(rest.toSorted());
        expect(new Set(rest).size).toBe(rest.length);
      }
    }));
  });
});
