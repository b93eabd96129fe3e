import { route } from "@/app/api/answer";
import { lookAtBoard } from "@/lib/records/dosing-board";
import { look } from "@/lib/schemas/dosing";

export const POST = route("care", look, async ({ viewer, body }) => ({ data: await lookAtBoard(viewer, body.mark) }));
