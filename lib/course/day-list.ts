/**
 * The day of one course, for the clinic's list of today: its sessions of the day and how far each has come, the measures
 * due, and what was missed since the last open day. Missed, in this order: a dose without the therapy that was planned
 * for the day after it; a dosing session whose leaving was never recorded; a session marked missed or not marked at
 * all; a measure that is late, or whose window closed without it. A list of what to look at, and no judgement of care.
 *
 * Next-day therapy is missing only where the plan had it: a course with therapy on days of its own is not reproached for
 * a day without. What happened on a day the clinic is closed is told on the next open one.
 */
import { addDays, calendarDay, daysBetween } from "./calendar";
import { lastOpen, type ClosedDays } from "./closed-days";
import type { SessionKind } from "./course";
import { due } from "./due";
import { dueName } from "./due-words";
import { sessionNames } from "./session-names";
import { standings, type ScoredForm, type StandingQuestion, type WindowStanding } from "./standing";
import type { TrackedSession } from "./adherence";

export interface DaySession extends TrackedSession {
  /** Why it was missed or cancelled. */
  readonly reason: string | null;
  /** Of a dose: when it began and when the patient left, where that is recorded. */
  readonly startedAt: Date | null;
  readonly leftAt: Date | null;
}

export type Progress = "planned" | "in the room" | "left" | "done" | "missed" | "cancelled";

export interface SessionToday {
  readonly id: string;
  readonly kind: SessionKind;
  readonly name: string;
  readonly at: Date;
  readonly progress: Progress;
  readonly startedAt: Date | null;
  readonly leftAt: Date | null;
}

export type MissedKind = "next-day therapy" | "leaving" | "session" | "measure";

/** In the order in which they are told. */
export const MISSED: readonly MissedKind[] = ["next-day therapy", "leaving", "session", "measure"];

export interface Missed {
  readonly kind: MissedKind;
  /** The session to open; null for a measure. */
  readonly session: { readonly id: string; readonly kind: SessionKind } | null;
  /** "Dose 3 without therapy the day after", "PE session 4 not marked". */
  readonly what: string;
  readonly day: string;
  readonly reason: string | null;
}

export interface DayOfCourse {
  /** In order of time; a dose begun yesterday and still in the room is among them. */
  readonly sessions: readonly SessionToday[];
  /** "Week 3: PCL-5" for each window due today that lacks something. */
  readonly due: readonly string[];
  /** The measures a sitting opened now would record. */
  readonly toRecord: readonly string[];
  /** In the order of MISSED, then of days. */
  readonly missed: readonly Missed[];
}

export interface DayQuestion extends Omit<StandingQuestion<ScoredForm>, "sessions"> {
  readonly sessions: readonly DaySession[];
  readonly closed: ClosedDays;
}

/** A dose begun so recently and not left is in the room, also past midnight; later its leaving was not recorded. Ours. */
export const IN_ROOM_HOURS = 12;

const HOUR = 3_600_000;

/**
 * The day of a course. Example: on Thursday the 12th, with a dose done on Tuesday the 10th and its therapy, planned for
 * Wednesday, missed: "Dose 1 without therapy the day after", with the reason the session was missed, which is not told twice.
 */
export function dayOf(question: DayQuestion): DayOfCourse {
  const { course, sessions, today, now, closed } = question;
  const zone = course.timeZone;
  const names = sessionNames(course, sessions);
  const since = lastOpen(today, closed);
  const gone = (day: string) => day >= since && day < today;
  const nameOf = ({ id }: DaySession) => names.get(id) ?? "Session";
  const inOrder = sessions.toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
  const shown = inOrder.filter((session) => calendarDay(session.at, zone) === today || isInRoom(session, now));
  const windows = standings(question);

  const without = inOrder.flatMap((dose) => withoutTherapy(dose, inOrder, zone, gone, nameOf(dose)));
  const missed = [
    ...without,
    ...inOrder.filter(({ startedAt, leftAt }) => startedAt !== null && leftAt === null).flatMap((dose): Missed[] => {
      const day = calendarDay(dose.startedAt ?? dose.at, zone);
      return gone(day) && !isInRoom(dose, now) ? [{ kind: "leaving", session: opened(dose), what: `${nameOf(dose)}: leaving not recorded`, day, reason: null }] : [];
    }),
    ...inOrder.flatMap((session): Missed[] => {
      const day = calendarDay(session.at, zone);
      if (!gone(day) || (session.status !== "missed" && session.status !== "planned") || without.some((each) => each.session?.id === session.id)) return [];
      const what = session.status === "planned" ? `${nameOf(session)} not marked` : nameOf(session);
      return [{ kind: "session", session: opened(session), what, day, reason: session.reason }];
    }),
    ...lateMeasures(windows, gone),
  ];
  return {
    sessions: shown.map((session) => ({ id: session.id, kind: session.kind, name: nameOf(session), at: session.at, progress: progressOf(session, now), startedAt: session.startedAt, leftAt: session.leftAt })),
    due: windows.flatMap(({ what, dueDay, measures }) => nameLacking(what, dueDay === today ? measures : [], "due")),
    toRecord: due(question, windows).dueNow,
    missed: missed.toSorted((a, b) => MISSED.indexOf(a.kind) - MISSED.indexOf(b.kind) || daysBetween(b.day, a.day)),
  };
}

/** Whether a dose has begun and its patient has not left, within the hours above. */
export function isInRoom({ startedAt, leftAt }: Pick<DaySession, "startedAt" | "leftAt">, now: Date): boolean {
  return startedAt !== null && leftAt === null && +now - +startedAt < IN_ROOM_HOURS * HOUR;
}

const opened = ({ id, kind }: DaySession) => ({ id, kind });

function progressOf(session: DaySession, now: Date): Progress {
  if (isInRoom(session, now)) return "in the room";
  return session.leftAt !== null ? "left" : session.status;
}

/** A done dose whose planned therapy on the day after it has gone by undone. */
function withoutTherapy(dose: DaySession, sessions: readonly DaySession[], zone: string, gone: (day: string) => boolean, name: string): Missed[] {
  const lacking = therapyLacking(dose, sessions, zone);
  if (lacking === null || !gone(lacking.day)) return [];
  return [{ kind: "next-day therapy", session: opened(lacking.therapy), what: `${name} without therapy the day after`, day: lacking.day, reason: lacking.therapy.reason }];
}

/**
 * The therapy session that was planned for the day after a done dose, and that day, where no therapy is done on it; it is
 * missing once that day has gone by. Example: a dose done on the 10th and its therapy, planned for the 11th, moved to the
 * 14th: that session, and the 11th.
 */
export function therapyLacking<Session extends TrackedSession>(dose: Session, sessions: readonly Session[], zone: string): { day: string; therapy: Session } | null {
  if (dose.kind !== "dose" || dose.status !== "done") return null;
  const day = addDays(calendarDay(dose.at, zone), 1);
  const planned = dose.plannedAt === null ? day : addDays(calendarDay(dose.plannedAt, zone), 1);
  const therapy = sessions.filter(({ kind }) => kind === "therapy");
  if (therapy.some(({ status, at }) => status === "done" && calendarDay(at, zone) === day)) return null;
  const meant = therapy.find(({ plannedAt }) => plannedAt !== null && [day, planned].includes(calendarDay(plannedAt, zone)));
  return meant ? { day, therapy: meant } : null;
}

function lateMeasures(windows: readonly WindowStanding<ScoredForm>[], gone: (day: string) => boolean): Missed[] {
  return windows.flatMap(({ what, dueDay, closes, measures }) => {
    const late = nameLacking(what, measures, ...(gone(closes) ? ["missed"] : ["late"]));
    return late.map((words): Missed => ({ kind: "measure", session: null, what: words, day: dueDay, reason: gone(closes) ? "window closed" : null }));
  });
}

function nameLacking(what: string, measures: readonly { readonly measure: string; readonly standing: string }[], ...ways: string[]): string[] {
  const lacking = measures.filter(({ standing }) => ways.includes(standing)).map(({ measure }) => measure);
  return lacking.length === 0 ? [] : [dueName({ what, measures: lacking })];
}
