/**
 * The assessments a course expects, each with the days between which it is awaited: a baseline by the day
 * treatment begins, one 24 h after the first dose if there was a dose, and one for every planned week. This
 * is a reminder for recording, made by us; it is wider than the windows in which scores are compared
 * (windows.ts): it expects weeks 5 to 7 too, and a questionnaire of any recall window fulfils it. The rule
 * that says what is late is in due.ts.
 */
import { addDays, calendarDay } from "./calendar";
import type { Course, CourseSession } from "./course";
import { timeZero } from "./time-zero";
import { BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS } from "./windows";

export interface Expected {
  readonly kind: "baseline" | "24h" | "week";
  /** "Baseline", "24 h", "Week 3". */
  readonly what: string;
  /** Calendar days: awaited from, due on, and late until (all inclusive). */
  readonly opens: string;
  readonly dueDay: string;
  readonly closes: string;
  /** Only the 24 h assessment has an hour. */
  readonly at: Date | null;
  readonly fulfilled: boolean;
}

/** Days for which the last expected assessment stays overdue. */
export const LAST_STAYS_DAYS = 28;

const HOUR = 3_600_000;

type Draft = Omit<Expected, "closes" | "fulfilled"> & { readonly fulfils: ((at: Date) => boolean) | null };

/**
 * The expected assessments in order of time; `scored` are the instants of the course's scored assessments.
 * Before t0 only the baseline is expected, by the first planned dose or therapy day, or the start date if
 * none is planned. Example: a four-week course whose first dose is done expects six: baseline, 24 h and weeks
 * 1 to 4; week 2 opens on day 11, is due on day 14 and closes on day 17, when week 3 is about to open.
 */
export function expectedAssessments(
  course: Course,
  sessions: readonly CourseSession[],
  scored: readonly Date[],
): readonly Expected[] {
  const drafts = draftsOf(course, sessions);
  return drafts.map(({ fulfils, ...draft }, index) => {
    const next = drafts[index + 1];
    const closes = next === undefined ? addDays(draft.dueDay, LAST_STAYS_DAYS) : addDays(next.opens, -1);
    const inTime = (at: Date): boolean => {
      const day = calendarDay(at, course.timeZone);
      return day >= draft.opens && day <= closes;
    };
    return { ...draft, closes, fulfilled: scored.some(fulfils ?? inTime) };
  });
}

function draftsOf(course: Course, sessions: readonly CourseSession[]): readonly Draft[] {
  const zone = course.timeZone;
  const t0 = timeZero(sessions);
  const first = t0 === null ? firstPlannedDay(course, sessions) : calendarDay(t0.at, zone);
  const opens = addDays(first, BASELINE_FROM_DAY);
  const baseline: Draft = {
    kind: "baseline",
    what: "Baseline",
    opens,
    dueDay: first,
    at: null,
    fulfils: (at) => calendarDay(at, zone) >= opens && (t0 === null || at <= t0.at),
  };
  if (t0 === null) return [baseline];
  const after = (hours: number): Date => new Date(+t0.at + hours * HOUR);
  const day24: Draft = {
    kind: "24h",
    what: "24 h",
    opens: calendarDay(after(HOURS_24.from), zone),
    dueDay: calendarDay(after(HOURS_24.target), zone),
    at: after(HOURS_24.target),
    fulfils: (at) => at >= after(HOURS_24.from) && at <= after(HOURS_24.to),
  };
  const weeks = Array.from({ length: course.plannedWeeks }, (_, index): Draft => {
    const dueDay = addDays(first, 7 * (index + 1));
    const what = `Week ${index + 1}`;
    return { kind: "week", what, opens: addDays(dueDay, -WEEK_REACH_DAYS), dueDay, at: null, fulfils: null };
  });
  return [baseline, ...(t0.kind === "dose" ? [day24] : []), ...weeks];
}

function firstPlannedDay(course: Course, sessions: readonly CourseSession[]): string {
  const planned = sessions.filter(({ status, kind }) => status === "planned" && kind !== "assessment");
  const days = planned.map(({ at }) => calendarDay(at, course.timeZone)).toSorted();
  return days[0] ?? course.startDate;
}
