import { headers } from "next/headers";
import { route } from "@/app/api/answer";
import { askPasskey } from "@/lib/auth/passkeys";

export const POST = route(null, null, async ({ viewer }) => ({ data: await askPasskey(viewer, await headers()) }));
