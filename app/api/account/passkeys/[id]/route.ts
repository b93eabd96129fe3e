import { headers } from "next/headers";
import { route } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { madeFrom } from "@/lib/auth/request";
import { beginSignIn } from "@/lib/auth/sign-ins";
import { namePasskey, removePasskey } from "@/lib/records/own-factor";
import { passkeyNamed } from "@/lib/schemas/passkey";

export const PUT = route(null, passkeyNamed, async ({ viewer, id, body }) => {
  await namePasskey(viewer, id, body.name);
  return { data: { id } };
});

export const DELETE = route(null, null, async ({ viewer, id }) => {
  await removePasskey(viewer, id);
  await giveCookie(await beginSignIn(viewer.userId, madeFrom(await headers())));
  return { data: { id } };
});
