// The session's cookie, where it is not the sign-in form's to give: after a step up, for example.
import "server-only";
import { cookies } from "next/headers";
import { secure } from "@/lib/env";
import { cookieName } from "./request";
import { longest } from "./sign-ins";

export async function giveCookie(token: string): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName, token, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: longest.hours * 3600 });
}
