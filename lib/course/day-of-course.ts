/**
 * "Day 22 of 28": where a patient stands in the planned course. Day 0 is the day of t0; before anything was
 * done it is the planned start date. It is a calendar count for orientation, not a measure of treatment
 * received, and it runs on past the planned length rather than stopping.
 */
import { calendarDay, daysBetween } from "./calendar";
import type { Course } from "./course";

export interface DayOfCourse {
  /** Calendar days since day 0; null before it. */
  readonly day: number | null;
  /** Planned length in days. */
  readonly of: number;
}

/**
 * The day of the course on a calendar day `today` of the course's zone. Example: t0 on 1 November 2026 and
 * four planned weeks give { day: 22, of: 28 } on 23 November; before the start date, with nothing done, {
 * day: null, of: 28 }.
 */
export function dayOfCourse(
  course: Pick<Course, "startDate" | "plannedWeeks" | "timeZone">,
  t0: Date | null,
  today: string,
): DayOfCourse {
  const first = t0 === null ? course.startDate : calendarDay(t0, course.timeZone);
  const day = daysBetween(first, today);
  return { day: day < 0 ? null : day, of: 7 * course.plannedWeeks };
}
