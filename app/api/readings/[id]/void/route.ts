import { route } from "@/app/api/answer";
import { voidReading } from "@/lib/records/readings";
import { readingVoid } from "@/lib/schemas/dosing";

export const POST = route("care", readingVoid, async ({ viewer, id, body }) => {
  await voidReading(viewer, id, body);
  return { data: { id } };
});
