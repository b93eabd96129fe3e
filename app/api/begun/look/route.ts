import { route } from "@/app/api/answer";
import { readBegun } from "@/lib/records/begun";
import { begunLook } from "@/lib/schemas/begun";

export const POST = route(null, begunLook, async ({ viewer, body: { names } }) => ({ data: await readBegun(viewer, names) }));
