// The course on lanes under one measure's line: doses, therapy, whether therapy followed each dose, and adverse events, with
// the same in sentences. Positions are instants; what they mean is worked out in lib/course.
import { adherence, outcomeWords, shareWords, type Outcome, type TrackedSession } from "@/lib/course/adherence";
import { calendarDay } from "@/lib/course/calendar";
import { shortDay } from "@/lib/course/day-words";
import type { EventSeverity } from "@/lib/course/dosing/events";
import type { FormSeries } from "./series-of-forms";

export type LaneState = "done" | "late" | "missed" | "planned" | "without" | "waiting" | "event" | "serious";

export interface LaneMark {
  id: string;
  at: number;
  state: LaneState;
}

export interface LanesView {
  range: { from: number; to: number };
  now: number;
  weeks: { at: number; name: string }[];
  line: { short: string; max: number; points: { at: number; value: number }[] } | null;
  lanes: { id: "dose" | "therapy" | "after" | "event"; name: string; marks: LaneMark[] }[];
  /** Instants of the done doses. */
  doses: number[];
  sentences: string[];
}

interface LanesInput {
  sessions: readonly TrackedSession[];
  events: readonly { id: string; term: string; severity: EventSeverity; serious: boolean; onsetAt: Date }[];
  series: FormSeries | null;
  t0: Date | null;
  zone: string;
  now: Date;
}

const week = 7 * 86_400_000;
const stateOf: Readonly<Record<Outcome, LaneState | null>> = {
  "on time": "done", early: "done", unplanned: "done", late: "late", missed: "missed", cancelled: null, planned: "planned",
};

export function lanesView({ sessions, events, series, t0, zone, now }: LanesInput): LanesView {
  const told = adherence({ sessions, zone, now });
  const kept = new Map(told.sessions.map((one) => [one.sessionId, one]));
  const marksOf = (kind: "dose" | "therapy"): LaneMark[] =>
    sessions.flatMap((session) => {
      const state = stateOf[kept.get(session.id)?.outcome ?? "planned"];
      return session.kind !== kind || state === null ? [] : [{ id: session.id, at: +session.at, state }];
    });
  const lanes: LanesView["lanes"] = [
    { id: "dose", name: "Doses", marks: marksOf("dose") },
    { id: "therapy", name: "Therapy", marks: marksOf("therapy") },
    { id: "after", name: "Next day", marks: told.therapyAfter.map(({ doseId, doseAt, nextDay }) => ({ id: doseId, at: +doseAt, state: nextDay })) },
    { id: "event", name: "Events", marks: events.map(({ id, onsetAt, serious }) => ({ id, at: +onsetAt, state: serious ? "serious" : "event" })) },
  ];
  const points = series?.forms.map(({ at, total }) => ({ at: +at, value: total })).toSorted((a, b) => a.at - b.at) ?? [];
  const times = [+now, ...points.map(({ at }) => at), ...lanes.flatMap(({ marks }) => marks.map(({ at }) => at))];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const air = Math.max((last - first) * 0.02, week / 14);
  const range = { from: first - air, to: last + air };
  return {
    range,
    now: +now,
    weeks: t0 === null ? [] : weeksFrom(+t0, range.to),
    line: series === null ? null : { short: series.measure.short, max: series.measure.range.max, points },
    lanes: lanes.filter(({ id, marks }) => marks.length > 0 || id === "event"),
    doses: told.therapyAfter.map(({ doseAt }) => +doseAt),
    sentences: sentencesOf(told, sessions, events.length, zone),
  };
}

function weeksFrom(t0: number, to: number): LanesView["weeks"] {
  const count = Math.min(60, Math.floor((to - t0) / week) + 1);
  const each = Math.ceil(count / 12);
  return Array.from({ length: count }, (_, index) => ({ at: t0 + index * week, name: `week ${index}`, index }))
    .filter(({ index }) => index % each === 0)
    .map(({ at, name, index }) => ({ at, name: index === 0 ? "day 0" : name }));
}

function sentencesOf(told: ReturnType<typeof adherence>, sessions: readonly TrackedSession[], events: number, zone: string): string[] {
  const countOf = (kind: "dose" | "therapy"): string => {
    const counts = told.counts[kind];
    const done = counts["on time"] + counts.early + counts.late + counts.unplanned;
    const others = (["early", "late", "unplanned", "missed", "cancelled", "planned"] as const).filter((outcome) => counts[outcome] > 0);
    return [`${done} done`, ...others.map((outcome) => `${counts[outcome]} ${outcome}`)].join(", ");
  };
  const off = told.sessions.filter(({ outcome }) => outcome === "late" || outcome === "missed");
  const named = off.map((one) => {
    const session = sessions.find(({ id }) => id === one.sessionId);
    return session === undefined ? [] : [`${session.kind} of ${shortDay(calendarDay(session.at, zone))} ${outcomeWords(one)}`];
  }).flat();
  const without = told.therapyAfter.filter(({ nextDay }) => nextDay === "without").map(({ doseAt }) => shortDay(calendarDay(doseAt, zone)));
  return [
    `Doses: ${countOf("dose")}. Therapy sessions: ${countOf("therapy")}.`,
    ...(told.therapyAfter.length === 0
      ? []
      : [`Therapy within 24 h of a dose: ${shareWords(told.within24h)}; on the next day: ${shareWords(told.nextDay)}.`]),
    ...(without.length === 0 ? [] : [`No therapy on the day after the ${without.length === 1 ? "dose" : "doses"} of ${without.join(", ")}.`]),
    ...(named.length === 0 ? [] : [`Late or missed: ${named.join(", ")}.`]),
    `Adverse events: ${events === 0 ? "none recorded" : events}.`,
  ];
}
