import { route } from "@/app/api/answer";
import { saveSymptomCheck } from "@/lib/records/symptom-checks";
import { checkSave } from "@/lib/schemas/dosing";

export const PUT = route("care", checkSave, async ({ viewer, id, body }) => ({ data: await saveSymptomCheck(viewer, id, body) }));
