/**
 * The windows a course expects something in, each with its days and the measures its plan asks for then: a
 * baseline by the day treatment begins, one 24 h after the first dose if a dose was given, one in every planned
 * week, of which the last is the end of the course, and a follow-up. It is a reminder for recording, made by us,
 * and wider than the windows in which scores are compared (windows.ts): it knows weeks 5 to 7 too, and takes a
 * form of any recall window. What is due or late follows in standing.ts and due.ts.
 */
import { addDays, calendarDay } from "./calendar";
import type { Course, CourseSession } from "./course";
import { FOLLOW_UP_DAYS, type MeasurePlan, type Occasion } from "./measure-plan";
import { timeZero } from "./time-zero";
import { BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS } from "./windows";

export interface Expected {
  readonly kind: Occasion;
  /** "Baseline", "24 h", "Week 3", "Follow-up"; the end of the course is its last week. */
  readonly what: string;
  /** Calendar days: awaited from, due on, and awaited until (all inclusive). */
  readonly opens: string;
  readonly dueDay: string;
  readonly closes: string;
  /** Instants that narrow the days, inclusive: the baseline ends with t0, 24 h has its hours. */
  readonly from: Date | null;
  readonly until: Date | null;
  /** Only the 24 h window has an hour at which it is due. */
  readonly at: Date | null;
  /** In the order in which they are entered; never empty. */
  readonly measures: readonly string[];
}

/** Days for which what nothing follows is awaited after it was due: a baseline before t0, and the follow-up. */
export const STAYS_DAYS = 28;

/** The follow-up is awaited from so many days before it is due. */
export const FOLLOW_UP_FROM_DAYS = 7;

const HOUR = 3_600_000;

/**
 * The windows in order of time; those in which the plan asks for nothing are left out. Before t0 only the
 * baseline is expected, by the first planned dose or therapy day, or the start date if none is planned: the
 * others are counted from t0. A course that has ended by the day `endedOn` expects the follow-up, and otherwise
 * only what had opened by then. Example: a four-week course whose first dose is done expects seven: baseline,
 * 24 h, weeks 1 to 4 and the follow-up; week 2 opens on day 11, is due on day 14 and closes on day 17; the last
 * week closes on day 48, before the follow-up opens on day 49, due on day 56.
 */
export function expectedWindows(
  course: Course,
  sessions: readonly CourseSession[],
  plan: MeasurePlan,
  endedOn: string | null = null,
): readonly Expected[] {
  return windowsOf(course, sessions, plan)
    .filter(({ kind, opens }) => endedOn === null || kind === "follow-up" || opens <= endedOn)
    .map((window) => (endedOn === null || window.kind === "follow-up" || window.closes <= endedOn ? window : { ...window, closes: endedOn }))
    .filter(({ measures }) => measures.length > 0);
}

function windowsOf(course: Course, sessions: readonly CourseSession[], plan: MeasurePlan): readonly Expected[] {
  const zone = course.timeZone;
  const t0 = timeZero(sessions);
  const first = t0 === null ? firstPlannedDay(course, sessions) : calendarDay(t0.at, zone);
  const days = (from: number, due: number, to: number) => ({
    opens: addDays(first, from),
    dueDay: addDays(first, due),
    closes: addDays(first, to),
  });
  const whole = { from: null, until: null, at: null };

  const baseline: Expected = {
    ...whole,
    ...days(BASELINE_FROM_DAY, 0, t0 === null ? STAYS_DAYS : 0),
    kind: "baseline",
    what: "Baseline",
    until: t0?.at ?? null,
    measures: plan.baseline,
  };
  if (t0 === null) return [baseline];

  const after = (hours: number): Date => new Date(+t0.at + hours * HOUR);
  const [from, at, until] = [after(HOURS_24.from), after(HOURS_24.target), after(HOURS_24.to)];
  const dayOf = (instant: Date): string => calendarDay(instant, zone);
  const day24: Expected = {
    kind: "24h",
    what: "24 h",
    opens: dayOf(from),
    dueDay: dayOf(at),
    closes: dayOf(until),
    from,
    at,
    until,
    measures: plan["24h"],
  };

  const end = 7 * course.plannedWeeks;
  const followUp = end + FOLLOW_UP_DAYS;
  const weeks = Array.from({ length: course.plannedWeeks }, (_, index): Expected => {
    const [due, last] = [7 * (index + 1), index + 1 === course.plannedWeeks];
    return {
      ...whole,
      ...days(due - WEEK_REACH_DAYS, due, last ? followUp - FOLLOW_UP_FROM_DAYS - 1 : due + WEEK_REACH_DAYS),
      kind: last ? "end" : "week",
      what: `Week ${index + 1}`,
      measures: last ? [...new Set([...plan.end, ...plan.week])] : plan.week,
    };
  });
  const later: Expected = {
    ...whole,
    ...days(followUp - FOLLOW_UP_FROM_DAYS, followUp, followUp + STAYS_DAYS),
    kind: "follow-up",
    what: "Follow-up",
    measures: plan["follow-up"],
  };
  return [baseline, ...(t0.kind === "dose" ? [day24] : []), ...weeks, later];
}

function firstPlannedDay(course: Course, sessions: readonly CourseSession[]): string {
  const planned = sessions.filter(({ status, kind }) => status === "planned" && kind !== "assessment");
  const days = planned.map(({ at }) => calendarDay(at, course.timeZone)).toSorted();
  return days[0] ?? course.startDate;
}
