import { z } from "zod";
import { PLANNED_WEEKS } from "@/lib/course/course";
import { allow, calendarDate, id, optionalText, wallTime } from "./fields";

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
  indexEvent: optionalText("index event", 120),
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

const sessions = z.array(z.strictObject({ id, kind: z.enum(sessionKinds), at: wallTime })).max(120, "Add at most 120 sessions at once");

export const courseFields = fields.superRefine(consistent);
export const courseSave = fields.extend({ patientId: id, version: z.int32().min(1), allow }).superRefine(consistent);

/** A new course, whole: what it is, what it was planned from, its sessions, and the clinic's plan of measures it follows. */
export const courseStart = fields.extend({ patientId: id, template: optionalText("template", 80), sessions: sessions.default([]), plan: z.string().max(60).nullable().default(null) }).superRefine(consistent);

export const sessionsAdd = z.strictObject({ sessions: sessions.min(1, "Enter at least one session") });

export const courseEnd = z.strictObject({
  /** Null: it had not ended; it goes on. */
  end: z
    .strictObject({ on: calendarDate, how: z.enum(["completed", "discontinued"], "Choose how the course ended"), note: optionalText("reason", 500) })
    .refine(({ how, note }) => how === "completed" || Boolean(note), { path: ["note"], message: "Enter why the course was discontinued" })
    .nullable(),
  version: z.int32().min(1),
});

export const sessionSave = z
  .strictObject({
    kind: z.enum(sessionKinds),
    at: wallTime,
    status: z.enum(sessionStatuses),
    reason: optionalText("reason", 300),
    version: z.int32().min(1),
    /** Later planned sessions that move with it. */
    rest: z.array(z.strictObject({ id, at: wallTime, version: z.int32().min(1) })).max(120).default([]),
  })
  .refine(({ status, reason }) => status !== "cancelled" || Boolean(reason), { path: ["reason"], message: "Enter why it was cancelled" });

export type CourseFields = z.input<typeof courseFields>;
export type CourseSave = z.input<typeof courseSave>;
export type CourseStart = z.input<typeof courseStart>;
export type CourseEnd = z.output<typeof courseEnd>;
export type SessionsAdd = z.output<typeof sessionsAdd>;
export type SessionSave = z.input<typeof sessionSave>;
