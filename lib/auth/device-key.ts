// The key under which one person's unsent entries lie on a device (components/dosing/kept-store.ts). It comes with the
// page, to the person it belongs to, and is stored nowhere: without a sign-in what lies there cannot be read.
import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** 32 bytes, base64; always the same for one person. */
export function deviceKey(userId: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`kept on a device by ${userId}`).digest("base64");
}
