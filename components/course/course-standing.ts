// Where a course stands, in a word or two for a heading: its day, or that it has ended or has not begun.
import { calendarDay } from "@/lib/course/calendar";
import type { Course } from "@/lib/course/course";
import { dayOfCourse } from "@/lib/course/day-of-course";
import { dayInWords } from "@/lib/dates";

export function courseStanding(course: Course, t0: Date | null, today: string, now: Date): string {
  const { startDate, timeZone } = course;
  if (course.endedAt != null && course.endedAt <= now) {
    return `Ended ${dayInWords(calendarDay(course.endedAt, timeZone))}`;
  }
  if (t0 === null) {
    return startDate >= today ? `Starts ${dayInWords(startDate)}` : `Not started, planned for ${dayInWords(startDate)}`;
  }
  const { day, of } = dayOfCourse(course, t0, today);
  return `Day ${day ?? 0} of ${of}`;
}
