/**
 * The attention rules written out for a reader: what each looks at with a clinic's own numbers, where it comes
 * from, and what it does not say. The rules and their starting numbers stand in attention-rules.ts; why one
 * fired for a patient is said in attention.ts. Nothing here advises a treatment, and nothing advises stopping
 * one.
 */
import { ATTENTION_IDS, NEAR_DAYS, type AttentionId, type AttentionSettings } from "./attention-rules";
import { LEAST_REAL_POINTS } from "./pcl-5-rules";
import { counted } from "./signed";

export interface AttentionExplained {
  readonly id: AttentionId;
  readonly title: string;
  readonly asks: string;
  readonly source: string;
  /** What must not be read into it. */
  readonly not: string;
  /** False where the clinic has switched it off. */
  readonly on: boolean;
}

/** Published course of those who did not improve early, for the page and wherever "no drop" is shown. */
export const LATE_RESPONSE =
  "Late response is common: with prolonged exposure 41 % of veterans responded late, and 40 % of those still " +
  "gained more than 10 points by the last session (Clapp et al. 2016, PMID 27321062).";

/** Published medians until improvement was lost after the last infusion. */
export const DURABILITY =
  "Published medians after the last infusion: 27.5 days until loss of response (Feder et al. 2021, Am J " +
  "Psychiatry, doi 10.1176/appi.ajp.2020.20050596) and 41 days until relapse (Albott et al. 2018, J Clin Psychiatry).";

/** The title of a rule. Example: attentionTitles["no-drop"] is "No marked drop yet". */
export const attentionTitles: Readonly<Record<AttentionId, string>> = {
  safety: "An answer about suicide",
  worse: "Reliably worse",
  rise: "Rise since the last dose",
  "no-drop": "No marked drop yet",
  overdue: "Overdue",
};

/**
 * The rules with a clinic's numbers, most urgent first. Example: at the starting numbers the rule "no-drop" asks
 * for "No fall of 10 points or more on the PCL-5 since the reference by therapy session 6 or dose 4, whichever
 * comes first. …"
 */
export function explainAttention(settings: AttentionSettings): readonly AttentionExplained[] {
  const { session, dose, points } = settings["no-drop"];
  const rise = counted(settings.rise.points, "point");
  const rules: Readonly<Record<AttentionId, Omit<AttentionExplained, "id" | "title">>> = {
    safety: {
      on: true,
      asks:
        "An answer above 0 to the question about suicide, or a positive screener, as listed below. It appears as soon " +
        "as the answer is given, also in a draft, stays on the caseload until somebody says what was done, and never " +
        "blocks saving. It cannot be switched off.",
      source: "The items and their sources are listed below.",
      not: "It is one answer and not an assessment of risk. An answer of 0 rules nothing out.",
    },
    worse: {
      on: settings.worse.on,
      asks: "The newest score of a measure is reliably worse than its reference, by the rule this clinic uses for that measure.",
      source: "The rule's own source, with the measure; reliable change after Jacobson & Truax 1991, J Consult Clin Psychol 59:12–19.",
      not: "It does not say why the score rose. A rise is a reason to look, and by itself no reason to change or end a treatment.",
    },
    rise: {
      on: settings.rise.on,
      asks: `The newest PCL-5 lies ${rise} or more above the lowest score since the last dose, in the same recall window; past-day forms do not count.`,
      source: `The points are the clinic's; those of its rule for the PCL-5 are a place to start. ${DURABILITY}`,
      not: "The medians are context, from other people, and predict nothing for one patient.",
    },
    "no-drop": {
      on: settings["no-drop"].on,
      asks:
        `No fall of ${counted(points, "point")} or more on the PCL-5 since the reference by therapy session ${session} ` +
        `or dose ${dose}, whichever comes first. Looked at where there is a score in the ${NEAR_DAYS} days before that session ` +
        "or later, from a reference high enough for such a fall; past-day forms do not count.",
      source:
        "The CPT manual asks at session 6 without a marked drop whether avoidance or assimilated beliefs are in the way " +
        `(handout 3.1). No published number says how much is marked; under ${LEAST_REAL_POINTS} points a fall may well be ` +
        "error of measurement (Blanchard 2023). The dose is this clinic's own number.",
      not: `It does not say that the treatment fails. ${LATE_RESPONSE}`,
    },
    overdue: {
      on: settings.overdue.on,
      asks: `A measure of the patient's plan, or the marking of a planned session, is late by ${counted(settings.overdue.days, "day")} or more.`,
      source: "Ours: no published rule says when a reminder is late.",
      not: "It is about recording and says nothing about the patient.",
    },
  };
  return ATTENTION_IDS.map((id) => ({ id, title: attentionTitles[id], ...rules[id] }));
}
