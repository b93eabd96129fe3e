// A browser in which somebody has given their password before. It opens nothing; it is only counted apart from strangers
// when passwords are guessed (OWASP's "device cookies"), so that guessing from elsewhere does not shut its owner out.
import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { env, secure } from "@/lib/env";

const name = secure ? "__Host-courseline-device" : "courseline-device";
const days = 180;

const proofOf = (email: string, device: string) => createHmac("sha256", env.NEXTAUTH_SECRET).update(`device ${device} of ${email}`).digest("base64url");

/** A device's name with the proof that this person signed in there. */
export function deviceOf(email: string): string {
  const device = randomBytes(12).toString("base64url");
  return `${device}.${proofOf(email, device)}`;
}

/** The device's name, where the cookie is this person's; else null, as for a stranger. */
export function deviceIn(cookie: string | undefined, email: string): string | null {
  const [device = "", proof = ""] = (cookie ?? "").split(".");
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(email, device))];
  return device !== "" && given.length === right.length && timingSafeEqual(given, right) ? device : null;
}

export async function knownDevice(email: string): Promise<string | null> {
  return deviceIn((await cookies()).get(name)?.value, email);
}

export async function rememberDevice(email: string): Promise<void> {
  const jar = await cookies();
  if (deviceIn(jar.get(name)?.value, email) !== null) return;
  jar.set(name, deviceOf(email), { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: days * 86_400 });
}
