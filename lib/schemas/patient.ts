import { z } from "zod";
import { allow, calendarDate, optionalText, text } from "./fields";

export const patientFields = z.strictObject({
  recordNumber: text("record number", 40),
  familyName: text("family name", 100),
  givenName: text("given name", 100),
  birthDate: calendarDate,
  sex: optionalText("sex", 40),
  pronouns: optionalText("pronouns", 40),
});

/** Version 0 is a new patient; any other is the version that was read before editing. */
export const patientSave = patientFields.extend({ version: z.int32().min(0), allow });

export type PatientFields = z.input<typeof patientFields>;
export type PatientSave = z.output<typeof patientSave>;
