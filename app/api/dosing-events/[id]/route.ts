import { route } from "@/app/api/answer";
import { saveEvent } from "@/lib/records/dosing-events";
import { eventSave } from "@/lib/schemas/dosing";

export const PUT = route("care", eventSave, async ({ viewer, id, body }) => ({ data: await saveEvent(viewer, id, body) }));
