// From the textbook's trajectory to the plain values the chart page shows. Everything a clinician reads is
// worked out by lib/course and lib/change; this only names, orders and dates it. Pure, and run on the server.
import { modeWords, type Mode } from "@/components/measures/answers";
import { sessionNames } from "@/lib/course/session-names";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { due } from "@/lib/course/due";
import { therapyWords, type Course, type CourseSession } from "@/lib/course/course";
import type { Overlap } from "@/lib/course/overlap";
import { windowWords } from "@/lib/course/windows";
import { judgementWords, verdictTone, verdictWords } from "@/lib/change/verdict-words";
import type { Rule } from "@/lib/change/rule";
import { inWords } from "@/lib/change/sentences";
import type { Point, Series } from "@/lib/change/series";
import type { IncompleteForm, Trajectory } from "@/lib/change/trajectory";
import { counted, plain } from "@/lib/change/signed";
import { hyphenated } from "@/lib/change/wording";
import type { Measure } from "@/lib/measures/measure";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { cardsView } from "./view-cards";
import { courseEnd, courseWeeks } from "./view-weeks";
import { measureView, ruleView, thresholdOf } from "./view-rules";
import type { ChangeView, LineView, SessionView, TrajectoryView, Visit } from "./view-shape";

/** Who filled a form in, how and for which session: what the trajectory leaves out. */
export interface FormNote {
  id: string;
  sessionId: string | null;
  mode: Mode;
  enteredBy: string;
}

export interface ViewInput {
  /** "/patients/…", without a slash at its end. */
  base: string;
  trajectory: Trajectory;
  measure: Measure;
  rule: Rule;
  course: Course | null;
  sessions: readonly CourseSession[];
  assessments: readonly FormNote[];
  now: Date;
}

export function trajectoryView(input: ViewInput): TrajectoryView {
  const { trajectory, measure, rule, course, sessions, now } = input;
  const { zone } = trajectory;
  const visits = visitsOf(input);
  const place = new Map(visits.map((visit, index) => [visit.id, index]));
  const today = calendarDay(now, zone);
  const scored = trajectory.series.flatMap((series) => series.points.map((point) => point.at));
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
    cards: cardsView(trajectory, measure, sessions, course && due({ course, sessions, scored, today, now }), now),
    words: [...inWords(trajectory, measure, rule)],
  };
}

function visitsOf(input: ViewInput): Visit[] {
  const { trajectory, measure, course, sessions } = input;
  const names = course === null ? new Map<string, string>() : sessionNames(course, sessions);
  const notes = new Map(input.assessments.map((form) => [form.id, form]));
  const about = (id: string) => {
    const note = notes.get(id);
    const session = note?.sessionId ? (names.get(note.sessionId) ?? null) : null;
    return { session, by: note === undefined ? "" : `${modeWords[note.mode]}; entered by ${note.enteredBy}` };
  };
  const scored = trajectory.series.flatMap((series) => {
    const since = sinceOf(series);
    return series.points.map((point): Visit => ({
      ...stamp(point, series.recall, trajectory.zone),
      total: point.total,
      clusters: point.clusters.map((cluster) => cluster.total),
      missing: [],
      provisional: provisionalOf(point),
      change: changeOf(point, series, since, input.rule),
      window: point.window === null ? null : windowWords[point.window],
      overlap: point.overlap === null ? null : overlapDays(point.overlap),
      ...about(point.assessmentId),
    }));
  });
  const open = trajectory.incomplete.map((form): Visit => ({
    ...stamp(form, form.recall, trajectory.zone),
    total: null,
    clusters: measure.clusters.map(({ id }) => form.subtotals.find((each) => each.id === id)?.total ?? null),
    missing: [...form.missing],
    provisional: null,
    change: null,
    window: null,
    overlap: null,
    ...about(form.assessmentId),
  }));
  return [...scored, ...open].toSorted((a, b) => a.at - b.at);
}

function stamp(form: Point | IncompleteForm, recall: Recall, zone: string) {
  return {
    id: form.assessmentId,
    at: +form.at,
    wall: wallTime(form.at, zone),
    day: form.day,
    recall,
    ratings: [...form.ratings],
    corrected: form.corrected,
  };
}

/** "baseline", or "first past-week score, day 4" where the recall window has none. */
export function sinceOf({ recall, reference }: Series): string {
  if (reference.kind === "baseline") return "baseline";
  const { day } = reference.point;
  return `first ${hyphenated(recallWords[recall])} score${day === null ? "" : `, day ${plain(day)}`}`;
}

function changeOf({ change, judgement }: Point, { reference }: Series, since: string, rule: Rule): ChangeView | null {
  if (change === null) return null;
  const tone = judgement === null ? "neutral" : verdictTone[judgement.verdict];
  return {
    points: change,
    since,
    from: reference.point.total,
    verdict: judgement === null ? "not judged" : verdictWords(judgement.verdict, rule),
    words: judgement === null ? `${rule.short} does not cover this form` : judgementWords(judgement, rule),
    tone: tone === "neutral" ? "plain" : tone,
  };
}

function overlapDays({ daysBefore, days }: Overlap): string {
  return `${daysBefore} of ${counted(days, "day")}`;
}

function provisionalOf({ provisional }: Point): Visit["provisional"] {
  if (provisional === null) return null;
  const ids = Object.keys(provisional.criteria);
  const met = (id: string) => provisional.criteria[id]?.met === true;
  return { met: provisional.met, by: ids.filter(met), not: ids.filter((id) => !met(id)) };
}

function linesOf(trajectory: Trajectory, rule: Rule, measure: Measure, place: ReadonlyMap<string, number>): LineView[] {
  const newest = trajectory.latest?.recall;
  const series = trajectory.series.toSorted((a, b) => Number(b.recall === newest) - Number(a.recall === newest));
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
