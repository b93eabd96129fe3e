import { headers } from "next/headers";
import { route } from "@/app/api/answer";
import { giveCookie } from "@/lib/auth/cookie";
import { requireFreshFactor } from "@/lib/auth/fresh";
import { setUpFactor } from "@/lib/auth/second-step";
import { checkSignature } from "@/lib/auth/signature";
import { removeOwnFactor } from "@/lib/records/own-factor";
import { factorChange, signed } from "@/lib/schemas/account";

export const POST = route(null, factorChange, async ({ viewer, body }) => {
  await requireFreshFactor(viewer);
  await checkSignature(viewer, body.password);
  const { token, codes } = await setUpFactor(viewer, body, await headers());
  await giveCookie(token);
  return { data: { codes } };
});

export const DELETE = route(null, signed, async ({ viewer, body }) => {
  await removeOwnFactor(viewer, body.password);
  return { data: { href: "/sign-in?next=/account" } };
});
