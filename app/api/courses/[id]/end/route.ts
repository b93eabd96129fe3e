import { route } from "@/app/api/answer";
import { endCourse } from "@/lib/records/course-end";
import { courseEnd } from "@/lib/schemas/course";

export const PUT = route("treat", courseEnd, async ({ viewer, id, body }) => {
  const { patientId } = await endCourse(viewer, id, body);
  return { data: { href: `/patients/${patientId}/course` } };
});
