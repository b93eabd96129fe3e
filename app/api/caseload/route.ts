import { route } from "@/app/api/answer";
import { readCaseload } from "@/lib/records/caseload";
import { caseloadAsk } from "@/lib/schemas/caseload";

// A search carries names, so it travels in the body and never in an address.
export const POST = route("care", caseloadAsk, async ({ viewer, body }) => ({ data: await readCaseload(viewer, body) }));
