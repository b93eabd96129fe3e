import { route } from "@/app/api/answer";
import { restoreAssessment } from "@/lib/records/restored-forms";
import { restoreSave } from "@/lib/schemas/assessment";

export const POST = route("treat", restoreSave, async ({ viewer, id, body }) => {
  const { patientId, safety } = await restoreAssessment(viewer, id, body);
  return { data: { href: `/patients/${patientId}/assessments/${id}`, safety } };
});
