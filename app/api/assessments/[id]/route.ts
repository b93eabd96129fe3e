import { route } from "@/app/api/answer";
import { saveAssessment } from "@/lib/records/assessments";
import { assessmentSave } from "@/lib/schemas/assessment";

export const PUT = route("care", assessmentSave, async ({ viewer, id, body }) => {
  const { created, patientId, safety } = await saveAssessment(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: `/patients/${patientId}`, safety } };
});
