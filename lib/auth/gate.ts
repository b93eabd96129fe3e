// The session gate: every page and every route asks the database here who is asking, once per request.
import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { recordDenied } from "./denied";
import { addressOf, cookieName, requestIdOf } from "./request";
import { may, type Right } from "./rights";
import { readBetween, readSignIn, type Between } from "./sign-ins";
import type { Viewer } from "./viewer";

export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const token = jar.get(cookieName)?.value;
  if (!token) return null;
  // A page that looks again by itself says so: only what a person does keeps a session from ending.
  const unattended = sent.get("x-unattended") === "1";
  return readSignIn(token, { address: addressOf(sent), requestId: requestIdOf(sent) }, { unattended });
});

/** Somebody between the password and the second factor. */
export async function currentBetween(): Promise<Between | null> {
  const token = (await cookies()).get(cookieName)?.value;
  return token ? readBetween(token) : null;
}

/** For pages: the viewer, or the sign-in page that leads back to `here`. */
export async function requireViewer(here: string, right?: Right): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (right && !may(viewer, right)) {
    await recordDenied(viewer, here);
    notFound();
  }
  return viewer;
}

/** Only an address inside this app may be returned to after signing in. */
export function safeReturn(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}
