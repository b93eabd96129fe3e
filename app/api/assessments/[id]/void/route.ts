import { route } from "@/app/api/answer";
import { voidAssessment } from "@/lib/records/assessments";
import { voidSave } from "@/lib/schemas/assessment";

export const POST = route("care", voidSave, async ({ viewer, id, body }) => {
  const { patientId } = await voidAssessment(viewer, id, body);
  return { data: { href: `/patients/${patientId}/assessments/${id}` } };
});
