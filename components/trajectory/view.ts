// From the textbook's trajectories to the plain values the chart page shows. Everything a clinician reads is
// worked out by lib/course and lib/change; this only names, orders and dates it. Pure, and run on the server.
import { calendarDay } from "@/lib/course/calendar";
import { therapyWords, type Course, type CourseSession } from "@/lib/course/course";
import type { Due } from "@/lib/course/due";
import { sessionNames } from "@/lib/course/session-names";
import type { SuddenSettings } from "@/lib/change/sudden-gains";
import type { SuddenFinding } from "@/lib/change/weekly-series";
import { recallWords } from "@/lib/measures/recall";
import { suddenMarks } from "./sudden-view";
import { cardsView } from "./view-cards";
import { chartRange } from "./view-range";
import { measureView, ruleView, thresholdOf } from "./view-rules";
import type { LineView, SessionView, TrackView, TrajectoryView } from "./view-shape";
import { sinceOf, visitsOf, type Track, type VisitsInput } from "./view-visits";
import { courseEnd, courseWeeks } from "./view-weeks";
import { besideWords, wordsOf } from "./view-words";

/** An adverse event, for the lanes. */
export interface EventMark {
  id: string;
  onsetAt: Date;
  serious: boolean;
}

export interface ViewInput extends VisitsInput {
  /** "/patients/…", without a slash at its end. */
  base: string;
  now: Date;
  /** Null without a course. */
  due: Due | null;
  finding: SuddenFinding;
  suddenSettings: SuddenSettings;
  events?: readonly EventMark[];
  /** The measures beside the one of the large chart. */
  others?: readonly Track[];
}

export function trajectoryView(input: ViewInput): TrajectoryView {
  const { trajectory, course, sessions, now, others = [], events = [] } = input;
  const { zone } = trajectory;
  const main = trackView(input);
  const beside = others.map((track) => trackView({ ...input, ...track }));
  const forms = [main, ...beside].flatMap(({ visits }) => visits.map(({ at }) => at));
  const today = calendarDay(now, zone);
  const ordered = sessions.toSorted((a, b) => +a.at - +b.at);
  const last = Math.max(+now, ...forms, ...sessions.map((session) => +session.at));
  const dated = {
    now: +now,
    weeks: courseWeeks(trajectory, course, forms.length === 0 ? null : Math.min(...forms), last),
    plannedEnd: courseEnd(trajectory, course),
    sessions: sessionsOf(ordered, course),
  };
  return {
    ...main,
    ...dated,
    base: input.base,
    zone,
    today,
    range: chartRange(dated, forms),
    ofCourse: course !== null,
    therapyLane: `${(course && therapyWords(course)) ?? "Therapy"} sessions`,
    events: events.map(({ id, onsetAt, serious }) => ({ id, at: +onsetAt, serious })),
    others: beside,
    sudden: suddenMarks(input.finding, new Map(main.visits.map(({ id }, index) => [id, index])), sessions, zone),
    cards: cardsView(trajectory, sessions, input.due, now),
    words: wordsOf(input, { settings: input.suddenSettings, sessions }),
    wordsBeside: others.flatMap(besideWords),
  };
}

function trackView(input: VisitsInput): TrackView {
  const visits = visitsOf(input);
  const place = new Map(visits.map((visit, index) => [visit.id, index]));
  return {
    measure: measureView(input.measure),
    rule: ruleView(input.rule),
    visits,
    lines: linesOf(input, place),
  };
}

function linesOf({ trajectory, rule, measure }: Track, place: ReadonlyMap<string, number>): LineView[] {
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
