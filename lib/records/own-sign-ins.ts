// A person's own sessions: where they are signed in, and ending that.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { longest } from "@/lib/auth/sign-ins";
import { prisma } from "@/lib/db";
import { NotHere } from "./problems";
import { audit } from "./scope";

export interface OwnSignIn {
  id: string;
  since: Date;
  lastSeen: Date;
  address: string | null;
  browser: string | null;
  /** The one this was asked from. */
  here: boolean;
}

/** Those that still hold, this one first, then the latest. */
export async function listSignIns(viewer: Viewer): Promise<OwnSignIn[]> {
  const rows = await prisma.$queryRaw<OwnSignIn[]>`
    SELECT id, created_at AS since, last_seen_at AS "lastSeen", address, browser, id = ${viewer.signInId}::uuid AS here FROM sign_in
    WHERE user_id = ${viewer.userId}::uuid AND expires_at > now() AND last_seen_at > now() - make_interval(mins => ${longest.idleMinutes}::int)
    ORDER BY here DESC, last_seen_at DESC`;
  return rows;
}

/** Ends one of them; somebody else's is nothing here. */
export async function endOwnSignIn(viewer: Viewer, id: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.signIn.deleteMany({ where: { id, userId: viewer.userId } });
    if (count === 0) throw new NotHere();
    await audit(tx, viewer, "sign-in-ended", { subject: "sign_in", subjectId: id });
  });
}

/** Ends all but the one this was asked from; how many there were. */
export async function endOtherSignIns(viewer: Viewer): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.signIn.deleteMany({ where: { userId: viewer.userId, id: { not: viewer.signInId } } });
    if (count > 0) await audit(tx, viewer, "sign-ins-ended", { subject: "sign_in" });
    return count;
  });
}
