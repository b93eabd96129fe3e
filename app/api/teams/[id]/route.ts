import { route } from "@/app/api/answer";
import { saveTeam } from "@/lib/records/teams";
import { teamSave } from "@/lib/schemas/people";

export const PUT = route("administer", teamSave, async ({ viewer, id, body }) => {
  const { created } = await saveTeam(viewer, id, body);
  return { status: created ? 201 : 200, data: { href: "/admin" } };
});
