/**
 * What calls for a clinician's attention: the rules, as a clinic may tune them. Each says what to look at and
 * none says what to conclude: in prolonged exposure 41 % of veterans responded late, and 40 % of those still
 * gained more than 10 points (Clapp et al. 2016, PMID 27321062), so nothing here ever advises stopping. The
 * numbers to start from are sourced below; whether a rule fires for a patient is worked out in attention.ts.
 *
 * - worse: reliably worse than the reference, by the clinic's rule for the measure.
 * - no-drop: no fall of `points` from the reference by therapy session 6 or dose 4. The CPT manual asks at
 *   session 6 without a marked drop whether avoidance or assimilated beliefs are in the way (handout 3.1);
 *   no published number says how much is marked, and dose 4 is ours.
 * - rise: `points` or more above the lowest score since the last dose. Published medians until relapse or loss
 *   of response after the last infusion: 27.5 days (Feder 2021) and 41 days (Albott 2018).
 * - overdue: a planned measure, or the marking of a planned session, is late by `days` or more. The clinic's guidance
 *   is about the measure: that a session is not marked is its own omission.
 * - safety: PHQ-9 item 9 above 0, or a positive C-SSRS screener. Cannot be switched off.
 */
export type AttentionId = "safety" | "worse" | "no-drop" | "rise" | "overdue";

/** The most urgent first. */
export const ATTENTION_IDS: readonly AttentionId[] = ["safety", "worse", "rise", "no-drop", "overdue"];

export interface AttentionSettings {
  readonly worse: { readonly on: boolean };
  /** Least fall in PCL-5 points, by this therapy session or this dose, whichever comes first. */
  readonly "no-drop": { readonly on: boolean; readonly points: number; readonly session: number; readonly dose: number };
  readonly rise: { readonly on: boolean; readonly points: number };
  readonly overdue: { readonly on: boolean; readonly days: number };
}

/** What a new clinic starts with: 10 and 15 points are those of pcl-5-rules.ts. */
export const startingAttention: AttentionSettings = {
  worse: { on: true },
  "no-drop": { on: true, points: 10, session: 6, dose: 4 },
  rise: { on: true, points: 15 },
  overdue: { on: true, days: 1 },
};

/** Days before the session or dose from which a score still speaks for it: a weekly form's reach. Ours. */
export const NEAR_DAYS = 7;
