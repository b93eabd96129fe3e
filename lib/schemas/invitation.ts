// Who is invited, as what; and what the person who follows an invitation sends back.
import { z } from "zod";
import { id, text } from "./fields";

export const invitationSave = z
  .strictObject({
    name: text("name", 200),
    email: z.string().trim().toLowerCase().max(320).regex(/^[^\s@]+@[^\s@]+$/, "Enter an e-mail address, for example dr@example.org"),
    roles: z.array(z.enum(["administrator", "clinician", "assistant", "researcher", "auditor"])).min(1, "Choose at least one role").max(5),
    teamIds: z.array(id).max(50).default([]),
  })
  .superRefine(({ roles, teamIds }, context) => {
    const cares = roles.find((role) => role === "clinician" || role === "assistant");
    if (cares && teamIds.length === 0) context.addIssue({ code: "custom", path: ["teamIds"], message: `Choose a care team: the ${cares} sees its patients` });
  });
export type InvitationSave = z.infer<typeof invitationSave>;

const token = z.string().max(100);

export const invitationLook = z.strictObject({ token });
export const invitationAccept = z.strictObject({ token, next: z.string().min(1, "Enter a password").max(1024, "Too long: 1024 characters at most.") });
export type InvitationAccept = z.infer<typeof invitationAccept>;
