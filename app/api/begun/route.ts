import { route } from "@/app/api/answer";
import { samePerson } from "@/app/api/begun/same-person";
import { saveBegun } from "@/lib/records/begun";
import { begunSave } from "@/lib/schemas/begun";

/** What somebody began to enter is theirs, whatever they may do; a page that may not be opened does not ask for it. */
export const PUT = route(null, begunSave, async ({ viewer, body: { of, ...change } }) => {
  samePerson(viewer, of);
  return { data: await saveBegun(viewer, change) };
});
