import { route } from "@/app/api/answer";
import { invite, withdrawInvitation } from "@/lib/records/invitations";
import { invitationSave } from "@/lib/schemas/invitation";

export const PUT = route("administer", invitationSave, async ({ viewer, id, body }) => ({ status: 201, data: await invite(viewer, id, body) }));

export const DELETE = route("administer", null, async ({ viewer, id }) => {
  await withdrawInvitation(viewer, id);
  return { data: { id } };
});
