// A form as it travels: drafts while it is filled in, one save at the end, corrections later.
// Ratings are checked item by item against the measure by lib/measures; here only their shape.
import { z } from "zod";
import { allow, id, text, wallTime } from "./fields";

export const recalls = ["year", "month", "fortnight", "week", "day", "moment", "unstated"] as const;
export const modes = ["paper", "aloud", "device"] as const;

export const ratings = z.array(z.int().min(0).max(10).nullable()).max(60);

const answers = {
  measure: z.string().max(40), // known or not: lib/measures says
  recall: z.enum(recalls, "Choose the period the answers are about"),
  sessionId: id.nullable(),
  mode: z.enum(modes, "Choose how the form was given"),
  ratings,
  /** Only where a total or a result is what is entered. A form opened before there were such measures sends none. */
  total: z.int("Enter a whole number").min(0, "Enter 0 or more").max(1000, "Enter a smaller number").nullable().default(null),
};

export const draftSave = z.strictObject({ ...answers, patientId: id, answeredAt: wallTime.nullable(), step: z.int32().min(0) });

export const assessmentSave = z.strictObject({ ...answers, patientId: id, answeredAt: wallTime, key: id, allow });

export const correctionSave = z.strictObject({
  ...answers,
  answeredAt: wallTime,
  key: id,
  revision: z.int32().min(1),
  reason: text("reason for the correction", 500),
  allow,
});

export const voidSave = z.strictObject({ key: id, revision: z.int32().min(1), reason: text("reason for voiding", 500) });

export const restoreSave = z.strictObject({ key: id, revision: z.int32().min(1), reason: text("reason for restoring", 500) });

export type DraftSave = z.output<typeof draftSave>;
export type AssessmentSave = z.output<typeof assessmentSave>;
export type CorrectionSave = z.output<typeof correctionSave>;
export type VoidSave = z.output<typeof voidSave>;
export type RestoreSave = z.output<typeof restoreSave>;
