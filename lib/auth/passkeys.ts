// Passkeys (WebAuthn level 3) by a library: what the browser is asked, and whether its answer is right. A passkey belongs to
// the name in the address bar, and its owner shows themself to it (a finger, a face, a PIN) each time.
import "server-only";
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type WebAuthnCredential } from "@simplewebauthn/server";
import { isIP } from "node:net";
import { origins } from "@/lib/env";
import { Unfit } from "@/lib/records/problems";
import type { PasskeyMade, PasskeyShown } from "@/lib/schemas/passkey";
import { asPerson } from "./factors";
import { askFor, takeAsked, type Asked } from "./passkey-challenge";

type Headers = { get(name: string): string | null };

/** Where the browser says it is, which the wrapper of every route has found among our own addresses. */
function siteOf(sent: Headers): { expectedOrigin: string; expectedRPID: string } {
  const origin = sent.get("origin") ?? "";
  const host = origins.includes(origin) ? new URL(origin).hostname : "";
  if (host === "" || isIP(host.replaceAll(/[[\]]/g, "")) !== 0) throw new Unfit({ passkey: "Passkeys need an address with a name, not a number." });
  return { expectedOrigin: origin, expectedRPID: host };
}

const known = (userId: string) =>
  asPerson(userId, (tx) => tx.passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } })).then((rows) => rows.map(({ credentialId, transports }) => ({ id: credentialId, transports })));

/** What the browser is to make a new passkey from. */
export async function offerPasskey(person: Asked & { name: string; email: string }, sent: Headers) {
  const { expectedRPID: rpID } = siteOf(sent);
  return generateRegistrationOptions({
    rpName: "Courseline",
    rpID,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.userId.replaceAll("-", ""), "hex")),
    challenge: await askFor("add", person),
    excludeCredentials: await known(person.userId),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/** The passkey that was made, to be stored; null where the answer is not right, or not to what was asked. */
export async function madePasskey(person: Asked, made: PasskeyMade, sent: Headers): Promise<WebAuthnCredential | null> {
  const site = siteOf(sent);
  const expectedChallenge = await takeAsked("add", person);
  if (expectedChallenge === null) return null;
  const checked = await verifyRegistrationResponse({ ...site, response: made, expectedChallenge, requireUserVerification: true }).catch(() => null);
  return checked?.registrationInfo?.credential ?? null;
}

/** What the browser is to have signed by a passkey of this person's. */
export async function askPasskey(person: Asked, sent: Headers) {
  const { expectedRPID: rpID } = siteOf(sent);
  const allowCredentials = await known(person.userId);
  if (allowCredentials.length === 0) throw new Unfit({ passkey: "No passkey is set up." });
  return generateAuthenticationOptions({ rpID, allowCredentials, challenge: await askFor("show", person), userVerification: "required" });
}

/** Takes what a passkey signed, once; null where it is not right, not this person's, or an old one's copy. */
export async function takePasskey(person: Asked, shown: PasskeyShown, sent: Headers): Promise<"passkey" | null> {
  const site = siteOf(sent);
  const expectedChallenge = await takeAsked("show", person);
  if (expectedChallenge === null) return null;
  return asPerson(person.userId, async (tx) => {
    const passkey = await tx.passkey.findFirst({ where: { userId: person.userId, credentialId: shown.id } });
    if (!passkey) return null;
    const { id, credentialId, publicKey, counter } = passkey;
    const credential = { id: credentialId, publicKey, counter: Number(counter) };
    const checked = await verifyAuthenticationResponse({ ...site, response: shown, expectedChallenge, credential, requireUserVerification: true }).catch(() => null);
    if (!checked?.verified) return null;
    // Most count nothing and always say 0; one that counts must have counted on.
    const next = BigInt(checked.authenticationInfo.newCounter);
    const { count } = await tx.passkey.updateMany({ where: { id, counter: next === 0n ? 0n : { lt: next } }, data: { counter: next, lastUsedAt: new Date() } });
    return count === 1 ? "passkey" : null;
  });
}
