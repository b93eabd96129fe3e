// The weeks of a course as instants: clinic midnights seven days apart, right over a change of clocks.
import { addDays, calendarDay, resolveWallTime } from "@/lib/course/calendar";
import type { Course } from "@/lib/course/course";
import type { Trajectory } from "@/lib/change/trajectory";
import type { TrajectoryView } from "./view-shape";

const mostWeeks = 520;

/** The first instant of a calendar day; where midnight was skipped, the hour after it. */
function dayStart(day: string, zone: string): number {
  for (const time of ["00:00", "01:00", "02:00"]) {
    const found = resolveWallTime(`${day}T${time}`, zone);
    if (found.kind === "instant") return +found.instant;
    if (found.kind === "repeated") return +found.earlier;
  }
  return Date.parse(`${day}T00:00Z`);
}

function dayZero({ t0, zone }: Trajectory, course: Course | null): string | null {
  return t0 === null ? (course?.startDate ?? null) : calendarDay(t0, zone);
}

export function courseEnd(trajectory: Trajectory, course: Course | null): number | null {
  const start = dayZero(trajectory, course);
  if (start === null || course === null) return null;
  return dayStart(addDays(start, 7 * course.plannedWeeks), trajectory.zone);
}

/** From day 0, or without a course from the first form on and unnumbered, to the last thing on the chart. */
export function courseWeeks(
  trajectory: Trajectory,
  course: Course | null,
  firstForm: number | null,
  last: number,
): TrajectoryView["weeks"] {
  const { zone } = trajectory;
  const zero = dayZero(trajectory, course);
  const start = zero ?? (firstForm === null ? null : calendarDay(new Date(firstForm), zone));
  if (start === null) return [];
  const end = Math.max(last, courseEnd(trajectory, course) ?? last);
  const weeks: TrajectoryView["weeks"] = [];
  for (let week = 0; week < mostWeeks; week += 1) {
    const day = addDays(start, 7 * week);
    const at = dayStart(day, zone);
    if (at > end) break;
    weeks.push({ at, day, number: zero === null || at === end ? null : week + 1 });
  }
  return weeks;
}
