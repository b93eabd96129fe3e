import { route } from "@/app/api/answer";
import { saveBegun } from "@/lib/records/begun";
import { begunSave } from "@/lib/schemas/begun";

/** What somebody began to enter is theirs, whatever they may do; a page that may not be opened does not ask for it. */
export const PUT = route(null, begunSave, async ({ viewer, body }) => ({ data: await saveBegun(viewer, body) }));
