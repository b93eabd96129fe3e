// What follows from one patient's records, by the textbook's definitions and nothing of its own: the rows of the
// tables of facts. It depends on no clock: what is due is told with the instants between which it is.
import { calendarDay, localDay } from "@/lib/course/calendar";
import { dayStart } from "@/lib/course/day-start";
import { doneDoses } from "@/lib/course/done-doses";
import { timeZero } from "@/lib/course/time-zero";
import { assignWindows, byTime, type AssessmentWindow } from "@/lib/course/windows";
import { packParts } from "@/lib/cohort/part-sums";
import type { CourseStatus, DoseGiven } from "@/lib/cohort/row";
import { seriesOf } from "@/lib/cohort/series";
import { shareOf } from "@/lib/cohort/share";
import { findMeasure } from "@/lib/measures/measures";
import type { Recall } from "@/lib/measures/recall";
import { readRecorded } from "@/lib/measures/recorded";
import { dueItems, sessionFacts, standing } from "./facts-of-day";
import type { Source, SourceCourse, SourceForm } from "./facts-source";
import type { Derived, FactClinic, Row } from "./facts-tables";
import { numberKey, nameKey, nameWords } from "./name-keys";

interface Placed extends Row {
  course_id: string;
  measure: string;
  recall: Recall;
  window: AssessmentWindow | null;
  local_day: number;
  total: number;
  clusters: number[];
  ratings: (number | null)[];
}

interface Course extends Row {
  course_id: string;
  start_day: string;
  status: CourseStatus;
  end_day: number | null;
  doses: Omit<DoseGiven, "localDay">[];
}

export function factsOf(source: Source, clinic: FactClinic, basis: string): Derived {
  const { organisationId, teamId, id: patientId } = source;
  const whose = { organisation_id: organisationId, team_id: teamId, patient_id: patientId };
  const current = source.courses[0] ?? null;
  const courses = source.courses.map((course) => courseFact(source, course));
  const placed = source.courses.flatMap((course) => placements(source, course));
  return {
    patient_fact: [{ ...whose, basis, ...named(source), ...standing(source, current, clinic) }],
    due_item: current === null ? [] : dueItems(source, current, clinic).map((item, index) => ({ ...whose, number: index + 1, ...item })),
    session_fact: current === null ? [] : sessionFacts(source, current).map((each) => ({ ...whose, ...each })),
    course_fact: courses.map((each) => ({ ...whose, ...each })),
    placement: placed.map((each) => ({ ...whose, ...each })),
    series_fact: seriesFacts(placed, courses).map((each) => ({ ...whose, ...each })),
  };
}

function named(source: Source): Row {
  return { name_key: nameKey(source), name_words: nameWords(source), number_key: numberKey(source.recordNumber) };
}

function courseFact({ sessions, doses }: Source, course: SourceCourse): Course {
  const { id, template, therapy, medicine, route, timeZone: zone, startDate, endedAt, endReason } = course;
  const own = sessions.filter(({ courseId }) => courseId === id);
  const t0 = timeZero(own)?.at ?? null;
  const startDay = t0 === null ? startDate : calendarDay(t0, zone);
  return {
    course_id: id, protocol: template, therapy, medicine, route, zone,
    start_day: startDay,
    begun: t0 !== null,
    status: endedAt === null || endReason === null ? "active" : endReason,
    end_day: endedAt === null ? null : localDay(endedAt, dayStart(startDay, zone), zone),
    doses: doneDoses(own).map(({ id: sessionId, at }) => {
      const { givenMg = null, peakDissociation = null, events = 0, serious = 0 } = doses.find((dose) => dose.sessionId === sessionId) ?? {};
      return { localDay: localDay(at, t0 ?? at, zone), givenMg, peakDissociation, events, serious };
    }),
  };
}

function placements({ sessions, forms }: Source, course: SourceCourse): Placed[] {
  const t0 = timeZero(sessions.filter(({ courseId }) => courseId === course.id))?.at ?? null;
  if (t0 === null) return [];
  const zone = course.timeZone;
  const own = forms.filter(({ courseId }) => courseId === course.id).toSorted(byTime);
  const windows = assignWindows(own, t0, zone);
  const seen = new Map<string, number>();
  return own.map((form) => {
    const series = `${form.recall} ${form.measure}`;
    const number = (seen.get(series) ?? 0) + 1;
    seen.set(series, number);
    const { id, measure, recall, at, total } = form;
    const clusters = clustersOf(form);
    return {
      course_id: course.id, assessment_id: id, measure, recall, number, window: windows.get(id) ?? null,
      local_day: localDay(at, t0, zone), after_start: at > t0, total, clusters, ratings: form.ratings, ...packParts(partsOf(measure, form.ratings, clusters)),
    };
  });
}

/** Items, then clusters. */
function partsOf(id: string, ratings: readonly (number | null)[], points: readonly number[]): readonly (number | null)[] {
  const { items = [], clusters = [] } = findMeasure(id) ?? {};
  return [...items.map((_, place) => ratings[place] ?? null), ...clusters.map((_, place) => points[place] ?? null)];
}

/** By course, measure and recall window; those without a baseline make nothing. */
function seriesFacts(placed: readonly Placed[], courses: readonly Course[]): Row[] {
  const found = new Map<string, Placed[]>();
  for (const one of placed) {
    const key = `${one.course_id} ${one.recall} ${one.measure}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  const made = [...found.values()].flatMap((scores) => {
    const [{ course_id, measure, recall }] = scores as [Placed];
    const course = courses.find((each) => each.course_id === course_id);
    const series = seriesOf(scores.map(({ window, local_day, total }) => ({ window, localDay: local_day, total })));
    if (series === null || course === undefined) return [];
    const { totals, line, lows, lastDay, steps } = series;
    const { protocol, therapy, medicine, route, zone, start_day, status, end_day, doses } = course;
    const partsIn = (window: AssessmentWindow) => scores.filter((score) => score.window === window).flatMap(({ ratings, clusters }) => partsOf(measure, ratings, clusters));
    return [{
      course_id, measure, recall, protocol, therapy, medicine, route, zone, start_day, status, end_day, ...shareOf({ series, course: { status, endDay: end_day, doses }, partsIn }), totals, line: [line.n, line.d, line.dd, line.y, line.dy, line.yy], lows: lows.map(({ total }) => total), low_days: lows.map(({ localDay: day }) => day), last_day: lastDay,
      steps: steps.map(({ change }) => change), step_weeks: steps.map(({ week }) => week), undone: steps.map(({ undone }) => undone),
    }];
  });
  return made.map((one) => ({ ...one, several: made.some((other) => other !== one && other.measure === one.measure && other.recall === one.recall) }));
}

function clustersOf({ measure: id, ratings, total }: SourceForm): number[] {
  const measure = findMeasure(id);
  const recorded = measure && readRecorded(measure, { ratings, total });
  return recorded?.state === "scored" ? recorded.score.clusters.map((cluster) => cluster.total) : [];
}
