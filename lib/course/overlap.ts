/**
 * How much of a questionnaire's recall window lies before the last dose. A past-week form filled in the day
 * after a dose asks about seven days of which six came before it; read as "how it is since the dose" it would
 * mislead, so the page says "6 of 7 days before the dose". Counted in calendar days of the course's zone: on
 * local day d after the dose, d days of the window have passed since, and (length − d) lie before it; on the
 * dosing day itself all of them do. It flags a score; it never changes one. (Why it matters: BMC Psychiatry
 * 2018, doi 10.1186/s12888-018-1816-6.)
 */
import { recallDays, type Recall } from "../measures/recall";
import { localDay } from "./calendar";
import type { CourseSession } from "./course";

export interface Overlap {
  /** Days of the window before the dose, 1 to `days`. */
  readonly daysBefore: number;
  /** Length of the window in days. */
  readonly days: number;
}

/**
 * The overlap of a form answered `at` with the time before the last dose; null if no dose came before it, or
 * if the whole window lies after the dose or the form names no period. Example: a past-week form on the day after the dose gives {
 * daysBefore: 6, days: 7 }; seven days after, null.
 */
export function recallOverlap(
  at: Date,
  recall: Recall,
  lastDoseAt: Date | null,
  zone: string,
): Overlap | null {
  if (lastDoseAt === null || at <= lastDoseAt) return null;
  const days = recallDays[recall];
  if (days === null) return null;
  const daysBefore = days - localDay(at, lastDoseAt, zone);
  return daysBefore > 0 ? { daysBefore, days } : null;
}

/**
 * The last done dose before an instant, or null. Example: with doses done on 1 and 8 November, a form of 9
 * November looks back to 8 November.
 */
export function lastDoseBefore(sessions: readonly CourseSession[], at: Date): Date | null {
  return sessions
    .filter((session) => session.kind === "dose" && session.status === "done" && session.at < at)
    .reduce<Date | null>((last, { at: dose }) => (last === null || dose > last ? dose : last), null);
}

/**
 * The overlap in words. Example: overlapWords({ daysBefore: 6, days: 7 }) is "6 of 7 days before the dose".
 */
export function overlapWords({ daysBefore, days }: Overlap): string {
  return `${daysBefore} of ${days} ${days === 1 ? "day" : "days"} before the dose`;
}
