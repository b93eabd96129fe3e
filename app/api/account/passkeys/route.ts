import { headers } from "next/headers";
import { route } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { requireFresh } from "@/lib/auth/fresh";
import { offerPasskey } from "@/lib/auth/passkeys";
import { setUpPasskey } from "@/lib/auth/second-step";
import { passkeyMade } from "@/lib/schemas/passkey";

export const POST = route(null, null, async ({ viewer }) => {
  await requireFresh(viewer);
  return { data: await offerPasskey(viewer, await headers()) };
});

export const PUT = route(null, passkeyMade, async ({ viewer, body }) => {
  await requireFresh(viewer);
  const { token, codes } = await setUpPasskey(viewer, body.passkey, await headers());
  await giveCookie(token);
  return { data: { codes } };
});
