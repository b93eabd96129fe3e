// What a visit's form sends: the therapy session as it was, and the answers about psychotic and manic symptoms, which are
// asked whenever somebody came. `number` and `checkNumber` are the newest the page knew.
import { z } from "zod";
import { PROTOCOL_SESSION, SUDS } from "@/lib/course/therapy-session";
import { allow, id, wallTime } from "./fields";

export const attendances = ["attended", "late", "left_early", "not_attended"] as const;
export const homeworks = ["done", "partly", "not_done", "none_set"] as const;

const units = `Enter a whole number from ${SUDS.min} to ${SUDS.max}`;
const suds = z.int(units).min(SUDS.min, units).max(SUDS.max, units).nullable();
const sessions = `Enter a whole number from ${PROTOCOL_SESSION.min} to ${PROTOCOL_SESSION.max}`;
const words = (name: string) => z.string().trim().max(2000, `Use at most 2000 characters for the ${name}`).default("");

export const therapySave = z
  .strictObject({
    key: id,
    number: z.int32().min(0),
    checkNumber: z.int32().min(0),
    at: wallTime,
    attendance: z.enum(attendances, "Say whether the patient came"),
    protocolSession: z.int(sessions).min(PROTOCOL_SESSION.min, sessions).max(PROTOCOL_SESSION.max, sessions).nullable(),
    homework: z.enum(homeworks).nullable(),
    sudsBefore: suds,
    sudsPeak: suds,
    sudsEnd: suds,
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
    if ((visit.psychotic || visit.manic) && visit.symptomNote === "") problem("symptomNote", "Write what was seen and what was done");
  });

export type TherapySave = z.output<typeof therapySave>;
export type TherapyBody = z.input<typeof therapySave>;
