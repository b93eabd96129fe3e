import { route } from "@/app/api/answer";
import { saveDose } from "@/lib/records/dose-records";
import { doseSave } from "@/lib/schemas/dosing";

export const PUT = route("care", doseSave, async ({ viewer, id, body }) => ({ data: await saveDose(viewer, id, body) }));
