import { route } from "@/app/api/answer";
import { breakGlass, endGlass } from "@/lib/records/break-glass";
import { glassBreak } from "@/lib/schemas/break-glass";

export const PUT = route("treat", glassBreak, async ({ viewer, id, body }) => {
  const { patientId } = await breakGlass(viewer, id, body);
  return { status: 201, data: { href: `/patients/${patientId}` } };
});

export const DELETE = route("treat", null, async ({ viewer, id }) => {
  await endGlass(viewer, id);
  return { data: { href: "/caseload" } };
});
