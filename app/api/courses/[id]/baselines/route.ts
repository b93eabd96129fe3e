import { route } from "@/app/api/answer";
import { chooseBaseline } from "@/lib/records/baselines";
import { baselineChoose } from "@/lib/schemas/baseline";

export const POST = route("treat", baselineChoose, async ({ viewer, id, body }) => {
  const { created, patientId } = await chooseBaseline(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: `/patients/${patientId}` } };
});
