// What a passkey is asked to sign: made for one session and one purpose, good for five minutes by the database's clock, and
// gone with the first answer, right or wrong. An answer made for anybody else, or for anything else, finds nothing to match.
import "server-only";
import { randomBytes } from "node:crypto";
import { asPerson } from "./factors";

const minutes = 5;

export interface Asked {
  userId: string;
  signInId: string;
}

/** "add": a new passkey signs. "show": one that is known does. */
export type Purpose = "add" | "show";

export async function askFor(purpose: Purpose, { userId, signInId }: Asked): Promise<Uint8Array<ArrayBuffer>> {
  const made = new Uint8Array(randomBytes(32));
  const challenge = Buffer.from(made).toString("base64url");
  await asPerson(userId, (tx) => tx.$executeRaw`
    INSERT INTO passkey_challenge (sign_in_id, purpose, user_id, challenge, expires_at)
    VALUES (${signInId}::uuid, ${purpose}, ${userId}::uuid, ${challenge}, now() + make_interval(mins => ${minutes}::int))
    ON CONFLICT (sign_in_id, purpose) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`);
  return made;
}

/** What was asked, once; null where nothing was, or too long ago. */
export function takeAsked(purpose: Purpose, { userId, signInId }: Asked): Promise<string | null> {
  return asPerson(userId, async (tx) => {
    const taken = await tx.$queryRaw<{ challenge: string; holds: boolean }[]>`
      DELETE FROM passkey_challenge WHERE sign_in_id = ${signInId}::uuid AND purpose = ${purpose} AND user_id = ${userId}::uuid
      RETURNING challenge, expires_at > now() AS holds`;
    return taken[0]?.holds ? taken[0].challenge : null;
  });
}
