import { route } from "@/app/api/answer";
import { endOtherSignIns } from "@/lib/records/own-sign-ins";

export const DELETE = route(null, null, async ({ viewer }) => ({ data: { ended: await endOtherSignIns(viewer) } }));
