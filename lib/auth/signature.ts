// A signature: the password again, from somebody who is signed in. Counted with the sign-ins of the account, so that a
// tablet left open is no better a place to guess at than the sign-in page.
import "server-only";
import { recordAct } from "@/lib/audit";
import { prisma } from "@/lib/db";
import { Unfit } from "@/lib/records/problems";
import { passwordMatches } from "./password";
import { countAttempt, forgiveAttempt } from "./throttle";
import type { Viewer } from "./viewer";

/** Returns if it is the viewer's password; otherwise says beside the field what is wrong. */
export async function checkSignature(viewer: Viewer, password: string): Promise<void> {
  const { userId, email, organisation, address, requestId } = viewer;
  const audit = (action: string) => recordAct(prisma, { action, userId, organisationId: organisation.id, address, requestId });
  const wait = await countAttempt(email, address);
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
  await forgiveAttempt(email, address);
}
