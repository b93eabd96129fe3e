import { route } from "@/app/api/answer";
import { exportFile } from "@/lib/records/import/page";
import { exportAsk } from "@/lib/schemas/exchange";

export const POST = route("treat", exportAsk, async ({ viewer, body }) => ({ data: await exportFile(viewer, body.kind) }));
