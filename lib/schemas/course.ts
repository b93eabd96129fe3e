import { z } from "zod";
import { PLANNED_WEEKS } from "@/lib/course/course";
import { calendarDate, id, optionalText, wallTime } from "./fields";

export const therapies = ["pe", "cpt", "other", "none"] as const;
export const medicines = ["ketamine", "esketamine", "none"] as const;
export const routes = ["intravenous", "intranasal", "none"] as const;
export const sessionKinds = ["dose", "therapy", "assessment"] as const;
export const sessionStatuses = ["planned", "done", "missed", "cancelled"] as const;

const weeksAllowed = `A course lasts ${PLANNED_WEEKS.min} to ${PLANNED_WEEKS.max} weeks`;

const fields = z.strictObject({
  therapy: z.enum(therapies, "Choose the therapy"),
  therapyName: optionalText("therapy", 80),
  medicine: z.enum(medicines, "Choose the medicine"),
  route: z.enum(routes, "Choose the route"),
  startDate: calendarDate,
  plannedWeeks: z.int("Enter a whole number of weeks").min(PLANNED_WEEKS.min, weeksAllowed).max(PLANNED_WEEKS.max, weeksAllowed),
});

type Fields = z.output<typeof fields>;

function consistent(course: Fields, context: z.RefinementCtx) {
  const problem = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (course.therapy === "other" && !course.therapyName) problem("therapyName", "Name the therapy");
  if (course.medicine === "none" && course.route !== "none") problem("route", "Without a medicine there is no route");
  if (course.medicine === "ketamine" && course.route === "none") problem("route", "Choose how the ketamine is given");
  if (course.medicine === "esketamine" && course.route !== "intranasal") problem("route", "Esketamine is given intranasally");
  if (course.medicine === "none" && course.therapy === "none") problem("therapy", "Choose a therapy, a medicine, or both");
}

export const courseFields = fields.superRefine(consistent);
export const courseSave = fields.extend({ patientId: id, version: z.int().min(0) }).superRefine((course, context) => consistent(course, context));

export const sessionsAdd = z.strictObject({
  sessions: z.array(z.strictObject({ id, kind: z.enum(sessionKinds), at: wallTime })).min(1, "Enter at least one session").max(120, "Add at most 120 sessions at once"),
});

export const sessionSave = z.strictObject({
  kind: z.enum(sessionKinds),
  at: wallTime,
  status: z.enum(sessionStatuses),
  version: z.int().min(1),
});

export type CourseFields = z.input<typeof courseFields>;
export type CourseSave = z.output<typeof courseSave>;
export type SessionsAdd = z.output<typeof sessionsAdd>;
export type SessionSave = z.output<typeof sessionSave>;
