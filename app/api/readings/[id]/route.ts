import { route } from "@/app/api/answer";
import { saveReading } from "@/lib/records/readings";
import { readingSave } from "@/lib/schemas/dosing";

export const PUT = route("care", readingSave, async ({ viewer, id, body }) => {
  const { created } = await saveReading(viewer, id, body);
  return { status: created ? 201 : 200, data: { id } };
});
