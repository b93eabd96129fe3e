// What an administrator changes of a person or a care team. `was` is what the page showed: changed meanwhile, nothing is saved.
import { z } from "zod";
import { id, text } from "./fields";

const roles = z.array(z.enum(["administrator", "clinician", "assistant", "researcher", "auditor"])).max(5);
const teamIds = z.array(id).max(50);

export const personSave = z
  .strictObject({ roles: roles.min(1, "Choose at least one role"), teamIds, was: z.strictObject({ roles, teamIds }) })
  .superRefine(({ roles: given, teamIds: teams }, context) => {
    const cares = given.includes("clinician") || given.includes("assistant");
    if (!cares && teams.length > 0) context.addIssue({ code: "custom", path: ["teamIds"], message: "Only clinicians and assistants are on care teams: choose none" });
  });
export type PersonSave = z.infer<typeof personSave>;

export const personAccess = z.strictObject({ disabled: z.boolean() });

export const teamSave = z.strictObject({ name: text("name of the team", 100), was: z.string().max(200).nullable() });
export type TeamSave = z.infer<typeof teamSave>;
