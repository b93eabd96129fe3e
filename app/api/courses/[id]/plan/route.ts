import { route } from "@/app/api/answer";
import { saveCoursePlan } from "@/lib/records/course-plan";
import { coursePlanSave } from "@/lib/schemas/course-plan";

export const PUT = route("treat", coursePlanSave, async ({ viewer, id, body }) => {
  const { patientId, off } = await saveCoursePlan(viewer, id, body);
  return { data: { href: `/patients/${patientId}/course`, off } };
});
