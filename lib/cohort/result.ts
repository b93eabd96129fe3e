/**
 * A group's figures as they are shown, printed and exported: the field names are fixed and described in docs/COHORT.md.
 * Points are those of the measure, negative change is improvement, shares run from 0 to 1, intervals are 95 %, and null
 * means not defined or not evaluable and never 0.
 */
import type { AssessmentWindow } from "../course/windows";
import type { CohortDefinition } from "./definition";
import type { EffectSizes } from "./effect-size";
import type { Growth } from "./growth/growth-curve";
import type { Interval } from "./interval";
import type { Moments } from "./moments";
import type { Proportion } from "./proportion";
import type { Survival } from "./survival";
import type { CompletenessTally, LeftOut, SuddenTally } from "./tallies";

/** Of one window. */
type OfWindow<T> = T & { readonly window: AssessmentWindow };

/** Count, mean, standard deviation and the interval of the mean. */
export type Summary = Moments & { readonly interval: Interval | null };

/** Stands over every page and export of a group. */
export const UNCONTROLLED = "Observed change in an uncontrolled group";

export interface CohortResult {
  readonly caution: typeof UNCONTROLLED;
  readonly definition: CohortDefinition;
  readonly rule: { readonly id: string; readonly name: string; readonly source: string } | null;
  readonly flow: {
    readonly all: number;
    /** In the order in which they are asked; `remaining` after each. */
    readonly leftOut: readonly { readonly reason: LeftOut; readonly words: string; readonly n: number; readonly remaining: number }[];
    readonly counted: number;
  };
  /** Scores of all counted who have one. */
  readonly windows: readonly OfWindow<Summary & { readonly words: string }>[];
  /** From the baseline of the same patients; not of the baseline itself. */
  readonly change: readonly OfWindow<Summary & { readonly baseline: Moments; readonly later: Moments; readonly r: number | null }>[];
  readonly effects: readonly OfWindow<EffectSizes>[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly kind: "response" | "remission" | "worse";
    readonly words: string;
    readonly source: string;
    /** `missing`: due, without a score. `allDue`: they are counted as not met. */
    readonly windows: readonly OfWindow<{ readonly missing: number; readonly observed: Proportion; readonly allDue: Proportion }>[];
  }[];
  /** Time in days from t0 to the first score that meets the rule; null without a rule for this recall window. */
  readonly firstImprovement: Survival | null;
  /** With the line and its band by whole weeks where there is one. */
  readonly growth: Growth & { readonly line: readonly (Interval & { readonly week: number; readonly mean: number })[] };
  readonly sudden: { readonly points: number; readonly withGain: Proportion; readonly steps: readonly SuddenTally[] } | null;
  /** `due` is scored + discontinued + missing; `share` is scored of due. */
  readonly completeness: readonly OfWindow<CompletenessTally & { readonly due: number; readonly share: Proportion }>[];
  readonly clusters: readonly { readonly id: string; readonly name: string; readonly max: number; readonly windows: readonly OfWindow<Summary>[] }[];
  readonly items: readonly { readonly number: number; readonly label: string; readonly windows: readonly OfWindow<Summary>[] }[];
  readonly doses: readonly {
    readonly number: number;
    readonly given: number;
    readonly mg: Summary;
    readonly dissociation: Summary;
    readonly events: number;
    readonly serious: number;
    readonly eventsPerDose: number | null;
    readonly withEvent: Proportion;
  }[];
}
