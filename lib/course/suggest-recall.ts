/**
 * Which recall window a new form suggests. The clinician may always choose the other. At intake the month
 * form: the provisional rule and the published cuts belong to it. From then on the week form, beginning no
 * later than the first dose or session, so that later week scores have a baseline in their own window and
 * short courses do not mix two months in one answer. The CPT manual does the same (handout 3.1: monthly
 * before session 1, weekly from session 2 on); starting the week form one visit earlier is ours, for the sake
 * of the baseline.
 */
import type { Recall } from "../measures/recall";
import { calendarDay } from "./calendar";
import type { CourseSession } from "./course";

export interface RecallSuggestion {
  readonly recall: Recall;
  /** One sentence, for the form. */
  readonly reason: string;
}

export interface RecallQuestion {
  /** When the form is answered. */
  readonly at: Date;
  readonly zone: string;
  /** When the scored assessments of this course were answered; incomplete ones do not count. */
  readonly scored: readonly Date[];
  readonly sessions: readonly CourseSession[];
}

/**
 * Suggests month or week, with the reason. Example: the first form of a course, a week before its first
 * planned dose, is "month"; the same first form on the day of that dose is "week", and so is every form after
 * the first.
 */
export function suggestRecall({ at, zone, scored, sessions }: RecallQuestion): RecallSuggestion {
  if (scored.length > 0) {
    return {
      recall: "week",
      reason: "Past week, because this course already has a score: change is counted within one window.",
    };
  }
  const today = calendarDay(at, zone);
  const begun = sessions
    .filter(({ kind, status }) => kind !== "assessment" && (status === "done" || status === "planned"))
    .some((session) => calendarDay(session.at, zone) <= today);
  if (begun) {
    return {
      recall: "week",
      reason: "Past week, because treatment begins today or has begun: week scores need a baseline.",
    };
  }
  return {
    recall: "month",
    reason: "Past month, because this is the first score before treatment: the provisional rule is for it.",
  };
}
