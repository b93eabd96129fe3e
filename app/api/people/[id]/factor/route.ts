import { route } from "@/app/api/answer";
import { resetFactor } from "@/lib/records/own-factor";

export const DELETE = route("administer", null, async ({ viewer, id }) => {
  await resetFactor(viewer, id);
  return { data: { href: "/admin" } };
});
