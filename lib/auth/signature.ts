// A signature: the password again, from somebody who is signed in. Counted for their session, as strictly as sign-ins are:
// a tablet left open is no better a place to guess at, and whoever guesses at the sign-in page keeps nobody from signing.
import "server-only";
import { recordAct } from "@/lib/audit";
import type { Action } from "@/lib/trail/actions";
import { prisma } from "@/lib/db";
import { Unfit } from "@/lib/records/problems";
import { passwordMatches } from "./password";
import { countAttempt, forgiveAttempt } from "./throttle";
import type { Viewer } from "./viewer";

/** Returns if it is the viewer's password; otherwise says beside the field what is wrong. */
export async function checkSignature(viewer: Viewer, password: string): Promise<void> {
  const { userId, email, organisation, address, requestId, signInId } = viewer;
  const audit = (action: Action) => recordAct(prisma, { action, userId, organisationId: organisation.id, address, requestId });
  const wait = await countAttempt(email, address, signInId);
  if (wait > 0) {
    await audit("signature-throttled");
    const minutes = Math.ceil(wait / 60);
    throw new Unfit({ password: `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.` });
  }
  const person = await prisma.user.findUnique({ where: { id: userId }, select: { passwordHash: true, disabledAt: true } });
  if (!(await passwordMatches(person && person.disabledAt === null ? person.passwordHash : null, password))) {
    await audit("signature-failed");
    throw new Unfit({ password: "The password is not right" });
  }
  await forgiveAttempt(email, address, signInId);
}
