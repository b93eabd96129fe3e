/**
 * What is due next, and what is overdue. No published rule says when a reminder is late; this is ours, in
 * full:
 *
 * 1. Expected are a baseline by the day treatment begins (the first planned dose or therapy day, else the
 *   start date, until t0 is known), 24 h after the first dose if a dose was done, and each planned week k,
 *   due on day 7k.
 * 2. An expected assessment opens 3 days before a week is due (baseline: 7 days; 24 h: 18 hours after the
 *   dose) and closes on the day before the next one opens; the last closes 28 days after it was due.
 * 3. Any scored questionnaire in that time fulfils it, whichever its recall window: recording is what is due.
 * 4. The latest one that has opened is overdue from the day after it was due until it closes, if not
 *   fulfilled.
 * 5. A session still marked planned is overdue, as "not marked", from the day after its date until it is
 *   marked.
 * 6. Next is the earliest of the unfulfilled assessments and planned sessions due today or later.
 *
 * A course that has ended expects nothing. It is a list of things to record and never a judgement of care.
 */
import { calendarDay, daysBetween } from "./calendar";
import { sessionKindWords, type Course, type CourseSession } from "./course";
import { expectedAssessments } from "./expected";
import { sessionNames } from "./session-names";
import { HOURS_24 } from "./windows";

export interface DueItem {
  /** "Week 4", "24 h", "First dose", "PE session 3". */
  readonly what: string;
  readonly kind: "baseline" | "24h" | "week" | "dose" | "therapy" | "assessment";
  readonly dueDay: string;
  /** The hour, where there is one. */
  readonly at: Date | null;
}

export interface OverdueItem {
  /** "Week 4", "Dose 3 not marked". */
  readonly what: string;
  readonly kind: DueItem["kind"];
  readonly dueDay: string;
  /** Calendar days since the due day, 1 or more. */
  readonly days: number;
}

export interface Due {
  readonly next: DueItem | null;
  /** The one longest overdue; an assessment before a session of the same day. */
  readonly overdue: OverdueItem | null;
  readonly dueToday: boolean;
}

export interface DueQuestion {
  readonly course: Course;
  readonly sessions: readonly CourseSession[];
  /** When the scored assessments of this course were answered. */
  readonly scored: readonly Date[];
  /** The calendar day of `now` in the course's zone. */
  readonly today: string;
  readonly now: Date;
}

const HOUR = 3_600_000;

/**
 * What is due, by the rule above. Example: day 22 of a four-week course with everything recorded so far has
 * next { what: "Week 4", kind: "week" } due on day 28; on day 30, still without it, it is overdue by 2 days.
 */
export function due({ course, sessions, scored, today, now }: DueQuestion): Due {
  if (course.endedAt != null && course.endedAt <= now) return { next: null, overdue: null, dueToday: false };
  const open = expectedAssessments(course, sessions, scored).filter((one) => !one.fulfilled);
  const marked = sessionItems(course, sessions);

  const late: OverdueItem[] = [
    ...open.filter((one) => one.closes >= today).map(({ what, kind, dueDay }) => ({ what, kind, dueDay })),
    ...marked.map(({ what, kind, dueDay }) => ({ what: `${what} not marked`, kind, dueDay })),
  ]
    .map((item) => ({ ...item, days: daysBetween(item.dueDay, today) }))
    .filter((item) => item.days > 0)
    .toSorted((a, b) => b.days - a.days);

  const coming = [
    ...open
      .filter(({ at }) => at === null || +now - +at <= (HOURS_24.to - HOURS_24.target) * HOUR)
      .map(({ what, kind, dueDay, at }): DueItem => ({ what, kind, dueDay, at })),
    ...marked,
  ]
    .filter((item) => item.dueDay >= today)
    .toSorted((a, b) => daysBetween(b.dueDay, a.dueDay) || timeOf(a) - timeOf(b));

  const next = coming[0] ?? null;
  return { next, overdue: late[0] ?? null, dueToday: next?.dueDay === today };
}

/** Planned sessions as things due, by their names in the course; the first dose is called so. */
function sessionItems(course: Course, sessions: readonly CourseSession[]): readonly DueItem[] {
  const names = sessionNames(course, sessions);
  return sessions
    .filter(({ status }) => status === "planned")
    .map(({ id, kind, at }) => {
      const name = names.get(id) ?? sessionKindWords[kind];
      const what = name === "Dose 1" ? "First dose" : name;
      return { what, kind, dueDay: calendarDay(at, course.timeZone), at };
    });
}

/** Assessments without an hour come before the sessions of their day: the form is filled in on arrival. */
function timeOf(item: DueItem): number {
  return item.at === null ? Number.MIN_SAFE_INTEGER : +item.at;
}
