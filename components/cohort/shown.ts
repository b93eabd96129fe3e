import type { Blankable } from "@/lib/cohort/blank";
import type { CohortResult } from "@/lib/cohort/result";

/** A group's figures as they may be shown to whoever asked: a researcher's have blanks. */
export type ShownCohort = Blankable<CohortResult> & { readonly withheld?: readonly string[] };
