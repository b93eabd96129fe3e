// Stepping up: what is grave enough is done only by somebody who showed within the last ten minutes that it is them. A session
// left open in a room is not enough for it. Signing in counts, and so does the second factor shown again, or the password where
// there is no factor. By then the session is a new one, under a new token.
import "server-only";
import { recordAct } from "@/lib/audit";
import { prisma } from "@/lib/db";
import { NotFresh } from "@/lib/records/problems";
import type { Confirmation } from "@/lib/schemas/passkey";
import { factorOf, hasFactor } from "./factors";
import { confirmCode, confirmPasskey } from "./second-step";
import { checkSignature } from "./signature";
import { renewSignIn } from "./sign-ins";
import type { Viewer } from "./viewer";

export async function requireFresh(viewer: Viewer): Promise<void> {
  if (!viewer.fresh) throw new NotFresh((await factorOf(viewer.userId)) ?? "password");
}

/** For what asks for the password in its own right: where there is a second factor, that too (ASVS 5.0, 7.5.1). */
export async function requireFreshFactor(viewer: Viewer): Promise<void> {
  if (!viewer.fresh && (await hasFactor(viewer.userId))) await requireFresh(viewer);
}

/** The token of the session that goes on; null where it has ended meanwhile. */
export async function confirm(viewer: Viewer, given: Confirmation, sent: Parameters<typeof confirmCode>[2]): Promise<string | null> {
  const { userId, organisation, address, requestId, signInId } = viewer;
  if (given.passkey) await confirmPasskey(viewer, given.passkey, sent);
  else if (await hasFactor(userId)) await confirmCode(viewer, given.code, sent);
  else await checkSignature(viewer, given.password);
  await recordAct(prisma, { action: "confirmed", userId, organisationId: organisation.id, address, requestId });
  return renewSignIn(signInId);
}
