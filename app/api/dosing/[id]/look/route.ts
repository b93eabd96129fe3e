import { route } from "@/app/api/answer";
import { lookAtRoom } from "@/lib/records/dosing-room";
import { look } from "@/lib/schemas/dosing";

export const POST = route("care", look, async ({ viewer, id, body }) => ({ data: await lookAtRoom(viewer, id, body.mark) }));
