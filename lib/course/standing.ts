/**
 * How each measure of the plan stands in each window of a course: still to come, due, done, late or missed. Done
 * is a scored form of that measure answered in the window, whichever its recall window: a form that looks back
 * on longer than the gap is recorded all the same, and the chart says what it looks back on. Due and late mean
 * that a form answered now would be done; late that the day it was due has gone by; missed that the window has
 * closed without one. A paper form found afterwards is entered with the day it was answered, and is done. It
 * tells what was recorded, and is never a judgement of care.
 */
import { calendarDay, daysBetween } from "./calendar";
import type { Course, CourseSession } from "./course";
import { expectedWindows, type Expected } from "./expected";
import type { MeasurePlan } from "./measure-plan";

export type Standing = "upcoming" | "due" | "done" | "late" | "missed";

/** What a standing needs to know of a scored form. */
export interface ScoredForm {
  readonly measure: string;
  /** When it was answered. */
  readonly at: Date;
}

export interface MeasureStanding<Form extends ScoredForm> {
  readonly measure: string;
  readonly standing: Standing;
  /** The form that stands for it, the nearest to when it was due; null unless done. */
  readonly form: Form | null;
}

export interface WindowStanding<Form extends ScoredForm> extends Omit<Expected, "measures"> {
  readonly measures: readonly MeasureStanding<Form>[];
}

export interface StandingQuestion<Form extends ScoredForm> {
  readonly course: Course;
  readonly sessions: readonly CourseSession[];
  /** The scored forms of this course, of every measure. */
  readonly scored: readonly Form[];
  readonly plan: MeasurePlan;
  /** The calendar day of `now` in the course's zone. */
  readonly today: string;
  readonly now: Date;
}

/** Words for a standing, as a cell of a table says it. */
export const standingWords: Readonly<Record<Standing, string>> = {
  upcoming: "To come",
  due: "Due",
  done: "Done",
  late: "Late",
  missed: "Missed",
};

/**
 * The windows of a course with the standing of each measure, in order of time. Example: on day 16 of a course
 * that asks for the PCL-5 and the PHQ-9 every week, with both recorded in week 1 and the PCL-5 of day 14, week 1
 * is done, done; week 2 (days 11 to 17) is done, late; week 3 is to come; on day 18 the PHQ-9 of week 2 is missed.
 */
export function standings<Form extends ScoredForm>({
  course, sessions, scored, plan, today, now,
}: StandingQuestion<Form>): readonly WindowStanding<Form>[] {
  const zone = course.timeZone;
  const endedOn = course.endedAt != null && course.endedAt <= now ? calendarDay(course.endedAt, zone) : null;
  const dated = scored.map((form) => ({ form, day: calendarDay(form.at, zone) }));
  return expectedWindows(course, sessions, plan, endedOn).map((window) => {
    const inTime = dated.filter(({ form, day }) => takes(window, form.at, day)).map(({ form }) => form);
    const open = standingOf(window, today, now);
    const measures = window.measures.map((measure): MeasureStanding<Form> => {
      const form = nearest(window, inTime.filter((each) => each.measure === measure), zone);
      return { measure, standing: form === null ? open : "done", form };
    });
    return { ...window, measures };
  });
}

/** Whether a form answered then belongs in a window. */
function takes({ opens, closes, from, until }: Expected, at: Date, day: string): boolean {
  return day >= opens && day <= closes && (from === null || at >= from) && (until === null || at <= until);
}

function standingOf({ opens, dueDay, closes, from, until }: Expected, today: string, now: Date): Standing {
  if (today < opens || (from !== null && now < from)) return "upcoming";
  if (today > closes || (until !== null && now > until)) return "missed";
  return today > dueDay ? "late" : "due";
}

/** As in windows.ts: the last before t0 for the baseline, else the nearest to when it was due, ties to the earlier. */
function nearest<Form extends ScoredForm>({ kind, at, dueDay }: Expected, forms: readonly Form[], zone: string): Form | null {
  const away = (form: Form): number => {
    if (kind === "baseline") return -form.at;
    return at === null ? Math.abs(daysBetween(dueDay, calendarDay(form.at, zone))) : Math.abs(+form.at - +at);
  };
  return forms.toSorted((a, b) => away(a) - away(b) || +a.at - +b.at)[0] ?? null;
}
