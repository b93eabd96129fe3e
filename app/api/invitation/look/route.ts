import { routeOpen } from "@/app/api/answer";
import { readInvitation } from "@/lib/auth/invitation";
import { invitationLook } from "@/lib/schemas/invitation";

export const POST = routeOpen(invitationLook, async ({ token }) => ({ data: await readInvitation(token) }));
