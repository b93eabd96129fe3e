/**
 * Which courses make a group, and what is asked of them: written down whole, so that a page, an export and the
 * command line can say what was counted, and another person can count it again. One measure and one recall window;
 * windows are not mixed. It holds no people and no result.
 */
import type { Medicine, Route, Therapy } from "../course/course";
import type { Rule } from "../change/rule";
import type { Measure } from "../measures/measure";
import type { Recall } from "../measures/recall";

/** Every filter is null where it does not ask for anything. */
export interface CohortFilters {
  /** The name of a template. */
  readonly protocol: string | null;
  readonly medicine: Medicine | null;
  readonly route: Route | null;
  readonly therapy: Therapy | null;
  readonly teamId: string | null;
  /** First and last calendar day on which t0 may lie, inclusive. */
  readonly startFrom: string | null;
  readonly startTo: string | null;
  /** Lowest and highest baseline total, inclusive. */
  readonly baselineFrom: number | null;
  readonly baselineTo: number | null;
}

export interface CohortDefinition {
  readonly measure: string;
  readonly recall: Recall;
  /** The named rule that says who improved; null where the measure has none. */
  readonly ruleId: string | null;
  /** Least points of a sudden gain (lib/change/sudden-gains.ts). */
  readonly suddenPoints: number;
  /** Every course begun, or only those that were completed. */
  readonly population: "all" | "completed";
  readonly filters: CohortFilters;
}

/** A definition with the measure and the rule it names: what the functions of this folder are asked. */
export interface CohortQuestion {
  readonly definition: CohortDefinition;
  readonly measure: Measure;
  readonly rule: Rule | null;
}

export const NO_FILTERS: CohortFilters = {
  protocol: null,
  medicine: null,
  route: null,
  therapy: null,
  teamId: null,
  startFrom: null,
  startTo: null,
  baselineFrom: null,
  baselineTo: null,
};
