// A patient's forms as one trajectory for each measure, each by the clinic's rule and from the baseline a
// clinician chose, where one did. The PCL-5 leads, with or without a form; others follow where they have one.
import { ruleFor, type RuleChoice } from "@/lib/change/rules";
import { trajectory, type AssessmentInput } from "@/lib/change/trajectory";
import type { CourseSession } from "@/lib/course/course";
import type { Measure } from "@/lib/measures/measure";
import { measures } from "@/lib/measures/measures";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import type { Recall } from "@/lib/measures/recall";
import type { Track } from "./view-visits";

/** A clinician's choice of what change is counted from; null goes back to the definition. */
export interface BaselineChoice {
  measure: string;
  recall: Recall;
  assessmentId: string | null;
  reason: string;
  by: string;
  at: Date;
}

interface TracksInput {
  timeZone: string;
  sessions: readonly CourseSession[];
  assessments: readonly AssessmentInput[];
  baselines: readonly BaselineChoice[];
  settings: RuleChoice;
}

export function tracksOf(input: TracksInput): { main: Track; others: Track[] } {
  const recorded = new Set(input.assessments.map(({ measure }) => measure));
  const others = measures.filter(({ id }) => id !== pcl5.id && recorded.has(id));
  return { main: trackOf(pcl5, input), others: others.map((measure) => trackOf(measure, input)) };
}

export function trackOf(measure: Measure, input: TracksInput): Track {
  const { timeZone, sessions, assessments, baselines, settings } = input;
  const rule = ruleFor(measure.id, settings);
  const chosen = baselines.filter((choice) => choice.measure === measure.id && choice.assessmentId !== null);
  const chosenBaseline = Object.fromEntries(chosen.map(({ recall, assessmentId }) => [recall, assessmentId!]));
  return {
    measure,
    rule,
    trajectory: trajectory({ measure, course: { timeZone }, sessions, assessments, rule, chosenBaseline }),
  };
}
