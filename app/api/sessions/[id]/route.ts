import { route } from "@/app/api/answer";
import { saveSession } from "@/lib/records/sessions";
import { sessionSave } from "@/lib/schemas/course";

export const PUT = route("treat", sessionSave, async ({ viewer, id, body }) => {
  const { patientId } = await saveSession(viewer, id, body);
  return { data: { href: `/patients/${patientId}/course` } };
});
