import { route } from "@/app/api/answer";
import { acknowledgePrompt } from "@/lib/records/safety-prompts";
import { promptAcknowledge } from "@/lib/schemas/safety-prompt";

export const POST = route("treat", promptAcknowledge, async ({ viewer, id, body }) => {
  const { patientId } = await acknowledgePrompt(viewer, id, body);
  return { data: { href: `/patients/${patientId}` } };
});
