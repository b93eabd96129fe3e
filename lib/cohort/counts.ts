/**
 * A group counted: how many patients there are of each kind, the kinds told by whole numbers. Scores are few different
 * numbers, so a million of them are a few thousand counts, and every sum in tallies.ts follows from those exactly
 * (tally.ts). A database counts (lib/records/cohort-counts.ts); count-rows.ts counts rows one by one, is the definition,
 * and is what the database is held against.
 */
import type { AssessmentWindow } from "../course/windows";
import type { PairSums } from "./moments";
import type { PartSums } from "./part-sums";
import type { CompletenessTally, DayTally, LeftOut, LineSums, SuddenTallies } from "./tallies";

/** What becomes of a window for one counted patient. */
export type WindowFate = keyof CompletenessTally;

/** Counted patients with the same baseline in whom the same became of a window. */
export interface WindowCell {
  readonly window: AssessmentWindow;
  readonly from: number;
  /** Null where nothing was scored. */
  readonly to: number | null;
  readonly fate: WindowFate;
  readonly n: number;
}

/** Doses of one number that were alike. */
export interface DoseCell {
  readonly number: number;
  readonly mg: number | null;
  readonly dissociation: number | null;
  readonly given: number;
  readonly events: number;
  readonly serious: number;
  readonly withEvent: number;
}

/** Of one team's counted patients that have a score in a window: their baselines and those scores. */
export interface SiteSums extends PairSums {
  readonly teamId: string;
}

/** Cells come in any order, each kind once. */
export interface CohortCounts {
  readonly all: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  readonly counted: number;
  readonly cells: readonly WindowCell[];
  /** Items, then clusters, by window; nothing where a window has no scores. */
  readonly parts: readonly { readonly window: AssessmentWindow; readonly sums: readonly PartSums[] }[];
  /** Null where no rule covers the measure and recall window. */
  readonly days: readonly DayTally[] | null;
  readonly growth: readonly LineSums[];
  /** Null where the recall window is too short for weekly scores. */
  readonly sudden: SuddenTallies | null;
  readonly doses: readonly DoseCell[];
  /** In the window that is compared. */
  readonly sites: readonly SiteSums[];
}
