/**
 * Planned beside done: what came of each planned session, and how often a dose was followed by therapy. On time
 * means on the planned calendar day in the course's zone; the hour is not judged. A missed or cancelled session is
 * that, whenever it was planned for. Counts and shares describe what happened and not why, and are no grade of the
 * patient or the clinic.
 *
 * Therapy after a dose is counted twice, since both are asked for: within 24 elapsed hours (a published protocol:
 * integration within 24 h after each dose, NCT06036511) and on the next calendar day (a session at 10:00 after a
 * dose at 9:00 is 25 hours later, and is next-day therapy all the same). A dose is counted only once the time for it
 * is over, or the therapy is done.
 */
import { calendarDay, daysBetween, localDay } from "./calendar";
import type { CourseSession, SessionKind } from "./course";

/** A session with its place in the plan; null where it was never planned. */
export interface TrackedSession extends CourseSession {
  readonly plannedAt: Date | null;
}

export type Outcome = "on time" | "early" | "late" | "unplanned" | "missed" | "cancelled" | "planned";

export const OUTCOMES: readonly Outcome[] = ["on time", "early", "late", "unplanned", "missed", "cancelled", "planned"];

export interface Kept {
  readonly sessionId: string;
  readonly outcome: Outcome;
  /** Calendar days from the planned day to the done one, negative when early; null unless it was planned and done. */
  readonly daysOff: number | null;
}

export interface TherapyAfter {
  readonly doseId: string;
  readonly doseAt: Date;
  /** "waiting" while the time for it is not over. */
  readonly within24h: "done" | "waiting" | "without";
  readonly nextDay: "done" | "waiting" | "without";
}

/** So many of so many. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

export interface Adherence {
  /** In order of time. */
  readonly sessions: readonly Kept[];
  readonly counts: Readonly<Record<SessionKind, Readonly<Record<Outcome, number>>>>;
  /** Of what was planned and is over or done, how much was done; cancelled and unplanned sessions are not counted. */
  readonly kept: Readonly<Record<SessionKind, Share>>;
  /** Done doses in order of time. */
  readonly therapyAfter: readonly TherapyAfter[];
  readonly within24h: Share;
  readonly nextDay: Share;
}

export interface AdherenceQuestion {
  readonly sessions: readonly TrackedSession[];
  readonly zone: string;
  readonly now: Date;
}

const DAY_HOURS = 24;
const HOUR = 3_600_000;

/**
 * What came of the plan. Row order does not matter. Example: doses done on 2 and 9 November at 9:00, the second planned
 * for the 8th, and therapy done on the 3rd at 10:00: the doses are on time and late by 1 day; asked on the 20th, 0 of
 * 2 had therapy within 24 h and 1 of 2 on the next day, and 2 of 2 planned doses were kept.
 */
export function adherence({ sessions, zone, now }: AdherenceQuestion): Adherence {
  const inOrder = sessions.toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
  const outcomes = inOrder.map((session) => outcomeOf(session, zone));
  const none = (): Record<Outcome, number> =>
    Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const counts: Record<SessionKind, Record<Outcome, number>> = { dose: none(), therapy: none(), assessment: none() };
  inOrder.forEach(({ kind }, index) => (counts[kind][outcomes[index]?.outcome ?? "planned"] += 1));
  const today = calendarDay(now, zone);
  const keptOf = (kind: SessionKind): Share => {
    const counted = inOrder.filter((session) => session.kind === kind && isCounted(session, calendarDay(session.at, zone) < today));
    return { done: counted.filter(({ status }) => status === "done").length, of: counted.length };
  };
  const done = (kind: SessionKind) => inOrder.filter((session) => session.kind === kind && session.status === "done");
  const therapy = done("therapy").map(({ at }) => at);
  const therapyAfter = done("dose").map((dose) => therapyAfterOf(dose, therapy, zone, now));
  const shareOf = (which: "within24h" | "nextDay"): Share => {
    const counted = therapyAfter.filter((one) => one[which] !== "waiting");
    return { done: counted.filter((one) => one[which] === "done").length, of: counted.length };
  };
  return { sessions: outcomes, counts, kept: { dose: keptOf("dose"), therapy: keptOf("therapy"), assessment: keptOf("assessment") }, therapyAfter, within24h: shareOf("within24h"), nextDay: shareOf("nextDay") };
}

/**
 * A share in words, for a page; a dash where nothing is counted yet. Example: shareWords({ done: 3, of: 4 }) is "3 of
 * 4 (75 %)".
 */
export function shareWords({ done, of }: Share): string {
  return of === 0 ? "—" : `${done} of ${of} (${Math.round((100 * done) / of)} %)`;
}

/** What came of a session, in words. Example: "late by 2 days", "missed", "on time". */
export function outcomeWords({ outcome, daysOff }: Kept): string {
  if (daysOff === null || daysOff === 0) return outcome;
  const days = Math.abs(daysOff);
  return `${outcome} by ${days} ${days === 1 ? "day" : "days"}`;
}

/** Planned, and either done, missed or gone by; what was cancelled is no plan any more. */
function isCounted({ status, plannedAt }: TrackedSession, gone: boolean): boolean {
  return plannedAt !== null && (status === "done" || status === "missed" || (status === "planned" && gone));
}

function outcomeOf({ id, status, at, plannedAt }: TrackedSession, zone: string): Kept {
  if (status !== "done") return { sessionId: id, outcome: status, daysOff: null };
  if (plannedAt === null) return { sessionId: id, outcome: "unplanned", daysOff: null };
  const daysOff = daysBetween(calendarDay(plannedAt, zone), calendarDay(at, zone));
  return { sessionId: id, outcome: daysOff === 0 ? "on time" : daysOff < 0 ? "early" : "late", daysOff };
}

function therapyAfterOf({ id, at }: CourseSession, therapy: readonly Date[], zone: string, now: Date): TherapyAfter {
  const hours = (instant: Date) => (+instant - +at) / HOUR;
  const stateOf = (isDone: boolean, over: boolean) => (isDone ? "done" : over ? "without" : "waiting");
  return {
    doseId: id,
    doseAt: at,
    within24h: stateOf(therapy.some((one) => one > at && hours(one) <= DAY_HOURS), hours(now) > DAY_HOURS),
    nextDay: stateOf(therapy.some((one) => localDay(one, at, zone) === 1), localDay(now, at, zone) > 1),
  };
}
