import { route } from "@/app/api/answer";
import { saveCourse } from "@/lib/records/courses";
import { courseSave } from "@/lib/schemas/course";

export const PUT = route("clinician", courseSave, async ({ viewer, id, body }) => {
  const { created, patientId } = await saveCourse(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: `/patients/${patientId}/course` } };
});
