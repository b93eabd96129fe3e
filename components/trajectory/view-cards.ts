// The two cards that need a word of their own: the day after the first dose, and what is due.
import { wallTime } from "@/lib/course/calendar";
import type { CourseSession } from "@/lib/course/course";
import type { Due } from "@/lib/course/due";
import { dueName } from "@/lib/course/due-words";
import { HOURS_24 } from "@/lib/course/windows";
import type { Trajectory } from "@/lib/change/trajectory";
import { counted, plain, signed } from "@/lib/change/signed";
import { recallWords } from "@/lib/measures/recall";
import { shownTime, weekdayDate } from "./shown-date";
import type { CardsView } from "./view-shape";

const hour = 3_600_000;

export function cardsView(
  trajectory: Trajectory,
  sessions: readonly CourseSession[],
  plan: Due | null,
  now: Date,
): CardsView {
  const doses = sessions.some((session) => session.kind === "dose" && session.status !== "cancelled");
  return {
    day: doses ? { label: "24 h after first dose", ...firstDay(trajectory, now) } : null,
    due: plan === null ? null : dueCard(plan, calendarOf(now, trajectory.zone)),
  };
}

function calendarOf(now: Date, zone: string): string {
  return wallTime(now, zone).slice(0, 10);
}

/** The change if the window is filled and there is a baseline; else the score, or why there is none. */
function firstDay(
  { t0, startedBy, series, latest, zone }: Trajectory,
  now: Date,
): { value: string; note: string } {
  if (t0 === null || startedBy !== "dose") return { value: "–", note: "no dose given yet" };
  const first = series.toSorted(
    (a, b) => Number(b.recall === latest?.recall) - Number(a.recall === latest?.recall),
  );
  for (const { points, reference, recall } of first) {
    const point = points.find((each) => each.window === "24h");
    if (point === undefined || point.hours === null) continue;
    const at = `${plain(point.hours)} h`;
    if (point.change !== null && reference.kind === "baseline")
      return { value: signed(point.change), note: `${point.total} at ${at}` };
    return { value: String(point.total), note: `at ${at}; no ${recallWords[recall]} baseline` };
  }
  const opens = new Date(+t0 + HOURS_24.from * hour);
  const closes = new Date(+t0 + HOURS_24.to * hour);
  if (now > closes) return { value: "–", note: `no score ${HOURS_24.from} to ${HOURS_24.to} h after it` };
  return { value: "–", note: `due ${moment(opens, zone)} to ${moment(closes, zone)}` };
}

function moment(at: Date, zone: string): string {
  const wall = wallTime(at, zone);
  return `${weekdayDate(wall)}, ${shownTime(wall)}`;
}

function dueCard({ next, overdue }: Due, today: string): NonNullable<CardsView["due"]> {
  const late =
    overdue === null ? null : `${dueName(overdue)}, ${counted(overdue.days, "day")} overdue`;
  if (next === null) return { value: "–", note: "nothing planned", overdue: late };
  return {
    value: next.dueDay === today ? "Today" : weekdayDate(next.dueDay),
    note: dueName(next),
    overdue: late,
  };
}
