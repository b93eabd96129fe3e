import { route } from "@/app/api/answer";
import { todayParts } from "@/components/today/today-view";
import { may } from "@/lib/auth/rights";
import { readToday } from "@/lib/records/today";
import { todayAsk } from "@/lib/schemas/today";

// Asks for what is shown next: where that is tells of patients, so it travels in the body.
export const POST = route("care", todayAsk, async ({ viewer, body }) => ({ data: todayParts(await readToday(viewer, body), may(viewer, "treat"))[body.list] }));
