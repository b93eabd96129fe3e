import { headers } from "next/headers";
import { Refused, route } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { confirm, requireFresh } from "@/lib/auth/fresh";
import { confirmation } from "@/lib/schemas/passkey";

/** For a page that shows itself only to somebody who confirmed just now: asks, and changes nothing. */
export const POST = route(null, null, async ({ viewer }) => {
  await requireFresh(viewer);
  return { data: {} };
});

export const PUT = route(null, confirmation, async ({ viewer, body }) => {
  const token = await confirm(viewer, body, await headers());
  if (token === null) throw new Refused(401, "sign-in", "You have been signed out. Sign in again to go on; nothing you typed is lost.");
  await giveCookie(token);
  return { data: {} };
});
