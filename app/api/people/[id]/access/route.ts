import { route } from "@/app/api/answer";
import { setDisabled } from "@/lib/records/person";
import { personAccess } from "@/lib/schemas/people";

export const PUT = route("administer", personAccess, async ({ viewer, id, body }) => {
  await setDisabled(viewer, id, body.disabled);
  return { data: {} };
});
