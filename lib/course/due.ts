/**
 * What is due next, and what is overdue. No published rule says when a reminder is late; this is ours, in full:
 *
 * 1. Each window of the course asks for the measures its plan names (measure-plan.ts). Windows are a baseline by
 *   the day treatment begins (the first planned dose or therapy day, else the start date, until t0 is known);
 *   24 h after the first dose, only if a dose was done; each planned week k, due on day 7k; the last of them is
 *   the end of the course, and asks for the measures of the end and of every week; and a follow-up, due 28 days
 *   after the planned end.
 * 2. A window opens 3 days before a week is due and closes on the day before the next one opens, 3 days after;
 *   the baseline opens 7 days before and closes at t0, or before t0 28 days after it was due; 24 h is open from
 *   18 to 36 hours after the dose; the follow-up opens 7 days before it is due, which closes the last week, and
 *   closes 28 days after.
 * 3. A scored form of the measure in that time is what is due, whichever its recall window: a measure that looks
 *   back on longer than the gap is still just recorded.
 * 4. A measure is late, and its window overdue, from the day after it was due until the window closes; then it
 *   is missed, and no longer asked for.
 * 5. A session still marked planned is overdue, as "not marked", from the day after its date until it is marked.
 * 6. Next is the earliest of the windows with something to record and the planned sessions due today or later.
 *   What one window still lacks is recorded in one sitting, and stands together.
 * 7. A course that has ended expects the follow-up alone, on its planned day also where the course ended early:
 *   who stopped is followed up like who completed. A plan without a follow-up then asks for nothing.
 *
 * It is a list of things to record and never a judgement of care.
 */
import { calendarDay, daysBetween } from "./calendar";
import { sessionKindWords, type Course, type CourseSession, type SessionKind } from "./course";
import type { Occasion } from "./measure-plan";
import { sessionNames } from "./session-names";
import { standings, type ScoredForm, type StandingQuestion, type WindowStanding } from "./standing";

export interface DueItem {
  /** "Week 4", "24 h", "First dose", "PE session 3". */
  readonly what: string;
  readonly kind: Occasion | SessionKind;
  /** What is still to be recorded, in the order of the sitting; none for a session. */
  readonly measures: readonly string[];
  readonly dueDay: string;
  /** The hour, where there is one. */
  readonly at: Date | null;
}

export interface OverdueItem extends Omit<DueItem, "at"> {
  /** Calendar days since the due day, 1 or more. */
  readonly days: number;
}

export interface Due {
  readonly next: DueItem | null;
  /** The one longest overdue; a window before a session of the same day. A session is "Dose 3 not marked". */
  readonly overdue: OverdueItem | null;
  readonly dueToday: boolean;
  /** What a sitting opened now would record: everything due or late, in the order of entry. */
  readonly dueNow: readonly string[];
}

export type DueQuestion = StandingQuestion<ScoredForm>;

/**
 * What is due, by the rule above. Example: day 22 of a four-week course that asks for the PCL-5 and the PHQ-9
 * every week, with everything recorded so far, has next { what: "Week 4", measures: ["pcl-5", "phq-9"] } due on
 * day 28; on day 30, with the PCL-5 recorded, week 4 is overdue by 2 days with the PHQ-9 alone. Whoever knows the
 * windows with their standings hands them in.
 */
export function due(question: DueQuestion, windows: readonly WindowStanding<ScoredForm>[] = standings(question)): Due {
  const { course, sessions, today, now } = question;
  const ended = course.endedAt != null && course.endedAt <= now;
  const unmarked = ended ? [] : sessionItems(course, sessions);

  const late = [
    ...windows.flatMap((window) => itemOf(window, "late")),
    ...unmarked.map((item) => ({ ...item, what: `${item.what} not marked` })),
  ]
    .map(({ what, kind, measures, dueDay }): OverdueItem => ({ what, kind, measures, dueDay, days: daysBetween(dueDay, today) }))
    .filter((item) => item.days > 0)
    .toSorted((a, b) => b.days - a.days);

  const coming = [...windows.flatMap((window) => itemOf(window, "upcoming", "due")), ...unmarked]
    .filter((item) => item.dueDay >= today)
    .toSorted((a, b) => daysBetween(b.dueDay, a.dueDay) || timeOf(a) - timeOf(b));

  const next = coming[0] ?? null;
  const dueNow = [...new Set(windows.flatMap((window) => itemOf(window, "due", "late")).flatMap(({ measures }) => measures))];
  return { next, overdue: late[0] ?? null, dueToday: next?.dueDay === today, dueNow };
}

/** What one window lacks, if it stands in one of these ways. */
function itemOf({ what, kind, dueDay, at, measures }: WindowStanding<ScoredForm>, ...ways: string[]): readonly DueItem[] {
  const lacking = measures.filter(({ standing }) => ways.includes(standing)).map(({ measure }) => measure);
  return lacking.length === 0 ? [] : [{ what, kind, measures: lacking, dueDay, at }];
}

/** Planned sessions as things due, by their names in the course; the first dose is called so. */
function sessionItems(course: Course, sessions: readonly CourseSession[]): readonly DueItem[] {
  const names = sessionNames(course, sessions);
  return sessions
    .filter(({ status }) => status === "planned")
    .map(({ id, kind, at }) => {
      const name = names.get(id) ?? sessionKindWords[kind];
      const what = name === "Dose 1" ? "First dose" : name;
      return { what, kind, measures: [], dueDay: calendarDay(at, course.timeZone), at };
    });
}

/** Windows without an hour come before the sessions of their day: the form is filled in on arrival. */
function timeOf(item: DueItem): number {
  return item.at === null ? Number.MIN_SAFE_INTEGER : +item.at;
}
