// A row of a file of courses.
import { calendarDay } from "../course/calendar";
import { isTimeZone } from "../course/zone";
import { PLANNED_WEEKS, isValidCombination } from "../course/course";
import { medicines, routes, therapies } from "../schemas/course";
import { measurePlan } from "../schemas/settings";
import { Refused, type Row } from "./cell";
import type { When } from "./patient";

export interface CourseIn {
  recordNumber: string;
  startDate: string;
  plannedWeeks: number;
  therapy: (typeof therapies)[number];
  therapyName: string | null;
  medicine: (typeof medicines)[number];
  route: (typeof routes)[number];
  timeZone: string;
  template: string | null;
  indexEvent: string | null;
  measurePlan: object | null;
  endedAt: Date | null;
  endReason: "completed" | "discontinued" | null;
  endNote: string | null;
}

export function readCourse(row: Row, { zone, now }: When): CourseIn {
  const timeZone = row.text("time_zone", 60) ?? zone;
  if (!isTimeZone(timeZone)) throw new Refused(`time_zone: "${timeZone}" is no time zone, written Europe/Zurich`);
  const course: CourseIn = {
    recordNumber: row.needed("record_number", row.text("record_number", 40)),
    startDate: row.needed("start_date", row.day("start_date")),
    plannedWeeks: row.needed("planned_weeks", row.number("planned_weeks", { from: PLANNED_WEEKS.min, to: PLANNED_WEEKS.max, whole: true })),
    therapy: row.needed("therapy", row.choice("therapy", therapies)),
    therapyName: row.text("therapy_name", 80),
    medicine: row.needed("medicine", row.choice("medicine", medicines)),
    route: row.choice("route", routes) ?? "none",
    timeZone,
    template: row.text("template", 80),
    indexEvent: row.text("index_event", 120),
    measurePlan: planOf(row.text("measure_plan", 4000)),
    endedAt: row.instant("ended_at", timeZone),
    endReason: row.choice("end_reason", ["completed", "discontinued"]),
    endNote: row.text("end_note", 500),
  };
  const wrong = troubleIn(course, now);
  if (wrong !== null) throw new Refused(wrong);
  return course;
}

function troubleIn({ therapy, therapyName, medicine, route, endedAt, endReason, endNote, startDate, timeZone }: CourseIn, now: Date): string | null {
  if ((therapy === "other") !== (therapyName !== null)) return "therapy_name: stands with therapy “other”, and only there";
  if (!isValidCombination(medicine, route)) return `route: "${route}" does not go with ${medicine}`;
  if (therapy === "none" && medicine === "none") return "therapy: a course has a therapy, a medicine or both";
  if ((endedAt === null) !== (endReason === null)) return "end_reason: stands with ended_at, and only there";
  if (endReason === "discontinued" && endNote === null) return "end_note: blank; a course that was discontinued says why";
  if (endReason === null && endNote !== null) return "end_note: stands with ended_at, and only there";
  if (endedAt !== null && endedAt > now) return "ended_at: in the future";
  if (endedAt !== null && calendarDay(endedAt, timeZone) < startDate) return "ended_at: the course had not begun on that day";
  return startDate < "1900-01-01" ? "start_date: before 1900" : null;
}

function planOf(text: string | null): object | null {
  if (text === null) return null;
  try {
    return measurePlan.parse(JSON.parse(text));
  } catch {
    throw new Refused("measure_plan: no plan of measures, as an export writes it");
  }
}
