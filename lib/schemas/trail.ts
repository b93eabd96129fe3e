import { z } from "zod";
import { actionNames } from "@/lib/trail/actions";
import { calendarDate, id } from "./fields";

const anyDay = z.union([z.literal(""), calendarDate]).default("");

/** What the trail is searched by. It travels in the body: a record number has no place in an address. */
export const trailAsk = z
  .strictObject({
    personId: z.union([z.literal(""), id]).default(""),
    recordNumber: z.string().trim().max(40, "Use at most 40 characters").default(""),
    action: z.union([z.literal(""), z.enum(actionNames)]).default(""),
    from: anyDay,
    to: anyDay,
    /** The last line that was shown: the ones before it follow. */
    after: z.strictObject({ at: z.iso.datetime({ precision: 3 }), line: z.string().regex(/^\d{1,18}$/) }).nullable().default(null),
  })
  .refine(({ from, to }) => from === "" || to === "" || from <= to, { path: ["to"], message: "Enter a day that is not before the first one" });

export type TrailAsk = z.output<typeof trailAsk>;
export type TrailAsked = z.input<typeof trailAsk>;

/** What a person took away from a page, in a way the server would not see. */
export const takenAway = z.strictObject({ act: z.enum(["printed", "copied"]), of: z.enum(["chart", "doses", "dose", "note"]) });

export interface TrailLine {
  line: string;
  at: string;
  /** In clinic time, to the second. */
  when: string;
  who: string;
  roles: string;
  what: string;
  recordNumber: string | null;
  from: string;
  breakGlass: boolean;
  requestId: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
}

export interface TrailPage {
  lines: TrailLine[];
  /** Whether older lines follow. */
  more: boolean;
}

export interface TrailFile {
  name: string;
  csv: string;
  lines: number;
  more: boolean;
}

export interface UnusualLine {
  key: string;
  when: string;
  who: string;
  recordNumber: string | null;
  reason: string;
}
