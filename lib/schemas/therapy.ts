// What a visit's form sends: the therapy session as it was, and the answers about psychotic and manic symptoms, which are
// asked whenever somebody came. `number` and `checkNumber` are the newest the page knew.
import { z } from "zod";
import { PROTOCOL_SESSION, SUDS } from "@/lib/course/therapy-session";
import { allow, id, wallTime } from "./fields";

export const attendances = ["attended", "late", "left_early", "not_attended"] as const;
export const homeworks = ["done", "partly", "not_done", "none_set"] as const;

/** The question is named, for a summary shows its answer without the field. */
function whole(question: string, { min, max }: { readonly min: number; readonly max: number }) {
  const words = `${question}: enter a whole number from ${min} to ${max}`;
  return z.int(words).min(min, words).max(max, words).nullable();
}
/** Asked beside what is wrong elsewhere, so that one attempt shows all there is to mend. */
const atOnce = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null };
const words = (name: string) => z.string().trim().max(2000, `Use at most 2000 characters for the ${name}`).default("");

export const therapySave = z
  .strictObject({
    key: id,
    number: z.int32().min(0),
    checkNumber: z.int32().min(0),
    at: wallTime,
    attendance: z.enum(attendances, "Say whether the patient came"),
    protocolSession: whole("Session of the protocol", PROTOCOL_SESSION),
    homework: z.enum(homeworks).nullable(),
    sudsBefore: whole("SUDS before", SUDS),
    sudsPeak: whole("SUDS at the peak", SUDS),
    sudsEnd: whole("SUDS at the end", SUDS),
    note: words("note"),
    psychotic: z.boolean().nullable(),
    manic: z.boolean().nullable(),
    symptomNote: words("answer"),
    allow,
  })
  .superRefine((visit, context) => {
    if (visit.attendance === "not_attended") return;
    const problem = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (visit.psychotic === null) problem("psychotic", "Say whether there are psychotic symptoms");
    if (visit.manic === null) problem("manic", "Say whether there are manic symptoms");
    if ((visit.psychotic || visit.manic) && !visit.symptomNote) problem("symptomNote", "Write what was seen and what was done");
  }, atOnce);

export type TherapySave = z.output<typeof therapySave>;
export type TherapyBody = z.input<typeof therapySave>;
