import { routeOpen } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { acceptInvitation } from "@/lib/auth/invitation";
import { invitationAccept } from "@/lib/schemas/invitation";

export const POST = routeOpen(invitationAccept, async (body, sent) => {
  const { token, stage } = await acceptInvitation(body, sent);
  await giveCookie(token);
  return { data: { href: stage === "setup" ? "/sign-in/setup" : "/" } };
});
