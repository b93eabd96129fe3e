import { route } from "@/app/api/answer";
import { savePatient } from "@/lib/records/patients";
import { patientSave } from "@/lib/schemas/patient";

export const PUT = route("treat", patientSave, async ({ viewer, id, body }) => {
  const { created } = await savePatient(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: `/patients/${id}` } };
});
