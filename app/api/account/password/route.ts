import { headers } from "next/headers";
import { route } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { madeFrom } from "@/lib/auth/request";
import { beginSignIn } from "@/lib/auth/sign-ins";
import { changePassword } from "@/lib/records/own-password";
import { passwordChange } from "@/lib/schemas/account";

export const PUT = route(null, passwordChange, async ({ viewer, body }) => {
  await changePassword(viewer, body);
  await giveCookie(await beginSignIn(viewer.userId, madeFrom(await headers())));
  return { data: { href: "/account" } };
});
