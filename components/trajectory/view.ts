// From the textbook's trajectory to the plain values the chart page shows. Everything a clinician reads is
// worked out by lib/course and lib/change; this only names, orders and dates it. Pure, and run on the server.
import { calendarDay } from "@/lib/course/calendar";
import { therapyWords, type Course, type CourseSession } from "@/lib/course/course";
import { due } from "@/lib/course/due";
import { startingPlans, type MeasurePlan } from "@/lib/course/measure-plan";
import { sessionNames } from "@/lib/course/session-names";
import type { Rule } from "@/lib/change/rule";
import { inWords } from "@/lib/change/sentences";
import type { Trajectory } from "@/lib/change/trajectory";
import type { Measure } from "@/lib/measures/measure";
import { recallWords } from "@/lib/measures/recall";
import { cardsView } from "./view-cards";
import { measureView, ruleView, thresholdOf } from "./view-rules";
import type { LineView, SessionView, TrajectoryView } from "./view-shape";
import { sinceOf, visitsOf, type VisitsInput } from "./view-visits";
import { courseEnd, courseWeeks } from "./view-weeks";

export interface ViewInput extends VisitsInput {
  /** "/patients/…", without a slash at its end. */
  base: string;
  now: Date;
  /** Which measures when; the PCL-5 alone where none is given. */
  plan?: MeasurePlan;
}

export function trajectoryView(input: ViewInput): TrajectoryView {
  const { trajectory, measure, rule, course, sessions, now } = input;
  const { zone } = trajectory;
  const visits = visitsOf(input);
  const place = new Map(visits.map((visit, index) => [visit.id, index]));
  const today = calendarDay(now, zone);
  const scored = trajectory.series.flatMap((series) => series.points.map(({ at }) => ({ measure: measure.id, at })));
  const plan = input.plan ?? startingPlans[0]!.plan;
  const ordered = sessions.toSorted((a, b) => +a.at - +b.at);
  const last = Math.max(+now, ...visits.map((visit) => visit.at), ...sessions.map((session) => +session.at));
  return {
    base: input.base,
    measure: measureView(measure),
    rule: ruleView(rule),
    zone,
    now: +now,
    today,
    weeks: courseWeeks(trajectory, course, last),
    plannedEnd: courseEnd(trajectory, course),
    sessions: sessionsOf(ordered, course),
    therapyLane: `${(course && therapyWords(course)) ?? "Therapy"} sessions`,
    visits,
    lines: linesOf(trajectory, rule, measure, place),
    cards: cardsView(
      trajectory,
      sessions,
      course && due({ course, sessions, scored, plan, today, now }),
      now,
    ),
    words: [...inWords(trajectory, measure, rule)],
  };
}

function linesOf(
  trajectory: Trajectory,
  rule: Rule | null,
  measure: Measure,
  place: ReadonlyMap<string, number>,
): LineView[] {
  const newest = trajectory.latest?.recall;
  const series = trajectory.series.toSorted(
    (a, b) => Number(b.recall === newest) - Number(a.recall === newest),
  );
  return series.map((each) => ({
    recall: each.recall,
    name: recallWords[each.recall],
    at: each.points.flatMap((point) => place.get(point.assessmentId) ?? []),
    from: { at: place.get(each.reference.point.assessmentId) ?? 0, since: sinceOf(each) },
    threshold: thresholdOf(rule, each, measure),
  }));
}

/** Numbered as they are named: what was missed or cancelled is not counted. */
function sessionsOf(sessions: readonly CourseSession[], course: Course | null): SessionView[] {
  const names = sessionNames(course ?? { therapy: "none" }, sessions);
  return sessions.map(({ id, kind, status, at }) => {
    const number = /\d+$/.exec(names.get(id) ?? "")?.[0];
    return { id, kind, status, at: +at, number: number === undefined ? null : Number(number) };
  });
}
