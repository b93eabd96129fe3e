// From the right password to a session: the second factor is shown, or set up for the first time. Either way the token
// changes: the one between the two steps is worth nothing afterwards.
import "server-only";
import { recordAct } from "@/lib/audit";
import type { Action } from "@/lib/trail/actions";
import { prisma } from "@/lib/db";
import { Unfit } from "@/lib/records/problems";
import { asPerson, storeFactor, takeCode } from "./factors";
import { addressOf, madeFrom, requestIdOf } from "./request";
import { seal, unseal } from "./seal";
import { beginSignIn, endBetween, type Between } from "./sign-ins";
import { countAttempt, forgiveAttempt } from "./throttle";
import { newSeed, stepOf, uriOf } from "./totp";

type Headers = Parameters<typeof madeFrom>[0];
type Owner = Pick<Between, "userId" | "signInId" | "email">;

const wrong = "The code is not right. Codes change every 30 seconds, and each works once.";
const offerPurpose = ({ userId, signInId }: Owner) => `offered second factor of ${userId} in ${signInId}`;

/** A seed to be shown. It is stored nowhere until a code made from it comes back, from the same person and session. */
export function offerFactor(person: Owner): { key: string; typed: string; uri: string; offer: string } {
  const key = newSeed();
  return { key, typed: key.match(/.{4}/g)?.join(" ") ?? key, uri: uriOf(key, person.email), offer: seal(key, offerPurpose(person)) };
}

/** The code of a factor that is stored; answers with the token of a whole session. */
export async function passCode(person: Between, code: string, sent: Headers): Promise<string> {
  const kind = await counted(person, sent, () => takeCode(person.userId, code));
  await audit(kind === "recovery" ? "signed-in-by-recovery-code" : "signed-in", person, sent);
  await endBetween(person.signInId);
  return beginSignIn(person.userId, madeFrom(sent));
}

/** The code again, from somebody who is signed in. */
export async function confirmCode(person: Owner & Pick<Between, "organisation">, code: string, sent: Headers): Promise<void> {
  await counted(person, sent, () => takeCode(person.userId, code));
}

/** The first code of a factor that was offered: stores it. Every session of this person has ended then. */
export async function setUpFactor(person: Owner & Pick<Between, "organisation">, given: { offer: string; code: string }, sent: Headers): Promise<{ token: string; codes: string[] }> {
  const seed = unseal(given.offer, offerPurpose(person));
  if (seed === null) throw new Unfit({ code: "This page is too old. Load it again and scan the new picture." });
  const step = await counted(person, sent, async () => stepOf(given.code, seed, new Date()));
  const codes = await asPerson(person.userId, async (tx) => {
    const made = await storeFactor(tx, person.userId, seed, step);
    await audit("factor-set-up", person, sent, tx);
    return made;
  });
  return { token: await beginSignIn(person.userId, madeFrom(sent)), codes };
}

/** Guesses are counted apart from those at the password, and before the code is looked at. */
async function counted<T>(person: Owner & Pick<Between, "organisation">, sent: Headers, look: () => Promise<T | null>): Promise<T> {
  const account = `second factor of ${person.userId}`;
  const wait = await countAttempt(account, addressOf(sent));
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60);
    await audit("code-throttled", person, sent);
    throw new Unfit({ code: `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.` });
  }
  const found = await look();
  if (found === null) {
    await audit("code-failed", person, sent);
    throw new Unfit({ code: wrong });
  }
  await forgiveAttempt(account, addressOf(sent));
  return found;
}

function audit(action: Action, person: Owner & Pick<Between, "organisation">, sent: Headers, db: Parameters<typeof recordAct>[0] = prisma): Promise<void> {
  return recordAct(db, { action, userId: person.userId, organisationId: person.organisation.id, address: addressOf(sent), requestId: requestIdOf(sent) });
}
