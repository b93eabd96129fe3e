import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDay, daysBetween, resolveWallTime } from "./calendar";
import type { Course, CourseSession } from "./course";
import { due } from "./due";
import { expectedWindows } from "./expected";
import { OCCASIONS, startingPlans, type MeasurePlan } from "./measure-plan";
import { standings, type ScoredForm } from "./standing";

const alone = startingPlans[0]!.plan;
const both: MeasurePlan = { ...alone, week: ["pcl-5", "phq-9"], end: ["pcl-5", "phq-9"] };
const at = (zone: string, day: string, wall: string): Date => {
  const resolved = resolveWallTime(`${day}T${wall}`, zone);
  if (resolved.kind !== "instant") throw new Error(`no such time ${day} ${wall}`);
  return resolved.instant;
};

interface Case {
  zone: string;
  start: string;
  weeks: number;
  plan: MeasurePlan;
  /** Days of sessions, from the start. */
  doses: { day: number; status: CourseSession["status"] }[];
  forms: { measure: string; day: number; wall: string }[];
  today: number;
  wall: string;
}

function asked(given: Case) {
  const { zone, start, weeks, plan, doses, forms, today, wall } = given;
  const course: Course = { startDate: start, plannedWeeks: weeks, timeZone: zone, therapy: "pe", medicine: "ketamine", route: "intranasal" };
  const sessions = doses.map(({ day, status }, index): CourseSession => ({
    id: `dose ${index}`, kind: "dose", at: at(zone, addDays(start, day), "10:00"), status,
  }));
  const scored = forms.map(({ measure, day, wall: time }): ScoredForm => ({ measure, at: at(zone, addDays(start, day), time) }));
  const now = at(zone, addDays(start, today), wall);
  return { course, sessions, scored, plan, today: calendarDay(now, zone), now };
}
const shape = (question: ReturnType<typeof asked>) =>
  standings(question).map(({ what, measures }) => [what, ...measures.map(({ standing }) => standing)].join(" "));

const four: Case = {
  zone: "America/New_York", start: "2026-11-01", weeks: 4, plan: both, doses: [{ day: 0, status: "done" }],
  forms: [{ measure: "pcl-5", day: 0, wall: "09:00" }], today: 16, wall: "12:00",
};

describe("windows", () => {
  test("seven for a four-week course with a dose, week 2 between days 11 and 17", () => {
    const { course, sessions, plan } = asked(four);
    const all = expectedWindows(course, sessions, plan);
    expect(all.map(({ what }) => what)).toEqual(["Baseline", "24 h", "Week 1", "Week 2", "Week 3", "Week 4", "Follow-up"]);
    expect(all[3]).toMatchObject({ opens: "2026-11-12", dueDay: "2026-11-15", closes: "2026-11-18", measures: ["pcl-5", "phq-9"] });
    expect(all[5]).toMatchObject({ kind: "end", opens: "2026-11-26", dueDay: "2026-11-29", closes: "2026-12-19" });
    expect(all[6]).toMatchObject({ opens: "2026-12-20", dueDay: "2026-12-27", closes: "2027-01-24" });
  });
  test("no 24 h without a dose done, and before anything is done the baseline alone", () => {
    const { course, sessions } = asked({ ...four, doses: [{ day: 3, status: "planned" }] });
    expect(expectedWindows(course, sessions, alone)).toMatchObject([{ what: "Baseline", opens: "2026-10-28", dueDay: "2026-11-04", closes: "2026-12-02" }]);
    expect(expectedWindows(course, [], alone)).toMatchObject([{ what: "Baseline", dueDay: "2026-11-01" }]);
    const therapy: CourseSession = { id: "t", kind: "therapy", at: at(four.zone, four.start, "10:00"), status: "done" };
    expect(expectedWindows(course, [therapy], alone).map(({ what }) => what)).not.toContain("24 h");
  });
  test("the end asks for its own measures and those of every week, each once; an occasion without any is left out", () => {
    const { course, sessions } = asked(four);
    const plan = { ...alone, "24h": [], end: ["caps-5", "pcl-5"] };
    const all = expectedWindows(course, sessions, plan);
    expect(all.map(({ kind }) => kind)).not.toContain("24h");
    expect(all.find(({ kind }) => kind === "end")?.measures).toEqual(["caps-5", "pcl-5"]);
  });
});

describe("standings", () => {
  test("upcoming, due, done, late and missed", () => {
    const forms = [
      ...four.forms,
      { measure: "pcl-5", day: 7, wall: "10:00" }, { measure: "phq-9", day: 8, wall: "10:00" }, { measure: "pcl-5", day: 14, wall: "10:00" },
    ];
    expect(shape(asked({ ...four, forms }))).toEqual([
      "Baseline done", "24 h missed", "Week 1 done done", "Week 2 done late", "Week 3 upcoming upcoming", "Week 4 upcoming upcoming", "Follow-up upcoming",
    ]);
    expect(shape(asked({ ...four, forms, today: 18 })).slice(3, 5)).toEqual(["Week 2 done missed", "Week 3 due due"]);
  });
  test("the form that stands for a window is the nearest to its day, for the baseline the last", () => {
    const forms = [-6, -1, 5, 6, 8].map((day) => ({ measure: "pcl-5", day, wall: "10:00" }));
    const question = asked({ ...four, forms });
    const stands = standings(question).flatMap(({ what, measures }) => measures.map(({ form }) => [what, form && question.scored.indexOf(form)] as const));
    expect(stands.filter(([, index]) => index !== null)).toEqual([["Baseline", 1], ["Week 1", 3]]);
  });
  test("a form after the first dose is no baseline, and one at 36 h and a minute is not that of 24 h", () => {
    const late = [{ measure: "pcl-5", day: 0, wall: "10:01" }, { measure: "pcl-5", day: 1, wall: "22:01" }];
    expect(shape(asked({ ...four, forms: late })).slice(0, 2)).toEqual(["Baseline missed", "24 h missed"]);
    const inTime = [{ measure: "pcl-5", day: 0, wall: "10:00" }, { measure: "pcl-5", day: 1, wall: "22:00" }];
    expect(shape(asked({ ...four, forms: inTime })).slice(0, 2)).toEqual(["Baseline done", "24 h done"]);
  });
});

const measures = ["pcl-5", "phq-9", "audit-c"];
const someMeasures = fc.subarray(measures);
const cases: fc.Arbitrary<Case> = fc.record({
  // The clocks change in each of these zones within the days drawn, or never.
  zone: fc.constantFrom("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Kiritimati"),
  start: fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-02-01", days)),
  weeks: fc.integer({ min: 1, max: 8 }),
  plan: fc.tuple(...OCCASIONS.map(() => someMeasures)).map((lists) =>
    Object.fromEntries(OCCASIONS.map((occasion, index) => [occasion, lists[index] ?? []])) as unknown as MeasurePlan,
  ),
  doses: fc.array(fc.record({ day: fc.integer({ min: -3, max: 50 }), status: fc.constantFrom("done", "planned", "missed") }), { maxLength: 4 }),
  forms: fc.array(
    fc.record({ measure: fc.constantFrom(...measures), day: fc.integer({ min: -9, max: 110 }), wall: fc.constantFrom("04:05", "09:00", "10:00", "22:01") }),
    { maxLength: 14 },
  ),
  today: fc.integer({ min: -9, max: 120 }),
  wall: fc.constantFrom("04:05", "10:00", "12:00", "22:00"),
});

describe("laws", () => {
  test("the order of rows is irrelevant", () => {
    fc.assert(
      fc.property(cases, fc.nat(), (given, turn) => {
        const question = asked(given);
        const rotate = <T>(list: readonly T[]): T[] => [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))].toReversed();
        const other = { ...question, sessions: rotate(question.sessions), scored: rotate(question.scored) };
        expect(shape(other)).toEqual(shape(question));
        expect(due(other).dueNow).toEqual(due(question).dueNow);
      }),
    );
  });
  test("everything moved by whole days stands as it stood, in a zone whose clocks do not change", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -400, max: 400 }), (drawn, days) => {
        const given = { ...drawn, zone: "Asia/Kathmandu" };
        const moved = { ...given, start: addDays(given.start, days) };
        expect(shape(asked(moved))).toEqual(shape(asked(given)));
        const [here, there] = [due(asked(given)), due(asked(moved))];
        expect(there.next && { ...there.next, at: null, dueDay: addDays(there.next.dueDay, -days) }).toEqual(here.next && { ...here.next, at: null });
        expect(there.overdue?.days).toBe(here.overdue?.days);
      }),
    );
  });
  test("a week's standing asks the calendar alone: the same in every zone, whatever its clocks do", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const weeksOf = (zone: string) => shape(asked({ ...given, zone })).filter((words) => !words.startsWith("24 h"));
        expect(weeksOf(given.zone)).toEqual(weeksOf("Asia/Kathmandu"));
      }),
    );
  });
  test("windows follow one another without meeting, each with its due day inside", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { course, sessions, plan } = asked(given);
        const days = expectedWindows(course, sessions, plan);
        for (const { kind, opens, dueDay, closes } of days) {
          expect(opens <= dueDay && dueDay <= closes).toBe(true);
          expect(kind === "baseline" || daysBetween(opens, closes) <= 35).toBe(true);
        }
        for (const [index, next] of days.slice(1).entries()) {
          const before = days[index]!;
          expect(next.opens > before.closes || (before.until !== null && next.from !== null && before.until < next.from)).toBe(true);
        }
      }),
    );
  });
  test("what is due or late is exactly what a form answered now would make done", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...measures), (given, measure) => {
        const question = asked(given);
        const after = { ...question, scored: [...question.scored, { measure, at: question.now }] };
        const settled = standings(after).filter((window, index) =>
          window.measures.some(({ standing }, place) => standing === "done" && standings(question)[index]?.measures[place]?.standing !== "done"),
        );
        expect(settled.length > 0).toBe(due(question).dueNow.includes(measure));
        expect(due(after).dueNow).toEqual(due(question).dueNow.filter((each) => each !== measure));
      }),
    );
  });
  test("recording one measure never changes how another stands, nor makes its own worse", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...measures), fc.integer({ min: -9, max: 110 }), (given, measure, day) => {
        const before = standings(asked(given)).flatMap((window) => window.measures);
        const after = standings(asked({ ...given, forms: [...given.forms, { measure, day, wall: "09:00" }] })).flatMap((window) => window.measures);
        for (const [index, { standing, measure: own }] of after.entries()) {
          expect(standing === before[index]?.standing || (own === measure && standing === "done")).toBe(true);
        }
      }),
    );
  });
  test("what is overdue was due before today and what is next was not; nothing is missed before it closes", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const question = asked(given);
        const { next, overdue, dueToday } = due(question);
        expect(next === null || next.dueDay >= question.today).toBe(true);
        expect(dueToday).toBe(next?.dueDay === question.today);
        const late = overdue === null ? 1 : daysBetween(overdue.dueDay, question.today);
        expect([late > 0, overdue?.days ?? late]).toEqual([true, late]);
        for (const { closes, until, measures: each } of standings(question)) {
          const over = closes < question.today || (until !== null && until < question.now);
          expect(each.some(({ standing }) => standing === "missed") && !over).toBe(false);
        }
      }),
    );
  });
});
