// What every request carries besides its body: the cookie's name and where it came from.
import "server-only";
import { randomUUID } from "node:crypto";
import { secure } from "@/lib/env";
import { browserOf } from "./browser";

// next-auth takes every cookie whose name begins with this one for a piece of it: no other name of ours may.
export const cookieName = secure ? "__Host-courseline-session" : "courseline-session";

type Headers = { get(name: string): string | null };

/** The address of the browser, as the server's door put it there (scripts/serve.mjs): no browser can choose it. */
export function addressOf(headers: Headers): string | null {
  return headers.get("x-forwarded-for");
}

export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id")?.slice(0, 64) ?? randomUUID();
}

export function madeFrom(headers: Headers): { address: string | null; browser: string | null } {
  return { address: addressOf(headers), browser: browserOf(headers.get("user-agent")) };
}
