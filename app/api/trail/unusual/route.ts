import { route } from "@/app/api/answer";
import { listUnusual } from "@/lib/records/unusual-access";

export const POST = route("audit", null, async ({ viewer }) => ({ data: await listUnusual(viewer) }));
