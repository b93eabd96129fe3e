/**
 * One patient's way through a course on one measure: every score with its day, window, change and verdict,
 * worked out once. The chart, the table, the caseload row and the sentences all read this one object, so they
 * cannot disagree. It keeps a series for each recall window; incomplete forms are listed with what they miss
 * and have no total, no change and no verdict. It describes what was recorded; it claims no effect of
 * treatment.
 */
import { localDay } from "../course/calendar";
import type { Course, CourseSession } from "../course/course";
import { timeZero } from "../course/time-zero";
import { assignWindows, byTime } from "../course/windows";
import type { Measure } from "../measures/measure";
import { RECALLS, type Recall } from "../measures/recall";
import { readRecorded } from "../measures/recorded";
import { clusterSubtotals, type ClusterSubtotal } from "../measures/score";
import type { Rule } from "./rule";
import { seriesOf, type Point, type ScoredForm, type Series } from "./series";

/** A recorded questionnaire, one rating or null per item; voided ones are not passed in. */
export interface AssessmentInput {
  readonly id: string;
  readonly measure: string;
  readonly recall: Recall;
  readonly at: Date;
  readonly enteredAt: Date;
  readonly ratings: readonly (number | null)[];
  /** As stored. Worked out again wherever there are ratings; believed only where the total is what was entered. */
  readonly total?: number | null;
  readonly corrected: boolean;
}

export interface IncompleteForm {
  readonly assessmentId: string;
  readonly recall: Recall;
  readonly at: Date;
  /** Local day from t0; null without t0. */
  readonly day: number | null;
  readonly ratings: readonly (number | null)[];
  /** Item numbers, ascending, never empty. */
  readonly missing: readonly number[];
  readonly subtotals: readonly ClusterSubtotal[];
  readonly corrected: boolean;
}

export interface Trajectory {
  readonly measure: string;
  /** Null where no rule of change is known for the measure. */
  readonly ruleId: string | null;
  readonly t0: Date | null;
  /** What set t0. */
  readonly startedBy: "dose" | "therapy" | null;
  readonly zone: string;
  /** One for each recall window with a score, longest window first. */
  readonly series: readonly Series[];
  /** The newest score of all, and the series it belongs to. */
  readonly latest: { readonly recall: Recall; readonly series: Series; readonly point: Point } | null;
  /** In order of time. */
  readonly incomplete: readonly IncompleteForm[];
}

export interface TrajectoryInput {
  readonly measure: Measure;
  readonly course: Pick<Course, "timeZone">;
  readonly sessions: readonly CourseSession[];
  /** Those of other measures are left out. */
  readonly assessments: readonly AssessmentInput[];
  readonly rule: Rule | null;
  /** The assessment a clinician chose as baseline, by recall window; none by default. */
  readonly chosenBaseline?: Readonly<Partial<Record<Recall, string>>>;
}

/**
 * The trajectory. Totals and changes in points, days in calendar days. RangeError if the rule is for another
 * measure or a stored rating is not one the measure offers: that is a fault of ours and must not be drawn.
 * Example: week forms of 62 before the first dose, 50 after 23 hours and 29 on day 22 give one series with
 * the baseline 62, windows baseline, 24 h and week 3, and a latest change of −33, reliably improved by Marx
 * 2022 at 15 points.
 */
export function trajectory(input: TrajectoryInput): Trajectory {
  const { measure, course, sessions, assessments, rule, chosenBaseline = {} } = input;
  if (rule !== null && rule.measure !== measure.id) throw new RangeError(`${rule.name} is no rule for the ${measure.short}`);
  const zone = course.timeZone;
  const start = timeZero(sessions);
  const t0 = start?.at ?? null;
  const scored: ScoredForm[] = [];
  const incomplete: IncompleteForm[] = [];
  for (const form of assessments.filter((each) => each.measure === measure.id).toSorted(byTime)) {
    const recorded = readRecorded(measure, { ratings: form.ratings, total: form.total ?? null });
    if (recorded.state === "invalid") throw new RangeError(`Assessment ${form.id} holds invalid ratings`);
    if (recorded.state === "scored") {
      scored.push({ ...form, score: recorded.score });
      continue;
    }
    const { responses } = recorded;
    incomplete.push({
      assessmentId: form.id,
      recall: form.recall,
      at: form.at,
      day: t0 === null ? null : localDay(form.at, t0, zone),
      ratings: responses.ratings,
      missing: responses.missing,
      subtotals: clusterSubtotals(measure, responses),
      corrected: form.corrected,
    });
  }
  const windows = assignWindows(scored, t0, zone);
  const context = { measure, sessions, zone, t0, windows, rule, chosenBaseline };
  const series = RECALLS.map((recall) => scored.filter((form) => form.recall === recall))
    .map((forms) => seriesOf(forms, context))
    .filter((each) => each !== null);
  const startedBy = start?.kind ?? null;
  const latest = latestOf(scored.at(-1), series);
  return { measure: measure.id, ruleId: rule?.id ?? null, t0, startedBy, zone, series, latest, incomplete };
}

function latestOf(newest: ScoredForm | undefined, all: readonly Series[]): Trajectory["latest"] {
  const series = all.find((each) => each.recall === newest?.recall);
  const point = series?.points.at(-1);
  return series === undefined || point === undefined ? null : { recall: series.recall, series, point };
}
