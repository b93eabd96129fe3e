import { route } from "@/app/api/answer";
import { correctAssessment } from "@/lib/records/assessments";
import { correctionSave } from "@/lib/schemas/assessment";

export const POST = route("care", correctionSave, async ({ viewer, id, body }) => {
  const { patientId, safety } = await correctAssessment(viewer, id, body);
  return { data: { href: `/patients/${patientId}/assessments/${id}`, safety } };
});
