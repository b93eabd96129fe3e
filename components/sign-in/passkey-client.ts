// What the browser does with passkeys: asks our server what to sign, and the person to confirm. The answer goes back by the form
// that wanted it. Nothing is thrown; a person who closes the browser's own window is told so.
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { send, type Sent } from "@/components/ui/send";

/** Not in an old browser, and not at an address that is a number: a passkey belongs to a name. */
export function passkeysWork(): boolean {
  return typeof window.PublicKeyCredential === "function" && !/^[\d.]+$|^\[/.test(location.hostname);
}

export async function showPasskey(url: string): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialRequestOptionsJSON>("POST", url, {});
  if (!asked.ok) return asked;
  return tried(async () => (await import("@simplewebauthn/browser")).startAuthentication({ optionsJSON: asked.data }), "No passkey was used. Try again, or type a code.");
}

export async function makePasskey(url: string): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialCreationOptionsJSON>("POST", url, {});
  if (!asked.ok) return asked;
  return tried(async () => (await import("@simplewebauthn/browser")).startRegistration({ optionsJSON: asked.data }), "No passkey was made. Try again; a device that has one for you already needs no second.");
}

async function tried(act: () => Promise<unknown>, otherwise: string): Promise<Sent<unknown>> {
  try {
    return { ok: true, status: 200, data: await act() };
  } catch {
    return { ok: false, status: 0, error: { kind: "aborted", message: otherwise } };
  }
}
