// Time-based one-time codes as authenticator apps make them (RFC 6238): six digits, SHA-1, a new one each 30 seconds.
import { Secret, TOTP } from "otpauth";

const period = 30;

/** 160 bits at random, in base32 as the apps take it. */
export function newSeed(): string {
  return new Secret({ size: 20 }).base32;
}

const appOf = (seed: string, label: string) => new TOTP({ issuer: "Courseline", label, algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(seed) });

/** What the picture that an app scans says. */
export function uriOf(seed: string, email: string): string {
  return appOf(seed, email).toString();
}

/** The step of the clock the code belongs to, one step early or late allowed (RFC 6238, 5.2), or null where it is not right. */
export function stepOf(code: string, seed: string, now: Date): number | null {
  const typed = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return null;
  const delta = appOf(seed, "").validate({ token: typed, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
