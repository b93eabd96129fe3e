// The key under which one person's unsent entries lie on a device (components/dosing/kept-store.ts). It comes with the
// page, to the person it belongs to, and is stored nowhere: without a sign-in what lies there cannot be read.
import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import type { Viewer } from "./viewer";

/** What a page hands down, so that what its forms keep on the device is this person's alone. */
export const keeperOf = ({ userId }: Viewer) => ({ userId, key: deviceKey(userId) });

/** 32 bytes, base64; always the same for one person. */
function deviceKey(userId: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`kept on a device by ${userId}`).digest("base64");
}
