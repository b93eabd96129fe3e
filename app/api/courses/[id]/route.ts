import { route } from "@/app/api/answer";
import { startCourse } from "@/lib/records/course-start";
import { saveCourse } from "@/lib/records/courses";
import { courseSave, courseStart } from "@/lib/schemas/course";

export const POST = route("treat", courseStart, async ({ viewer, id, body }) => {
  const { created, patientId } = await startCourse(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: `/patients/${patientId}/course` } };
});

export const PUT = route("treat", courseSave, async ({ viewer, id, body }) => {
  const { patientId } = await saveCourse(viewer, id, body);
  return { data: { href: `/patients/${patientId}/course` } };
});
