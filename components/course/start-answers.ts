// What the form that starts a course holds: a template's answers and its planned sessions, each of which may be changed.
import { addDays } from "@/lib/course/calendar";
import type { ClosedDays } from "@/lib/course/closed-days";
import type { SessionKind } from "@/lib/course/course";
import { plannedSessions } from "@/lib/course/planned-sessions";
import type { CourseTemplate } from "@/lib/course/templates";
import type { CourseFields } from "@/lib/schemas/course";

export interface StartRow {
  id: string;
  kind: SessionKind;
  day: string;
  time: string;
  /** The closed day the template wanted, or null. */
  insteadOf: string | null;
}

/** The treatment a template brings; the rest stays as it is. */
export function treatmentOf({ therapy, therapyName, medicine, route, plannedWeeks }: CourseTemplate): Omit<CourseFields, "startDate" | "indexEvent"> {
  return { therapy, therapyName: therapyName ?? "", medicine, route, plannedWeeks };
}

/** The sessions a template plans from a start date; none while the date is not one. */
export function rowsOf(template: CourseTemplate, startDate: string, closed: ClosedDays): StartRow[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(startDate)) return [];
  return plannedSessions(template, startDate, closed).map(({ kind, day, time, insteadOf }) => ({ id: crypto.randomUUID(), kind, day, time, insteadOf }));
}

/** The rows after the last day of the weeks planned; none while there is no such day. */
export function rowsAfterEnd(rows: readonly StartRow[], { startDate, plannedWeeks }: Pick<CourseFields, "startDate" | "plannedWeeks">): StartRow[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(startDate) || !Number.isInteger(plannedWeeks) || plannedWeeks < 1) return [];
  const after = addDays(startDate, 7 * plannedWeeks);
  return rows.filter(({ day }) => day >= after);
}

/** Rows that cannot be saved, by id: an emptied date or time. */
export function rowProblems(rows: readonly StartRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.filter(({ day, time }) => day === "" || time === "").map(({ id }) => [id, "Enter a date and a time, or remove it"]));
}
