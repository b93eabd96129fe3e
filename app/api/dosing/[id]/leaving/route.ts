import { route } from "@/app/api/answer";
import { checkSignature } from "@/lib/auth/signature";
import { signLeaving } from "@/lib/records/leavings";
import { leavingSave } from "@/lib/schemas/dosing";

export const POST = route("treat", leavingSave, async ({ viewer, id, body: { password, ...leaving } }) => {
  await checkSignature(viewer, password);
  return { data: await signLeaving(viewer, id, leaving) };
});
