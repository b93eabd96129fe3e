/**
 * The sums a group's figures are worked out from (cohort.ts), and nothing about any one person beyond the sums of the
 * growth curve. They follow from counts (counts.ts) in one way (tally.ts), whoever counted.
 */
import type { AssessmentWindow } from "../course/windows";
import type { Moments, PairedMoments } from "./moments";

/**
 * Why a course is not among those counted, in the order in which it is asked: a course is left out for the first that
 * fits, so the steps add up. "later-course": the patient has an earlier course that is counted.
 */
export const LEFT_OUT = [
  "protocol",
  "medicine",
  "route",
  "therapy",
  "team",
  "dates",
  "not-begun",
  "no-baseline",
  "baseline-severity",
  "not-completed",
  "later-course",
] as const;

export type LeftOut = (typeof LEFT_OUT)[number];

/** Of the counted, in one window. Due are scored, discontinued and missing together. */
export interface CompletenessTally {
  readonly scored: number;
  /** No score, and the course was discontinued before the window opened. */
  readonly discontinued: number;
  /** No score, and the window is over. */
  readonly missing: number;
  /** No score, and the window is not over yet. */
  readonly open: number;
}

/** Who met an outcome among those in whom it can be judged. `missing` are due and have no score. */
export interface OutcomeTally {
  readonly id: string;
  readonly met: number;
  readonly observed: number;
  readonly missing: number;
}

export interface WindowTally {
  readonly window: AssessmentWindow;
  readonly scores: Moments;
  /** From the baseline to this window; of the baseline itself, of no pairs. */
  readonly paired: PairedMoments;
  readonly completeness: CompletenessTally;
  /** In the order of outcomesFor (outcomes.ts); empty for the baseline. */
  readonly outcomes: readonly OutcomeTally[];
  /** By cluster id, in the measure's order. */
  readonly clusters: readonly { readonly id: string; readonly points: Moments }[];
  /** By item number, in the measure's order. */
  readonly items: readonly { readonly number: number; readonly rating: Moments }[];
}

/** On a day after t0: patients who first met the rule, and those last assessed that day without having met it. */
export interface DayTally {
  readonly day: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * Scores from the baseline on, summed, of all patients who were scored as often and whose days add up to the same: all that
 * the growth curve needs, exactly. y is the total, d the day from t0.
 */
export interface LineSums {
  readonly patients: number;
  /** Of each of them: scores, days, days squared. */
  readonly n: number;
  readonly d: number;
  readonly dd: number;
  /** Of all of them together. */
  readonly y: number;
  readonly dy: number;
  readonly yy: number;
  /** A patient's own Σy and Σdy, squared and multiplied, of all of them together. */
  readonly y2: number;
  readonly ydy: number;
  readonly dy2: number;
}

/** Steps from one weekly session to the next, by the week of the earlier one. */
export interface SuddenTally {
  /** Whole weeks from t0, rounded. */
  readonly week: number;
  readonly tested: number;
  readonly gains: number;
  readonly losses: number;
  /** Of the gains, those undone by a later score. */
  readonly reversed: number;
}

export interface SuddenTallies {
  /** Patients with at least one step that can be tested, and those of them with at least one gain. */
  readonly patients: number;
  readonly withGain: number;
  /** Ascending by week. */
  readonly steps: readonly SuddenTally[];
}

export interface DoseTally {
  /** 1 for the first dose of a course. */
  readonly number: number;
  /** Courses in which that dose was given. */
  readonly given: number;
  readonly mg: Moments;
  readonly dissociation: Moments;
  readonly events: number;
  readonly serious: number;
  /** Doses of that number with at least one event. */
  readonly withEvent: number;
}

export interface CohortTallies {
  /** All courses in reach. */
  readonly all: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  readonly counted: number;
  /** In the order of windows; every window is there. */
  readonly windows: readonly WindowTally[];
  /** Ascending by day; null where no rule covers the measure and recall window. */
  readonly firstImprovement: readonly DayTally[] | null;
  /** Ascending by n, d, dd. */
  readonly growth: readonly LineSums[];
  /** Null where the recall window is too short for weekly scores. */
  readonly sudden: SuddenTallies | null;
  /** Ascending by number. */
  readonly doses: readonly DoseTally[];
}
