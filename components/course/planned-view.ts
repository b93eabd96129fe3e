// Planned beside done: the course's sessions and windows of measures on lanes over its days, each with what came of it, in
// numbers and in a table. What it means is worked out in lib/course; here it gets places and words.
import { adherence, outcomeWords, type Adherence, type TrackedSession } from "@/lib/course/adherence";
import { addDays, calendarDay, daysBetween } from "@/lib/course/calendar";
import { shortDay } from "@/lib/course/day-words";
import type { SessionKind } from "@/lib/course/course";
import { dueName } from "@/lib/course/due-words";
import { sessionNames } from "@/lib/course/session-names";
import { standings, standingWords, type Standing, type StandingQuestion, type WindowStanding } from "@/lib/course/standing";
import { weekdayInWords } from "@/lib/dates";
import { laneNames, plannedFigures, sessionKinds, type Figure } from "./planned-figures";
import type { Scored } from "./windows-view";

export type MarkState = "done" | "moved" | "unplanned" | "missed" | "cancelled" | "open" | "to come";

export interface PlannedMark {
  id: string;
  /** Places on the strip, 0 to 100; the plan's own where it was done on another day. */
  at: number;
  plannedAt: number | null;
  state: MarkState;
}

export interface PlannedRow {
  id: string;
  /** The calendar day it stands on; rows are in this order. */
  day: string;
  kind: SessionKind | "measure";
  what: string;
  /** "Tue 24 Nov"; null where it was never planned. */
  planned: string | null;
  happened: string;
  done: string | null;
  reason: string;
}

export interface PlannedView {
  /** "5 Oct" for each week counted from the start date. */
  weeks: { at: number; name: string }[];
  today: number | null;
  lanes: { kind: SessionKind | "measure"; name: string; marks: PlannedMark[] }[];
  figures: Figure[];
  rows: PlannedRow[];
}

type Tracked = TrackedSession & { reason: string | null };
type Question = Omit<StandingQuestion<Scored>, "sessions"> & { sessions: readonly Tracked[] };

export function plannedView(question: Question): PlannedView {
  const { course, sessions, today, now } = question;
  const zone = course.timeZone;
  const told = adherence({ sessions, zone, now });
  const windows = standings(question);
  const dayOf = (at: Date) => calendarDay(at, zone);
  const days = [course.startDate, ...sessions.flatMap(({ at, plannedAt }) => [dayOf(at), ...(plannedAt ? [dayOf(plannedAt)] : [])]), ...windows.map(({ dueDay }) => dueDay)].toSorted();
  const [first, last] = [days[0]!, days.at(-1)!];
  const length = daysBetween(first, last) + 1;
  const place = (day: string) => ((daysBetween(first, day) + 0.5) / length) * 100;

  const rows = sessionRows(question, told);
  const laneOf = (kind: SessionKind) => sessions.filter((session) => session.kind === kind).map((session): PlannedMark => {
    const [at, planned] = [dayOf(session.at), session.plannedAt && dayOf(session.plannedAt)];
    return { id: session.id, at: place(at), plannedAt: session.status === "done" && planned && planned !== at ? place(planned) : null, state: stateOf(session, planned !== null && planned !== at, at < today) };
  });
  const lanes: PlannedView["lanes"] = [
    ...sessionKinds.map((kind) => ({ kind, name: laneNames[kind], marks: laneOf(kind) })),
    { kind: "measure", name: laneNames.measure, marks: windows.map((window) => ({ id: window.what, at: place(window.dueDay), plannedAt: null, state: windowState(window) })) },
  ];
  return {
    weeks: weeksOf(course.startDate, first, last).map((day) => ({ at: (daysBetween(first, day) * 100) / length, name: shortDay(day) })),
    today: today < first || today > last ? null : place(today),
    lanes: lanes.filter(({ marks }) => marks.length > 0),
    figures: plannedFigures(told, windows, sessions, today, zone),
    rows: [...rows, ...windows.map(windowRow)].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}

/** The first days of the weeks counted from the start date, also those before it. */
function weeksOf(start: string, first: string, last: string): string[] {
  const before = Math.floor(daysBetween(first, start) / 7);
  return Array.from({ length: before + Math.floor(daysBetween(start, last) / 7) + 1 }, (_, week) => addDays(start, 7 * (week - before)));
}

function stateOf({ status, plannedAt }: Tracked, moved: boolean, gone: boolean): MarkState {
  if (status !== "done") return status === "planned" ? (gone ? "open" : "to come") : status;
  return plannedAt === null ? "unplanned" : moved ? "moved" : "done";
}

function sessionRows({ course, sessions, today }: Question, told: Adherence): PlannedRow[] {
  const zone = course.timeZone;
  const names = sessionNames(course, sessions);
  const kept = new Map(told.sessions.map((one) => [one.sessionId, one]));
  return sessions.map(({ id, kind, at, plannedAt, status, reason }) => {
    const day = calendarDay(at, zone);
    const words = status === "planned" ? (day < today ? "not marked" : "to come") : outcomeWords(kept.get(id)!);
    const planned = plannedAt && weekdayInWords(calendarDay(plannedAt, zone));
    return { day, id, kind, what: names.get(id) ?? "", planned, happened: words, done: status === "done" ? weekdayInWords(day) : null, reason: reason ?? "" };
  });
}

/** A window is what its least recorded measure is. */
function windowState({ measures }: WindowStanding<Scored>): MarkState {
  const order: readonly Standing[] = ["missed", "late", "due", "upcoming"];
  const worst = order.find((standing) => measures.some((each) => each.standing === standing));
  return worst === undefined ? "done" : worst === "missed" ? "missed" : worst === "upcoming" ? "to come" : "open";
}

function windowRow({ what, dueDay, measures }: WindowStanding<Scored>): PlannedRow {
  const recorded = measures.filter(({ form }) => form !== null);
  const lacking = measures.filter(({ form }) => form === null);
  const words = lacking.length === 0 ? "recorded" : recorded.length === 0 ? standingWords[lacking[0]!.standing].toLowerCase() : `${recorded.length} of ${measures.length} recorded`;
  return { day: dueDay, id: what, kind: "measure", what: dueName({ what, measures: measures.map(({ measure }) => measure) }), planned: weekdayInWords(dueDay), happened: words, done: null, reason: "" };
}
