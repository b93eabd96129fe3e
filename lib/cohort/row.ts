/**
 * What a group's figures are made from: one row per course of treatment, with its scores already placed in their
 * windows by lib/course. A row names nobody: ids are opaque and only tell one course, one patient from another; days
 * are counted from the course's t0. It holds scored forms only, and nothing in it is a group's figure yet
 * (count-rows.ts counts, cohort.ts works out).
 */
import type { Medicine, Route, Therapy } from "../course/course";
import type { AssessmentWindow } from "../course/windows";
import type { Recall } from "../measures/recall";

/** A scored assessment in its place. */
export interface Placement {
  readonly measure: string;
  readonly recall: Recall;
  /** The window it fills, as lib/course/windows.ts assigns them; null for what lies between. */
  readonly window: AssessmentWindow | null;
  /** Calendar days from t0 in the course's zone, negative before it. */
  readonly localDay: number;
  /** Whether it was answered after t0 by the clock: the one thing a day 0 cannot tell. */
  readonly afterStart: boolean;
  readonly total: number;
  /** Points by cluster id; empty where a measure has no clusters, or its total was entered. */
  readonly clusters: Readonly<Record<string, number>>;
  /** Ratings in the order of the measure's items, null where one was not asked; empty where only a total was entered. */
  readonly ratings: readonly (number | null)[];
}

/** A dose that was given: its session is done (lib/course/done-doses.ts), whatever else was recorded of it. */
export interface DoseGiven {
  /** Calendar days from t0; the first dose is on day 0. */
  readonly localDay: number;
  /** Milligrams given; null where not recorded. */
  readonly givenMg: number | null;
  /** Highest dissociation rated after the recorded start of this dose, 0 to 10; null where none was. */
  readonly peakDissociation: number | null;
  /** Adverse events recorded for this dose, voided ones not counted. */
  readonly events: number;
  /** Of those, the serious ones. */
  readonly serious: number;
}

export type CourseStatus = "active" | "completed" | "discontinued";

/** One course of treatment of one patient. */
export interface CohortRow {
  readonly courseId: string;
  readonly patientId: string;
  readonly teamId: string;
  /** The template the course was planned from; null without one. */
  readonly protocol: string | null;
  readonly therapy: Therapy;
  readonly medicine: Medicine;
  readonly route: Route;
  /** The calendar day of t0, "2026-11-03", or the planned start while nothing has been done. */
  readonly startDay: string;
  /** Whether there is a t0 (lib/course/time-zero.ts). Without it nothing has a day or a window. */
  readonly begun: boolean;
  readonly status: CourseStatus;
  /** The day the course ended, from t0; null while it is active. */
  readonly endDay: number | null;
  /** The day on which the figures are worked out, from t0, in the course's zone. */
  readonly today: number;
  /** In order of time (lib/course/windows.ts, byTime). */
  readonly placements: readonly Placement[];
  /** In order of time. */
  readonly doses: readonly DoseGiven[];
}
