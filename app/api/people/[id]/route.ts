import { route } from "@/app/api/answer";
import { savePerson } from "@/lib/records/person";
import { personSave } from "@/lib/schemas/people";

export const PUT = route("administer", personSave, async ({ viewer, id, body }) => {
  await savePerson(viewer, id, body);
  return { data: {} };
});
