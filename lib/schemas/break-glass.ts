// What somebody must know of a patient, and say, to open a record of another team.
import { z } from "zod";
import { calendarDate, text } from "./fields";

export const glassBreak = z.strictObject({ recordNumber: text("record number", 40), birthDate: calendarDate, reason: text("reason", 500) });
export type GlassBreak = z.infer<typeof glassBreak>;
