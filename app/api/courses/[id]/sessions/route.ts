import { route } from "@/app/api/answer";
import { addSessions } from "@/lib/records/sessions";
import { sessionsAdd } from "@/lib/schemas/course";

export const POST = route("treat", sessionsAdd, async ({ viewer, id, body }) => {
  const { patientId } = await addSessions(viewer, id, body);
  return { status: 201, data: { href: `/patients/${patientId}/course` } };
});
