/**
 * Whether a course's plan asks for a measure in one of the windows in which scores are compared (windows.ts): an empty
 * window that nobody planned lacks nothing. The plan's own windows are expected.ts; a compared one is asked for where one
 * of those is due on a day of it.
 */
import type { Course, CourseSession } from "./course";
import { expectedWindows } from "./expected";
import type { MeasurePlan } from "./measure-plan";
import type { WindowSpan } from "./windows-table";

/**
 * Example: a four-week course whose plan asks for the PHQ-9 at baseline and in each week, and at follow-up, asks for it
 * in every compared window but 24 h: its follow-up, due on day 56, is week 8.
 */
export function askedIn(course: Course, sessions: readonly CourseSession[], plan: MeasurePlan): (measure: string, span: WindowSpan) => boolean {
  const expected = expectedWindows(course, sessions, plan);
  return (measure, { opens, closes }) => expected.some(({ dueDay, measures }) => dueDay >= opens && dueDay <= closes && measures.includes(measure));
}
