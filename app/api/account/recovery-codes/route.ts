import { route } from "@/app/api/answer";
import { renewRecoveryCodes } from "@/lib/records/own-factor";

export const POST = route(null, null, async ({ viewer }) => ({ data: { codes: await renewRecoveryCodes(viewer) } }));
