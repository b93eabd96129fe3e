import { route } from "@/app/api/answer";
import { endOwnSignIn } from "@/lib/records/own-sign-ins";

export const DELETE = route(null, null, async ({ viewer, id }) => {
  await endOwnSignIn(viewer, id);
  return { data: { id } };
});
