import { route } from "@/app/api/answer";
import { saveTherapy } from "@/lib/records/therapy-records";
import { therapySave } from "@/lib/schemas/therapy";

export const PUT = route("treat", therapySave, async ({ viewer, id, body }) => {
  const { patientId } = await saveTherapy(viewer, id, body);
  return { data: { href: `/patients/${patientId}/course` } };
});
