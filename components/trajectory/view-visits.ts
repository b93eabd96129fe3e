// Every form as the chart and the table show it, scored or not, oldest first.
import { modeWords, type Mode } from "@/components/measures/answers";
import { wallTime } from "@/lib/course/calendar";
import type { Course, CourseSession } from "@/lib/course/course";
import type { Overlap } from "@/lib/course/overlap";
import { sessionNames } from "@/lib/course/session-names";
import { windowWords } from "@/lib/course/windows";
import type { Rule } from "@/lib/change/rule";
import type { Point, Series } from "@/lib/change/series";
import { counted, plain } from "@/lib/change/signed";
import type { IncompleteForm, Trajectory } from "@/lib/change/trajectory";
import { judgementLabel, judgementWords, verdictTone } from "@/lib/change/verdict-words";
import { hyphenated } from "@/lib/change/wording";
import { bandOf, type Measure } from "@/lib/measures/measure";
import { recallWords, type Recall } from "@/lib/measures/recall";
import type { ChangeView, Visit } from "./view-shape";

/** Who filled a form in, how and for which session: what the trajectory leaves out. */
export interface FormNote {
  id: string;
  sessionId: string | null;
  mode: Mode;
  enteredBy: string;
}

/** One measure's way through the course, and the rule it is judged by. */
export interface Track {
  trajectory: Trajectory;
  measure: Measure;
  rule: Rule | null;
}

export interface VisitsInput extends Track {
  course: Course | null;
  sessions: readonly CourseSession[];
  assessments: readonly FormNote[];
}

export function visitsOf(input: VisitsInput): Visit[] {
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
    return series.points.map(
      (point): Visit => ({
        ...stamp(point, series.recall, trajectory.zone),
        total: point.total,
        shown: shownTotal(measure, point.total),
        band: bandOf(measure, point.total)?.label ?? null,
        clusters: point.clusters.map((cluster) => cluster.total),
        missing: [],
        proRated: point.missing,
        provisional: provisionalOf(point),
        change: changeOf(point, series, since, input.rule),
        window: point.window === null ? null : windowWords[point.window],
        overlap: point.overlap === null ? null : overlapDays(point.overlap),
        ...about(point.assessmentId),
      }),
    );
  });
  const open = trajectory.incomplete.map(
    (form): Visit => ({
      ...stamp(form, form.recall, trajectory.zone),
      total: null,
      shown: "–",
      band: null,
      clusters: measure.clusters.map(
        ({ id }) => form.subtotals.find((each) => each.id === id)?.total ?? null,
      ),
      missing: [...form.missing],
      proRated: 0,
      provisional: null,
      change: null,
      window: null,
      overlap: null,
      ...about(form.assessmentId),
    }),
  );
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
  if (reference.kind !== "first") return reference.kind === "baseline" ? "baseline" : "chosen baseline";
  const { day } = reference.point;
  return `first ${hyphenated(recallWords[recall])} score${day === null ? "" : `, day ${plain(day)}`}`;
}

/** A total as it is read: where a result is entered, by its own name. */
function shownTotal({ entry, options }: Measure, total: number): string {
  return (entry === "result" && options.find(({ value }) => value === total)?.label) || String(total);
}

function changeOf(
  { change, judgement }: Point,
  { reference }: Series,
  since: string,
  rule: Rule | null,
): ChangeView | null {
  if (change === null) return null;
  const tone = judgement === null ? "neutral" : verdictTone[judgement.verdict];
  return {
    points: change,
    since,
    from: reference.point.total,
    verdict: judgement === null || rule === null ? "not judged" : judgementLabel(judgement, rule),
    words: rule === null ? "no rule of change" : judgement === null ? `${rule.short} does not cover this form` : judgementWords(judgement, rule),
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
