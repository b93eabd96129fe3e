import { route } from "@/app/api/answer";
import { noteTaken } from "@/lib/records/openings";
import { takenAway } from "@/lib/schemas/trail";

export const POST = route("care", takenAway, async ({ viewer, id, body }) => {
  await noteTaken(viewer, id, body);
  return { data: {} };
});
