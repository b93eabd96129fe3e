// The clinic's course templates and the days it is closed. What they mean is the textbook's (lib/course/templates.ts).
import { z } from "zod";
import type { Weekday } from "@/lib/course/closed-days";
import { PLANNED_WEEKS, isValidCombination } from "@/lib/course/course";
import { calendarDate, optionalText, text } from "./fields";

const dayWords = "Enter days from the start as whole numbers with commas between, for example 0, 7, 14; the start date is day 0";
const last = PLANNED_WEEKS.max * 7 - 1;
const days = z
  .array(z.int(dayWords).min(0, dayWords).max(last, `Enter days up to ${last}`), dayWords)
  .max(60, "Enter at most 60 days")
  .transform((given) => [...new Set(given)].toSorted((a, b) => a - b));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time, for example 09:00");
const weeksAllowed = `Enter ${PLANNED_WEEKS.min} to ${PLANNED_WEEKS.max} weeks`;

export const courseTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    name: text("name of the template", 80),
    medicine: z.enum(["ketamine", "esketamine", "none"]),
    route: z.enum(["intravenous", "intranasal", "none"]),
    therapy: z.enum(["pe", "cpt", "other", "none"]),
    therapyName: z.string().trim().max(80, "Use at most 80 characters").nullable(),
    plannedWeeks: z.int(weeksAllowed).min(PLANNED_WEEKS.min, weeksAllowed).max(PLANNED_WEEKS.max, weeksAllowed),
    doses: days,
    pairing: z.enum(["none", "next-day", "same-day"]),
    therapyDays: days,
    times: z.strictObject({ dose: time, therapy: time }),
    plan: z.string().max(60).nullable(),
    source: optionalText("source", 500).transform((given) => given ?? ""),
  })
  .superRefine((given, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!isValidCombination(given.medicine, given.route)) say("route", given.medicine === "none" ? "Without a medicine there is no route" : `Choose how the ${given.medicine} is given`);
    if (given.medicine === "none" && given.doses.length > 0) say("doses", "Without a medicine there are no doses");
    if (given.therapy === "other" && !given.therapyName) say("therapyName", "Name the therapy");
    if (given.therapy === "none" && (given.therapyDays.length > 0 || given.pairing !== "none")) say("therapy", "Without a therapy there are no therapy sessions");
    if (given.medicine === "none" && given.therapy === "none") say("therapy", "Choose a therapy, a medicine, or both");
    const pastEnd = [...given.doses, ...given.therapyDays].find((day) => day >= given.plannedWeeks * 7);
    if (pastEnd !== undefined) say("plannedWeeks", `Day ${pastEnd} is past the end of the course`);
  });

export const closedDays = z.strictObject({
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(6, "Leave at least one weekday open")
    .transform((given) => [...new Set(given)].toSorted((a, b) => a - b) as Weekday[]),
  dates: z
    .array(calendarDate, "Enter dates with commas between, for example 2026-12-25, 2027-01-01")
    .max(200, "Enter at most 200 dates")
    .transform((given) => [...new Set(given)].toSorted()),
});
