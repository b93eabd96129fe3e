// What every request carries besides its body: the cookie's name and where it came from.
import "server-only";
import { randomUUID } from "node:crypto";
import { env, secure } from "@/lib/env";

export const cookieName = secure ? "__Host-courseline" : "courseline";

type Headers = { get(name: string): string | null };

/** The address of the browser. Behind a proxy that is trusted, the last one it added; otherwise the socket's own. */
export function addressOf(headers: Headers): string | null {
  const forwarded = headers.get("x-forwarded-for");
  if (!forwarded) return null;
  const hops = forwarded.split(",").map((hop) => hop.trim());
  return (env.TRUST_PROXY === "1" ? hops.at(-1) : hops[0]) ?? null;
}

export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id")?.slice(0, 64) ?? randomUUID();
}
