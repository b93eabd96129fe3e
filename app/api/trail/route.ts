import { route } from "@/app/api/answer";
import { searchTrail } from "@/lib/records/trail";
import { trailAsk } from "@/lib/schemas/trail";

export const POST = route("audit", trailAsk, async ({ viewer, body }) => ({ data: await searchTrail(viewer, body) }));
