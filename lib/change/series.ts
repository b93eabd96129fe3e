/**
 * A series: the scores of one measure in one recall window, in order of time, each with its change since the
 * series' reference (lib/course/baseline.ts) and what the chosen rule says of that change. The unit of
 * comparison is the series: no change is ever counted from one series to another. It holds scored forms only.
 */
import { isAfter, reference } from "../course/baseline";
import { localDay } from "../course/calendar";
import type { CourseSession } from "../course/course";
import { lastDoseBefore, recallOverlap, type Overlap } from "../course/overlap";
import { byTime, type AssessmentWindow } from "../course/windows";
import type { Measure } from "../measures/measure";
import type { Provisional } from "../measures/provisional";
import type { Recall } from "../measures/recall";
import type { ClusterScore, Score } from "../measures/score";
import { judge, type Judgement } from "./judge";
import type { Rule } from "./rule";

/** A complete form with its score. */
export interface ScoredForm {
  readonly id: string;
  readonly measure: string;
  readonly recall: Recall;
  readonly at: Date;
  readonly enteredAt: Date;
  /** Null where an item was rightly not asked, or a published rule stands in for it; empty where a total was entered. */
  readonly ratings: readonly (number | null)[];
  readonly corrected: boolean;
  readonly score: Score;
}

export interface Point {
  readonly assessmentId: string;
  readonly at: Date;
  /** Local day from t0, negative before it; null without t0. */
  readonly day: number | null;
  /** Elapsed hours from t0, negative before it; null without t0. */
  readonly hours: number | null;
  readonly ratings: readonly (number | null)[];
  readonly total: number;
  /** Items a published missing-item rule stood in for; 0 for a full form. */
  readonly missing: number;
  readonly clusters: readonly ClusterScore[];
  /** Item numbers. */
  readonly endorsed: readonly number[];
  /** Null for the past-day form, to which no provisional rule applies. */
  readonly provisional: Provisional | null;
  /** Points since the series' reference; null at the reference and before it. */
  readonly change: number | null;
  /** Null where there is no change, or where the rule does not cover this recall window. */
  readonly judgement: Judgement | null;
  readonly window: AssessmentWindow | null;
  readonly overlap: Overlap | null;
  readonly corrected: boolean;
}

export interface Series {
  readonly recall: Recall;
  readonly reference: {
    /** "first": no baseline in this recall window, so its first score stands in and says so. "chosen": a clinician's. */
    readonly kind: "baseline" | "first" | "chosen";
    readonly point: Point;
  };
  /** In order of time, never empty. */
  readonly points: readonly Point[];
}

export interface SeriesContext {
  readonly measure: Measure;
  readonly sessions: readonly CourseSession[];
  readonly zone: string;
  readonly t0: Date | null;
  readonly windows: ReadonlyMap<string, AssessmentWindow>;
  readonly rule: Rule | null;
  readonly chosenBaseline: Readonly<Partial<Record<Recall, string>>>;
}

const HOUR = 3_600_000;

/**
 * The series of these forms, all of one measure and one recall window; null if there are none. Example:
 * totals 62 on day 0 and 29 on day 22 give two points, the first without a change, the second with −33.
 */
export function seriesOf(forms: readonly ScoredForm[], context: SeriesContext): Series | null {
  const chosen = forms[0] === undefined ? undefined : context.chosenBaseline[forms[0].recall];
  const base = reference(forms, context.t0, context.zone, chosen);
  if (base === null) return null;
  const from = base.assessment.score.total;
  const points = forms
    .toSorted(byTime)
    .map((form) => pointOf(form, isAfter(form, base) ? form.score.total - from : null, from, context));
  const point = points.find((each) => each.assessmentId === base.assessment.id);
  return point === undefined
    ? null
    : { recall: base.assessment.recall, reference: { kind: base.kind, point }, points };
}

function pointOf(form: ScoredForm, change: number | null, from: number, context: SeriesContext): Point {
  const { measure, sessions, zone, t0, windows, rule } = context;
  const { id, at, recall, ratings, corrected, score } = form;
  const judged = change !== null && rule !== null && rule.recalls.includes(recall);
  return {
    assessmentId: id,
    at,
    day: t0 === null ? null : localDay(at, t0, zone),
    hours: t0 === null ? null : (+at - +t0) / HOUR,
    ratings,
    total: score.total,
    missing: score.missing,
    clusters: score.clusters,
    endorsed: score.endorsed,
    provisional: recall === "day" || measure.provisional === null ? null : measure.provisional(score),
    change,
    judgement: judged ? judge(rule, { from, to: score.total }) : null,
    window: windows.get(id) ?? null,
    overlap: recallOverlap(at, recall, lastDoseBefore(sessions, at), zone),
    corrected,
  };
}
