import { route } from "@/app/api/answer";
import { removeView, saveView } from "@/lib/records/saved-views";
import { viewSave } from "@/lib/schemas/caseload";

export const PUT = route("care", viewSave, async ({ viewer, id, body }) => ({ data: await saveView(viewer, id, body) }));

export const DELETE = route("care", null, async ({ viewer, id }) => ({ data: await removeView(viewer, id) }));
