// From the right password to a session: the second factor is shown, or set up for the first time. Either way the token
// changes: the one between the two steps is worth nothing afterwards.
import "server-only";
import { recordAct } from "@/lib/audit";
import type { Action } from "@/lib/trail/actions";
import { prisma } from "@/lib/db";
import { Unfit } from "@/lib/records/problems";
import type { PasskeyMade, PasskeyShown } from "@/lib/schemas/passkey";
import { seal, unseal } from "@/lib/seal";
import { Prisma } from "@/prisma/generated/client";
import { asPerson, storeFactor, storePasskey, takeCode } from "./factors";
import { madePasskey, takePasskey } from "./passkeys";
import { addressOf, madeFrom, requestIdOf } from "./request";
import { beginSignIn, endBetween, type Between } from "./sign-ins";
import { countAttempt, forgiveAttempt } from "./throttle";
import { newSeed, stepOf, uriOf } from "./totp";

type Headers = Parameters<typeof madeFrom>[0];
type Owner = Pick<Between, "userId" | "signInId" | "email">;
type Member = Owner & Pick<Between, "organisation">;

const wrong = {
  code: "The code is not right. Codes change every 30 seconds, and each works once.",
  passkey: "This passkey was not accepted. Try again, or use a code.",
};
const offerPurpose = ({ userId, signInId }: Owner) => `offered second factor of ${userId} in ${signInId}`;

/** A seed to be shown. It is stored nowhere until a code made from it comes back, from the same person and session. */
export function offerFactor(person: Owner): { key: string; typed: string; uri: string; offer: string } {
  const key = newSeed();
  return { key, typed: key.match(/.{4}/g)?.join(" ") ?? key, uri: uriOf(key, person.email), offer: seal(key, offerPurpose(person)) };
}

/** The code of a factor that is stored; answers with the token of a whole session. */
export async function passCode(person: Between, code: string, sent: Headers): Promise<string> {
  return wholeAfter(person, await counted(person, sent, "code", () => takeCode(person.userId, code)), sent);
}

/** The same with a passkey. */
export async function passPasskey(person: Between, shown: PasskeyShown, sent: Headers): Promise<string> {
  return wholeAfter(person, await counted(person, sent, "passkey", () => takePasskey(person, shown, sent)), sent);
}

async function wholeAfter(person: Between, kind: "app" | "recovery" | "passkey", sent: Headers): Promise<string> {
  await audit(kind === "recovery" ? "signed-in-by-recovery-code" : "signed-in", person, sent);
  await endBetween(person.signInId);
  return beginSignIn(person.userId, madeFrom(sent));
}

/** The code again, from somebody who is signed in. */
export async function confirmCode(person: Member, code: string, sent: Headers): Promise<void> {
  await counted(person, sent, "code", () => takeCode(person.userId, code));
}

export async function confirmPasskey(person: Member, shown: PasskeyShown, sent: Headers): Promise<void> {
  await counted(person, sent, "passkey", () => takePasskey(person, shown, sent));
}

/** The first code of a factor that was offered: stores it. Every session of this person has ended then. */
export async function setUpFactor(person: Member, given: { offer: string; code: string }, sent: Headers): Promise<{ token: string; codes: string[] }> {
  const seed = unseal(given.offer, offerPurpose(person));
  if (seed === null) throw new Unfit({ code: "This page is too old. Load it again and scan the new picture." });
  const step = await counted(person, sent, "code", async () => stepOf(given.code, seed, new Date()));
  const codes = await asPerson(person.userId, async (tx) => {
    const made = await storeFactor(tx, person.userId, seed, step);
    await audit("factor-set-up", person, sent, tx);
    return made;
  });
  return { token: await beginSignIn(person.userId, madeFrom(sent)), codes };
}

/** A passkey that was made just now: stores it, named for the browser it came from. Recovery codes where it is the first factor. */
export async function setUpPasskey(person: Member, made: PasskeyMade, sent: Headers): Promise<{ token: string; codes: string[] }> {
  const { id, publicKey, counter } = await counted(person, sent, "passkey", () => madePasskey(person, made, sent));
  const name = madeFrom(sent).browser ?? "Passkey";
  const codes = await asPerson(person.userId, async (tx) => {
    const given = await storePasskey(tx, person.userId, { credentialId: id, publicKey, counter, transports: made.response.transports, name });
    await audit("passkey-added", person, sent, tx);
    return given;
  }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw new Unfit({ passkey: wrong.passkey });
    throw error;
  });
  return { token: await beginSignIn(person.userId, madeFrom(sent)), codes };
}

/** Guesses are counted apart from those at the password, and before the code is looked at. */
async function counted<T>(person: Member, sent: Headers, field: "code" | "passkey", look: () => Promise<T | null>): Promise<T> {
  const account = `second factor of ${person.userId}`;
  const wait = await countAttempt(account, addressOf(sent));
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60);
    await audit("code-throttled", person, sent);
    throw new Unfit({ [field]: `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.` });
  }
  const found = await look();
  if (found === null) {
    await audit(`${field}-failed`, person, sent);
    throw new Unfit({ [field]: wrong[field] });
  }
  await forgiveAttempt(account, addressOf(sent));
  return found;
}

function audit(action: Action, person: Member, sent: Headers, db: Parameters<typeof recordAct>[0] = prisma): Promise<void> {
  return recordAct(db, { action, userId: person.userId, organisationId: person.organisation.id, address: addressOf(sent), requestId: requestIdOf(sent) });
}
