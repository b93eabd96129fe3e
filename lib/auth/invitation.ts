// Following an invitation: the one way to become somebody here without the command line. Its token stands in the part of the
// link that a browser sends to no server, so it is in no log; of an invitation that is unknown, used, withdrawn or too old
// nothing is said but that it no longer works.
import "server-only";
import { createHash, createHmac } from "node:crypto";
import { recordAct } from "@/lib/audit";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { Unfit } from "@/lib/records/problems";
import { isFactorRequired } from "./factors";
import { problemOf } from "./new-password";
import { hashPassword } from "./password";
import { addressOf, madeFrom, requestIdOf } from "./request";
import { beginSignIn } from "./sign-ins";

type Headers = Parameters<typeof madeFrom>[0];

/** 256 bits that follow from the invitation's id and a secret of the server's: asked for again, the link is the same. */
export function tokenOf(invitationId: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`invitation ${invitationId}`).digest("base64url");
}

export const hashOf = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

export interface Invited {
  name: string;
  email: string;
  clinic: string;
}

const over = "This invitation no longer works. Ask whoever sent it for a new one.";

async function find(token: string) {
  const rows = await prisma.$queryRaw<(Invited & { clinicId: string; synthetic: boolean })[]>`
    SELECT name, email, clinic, clinic_id AS "clinicId", synthetic FROM open_invitation(${hashOf(token)})`;
  if (!rows[0]) throw new Unfit({ form: over });
  return rows[0];
}

export async function readInvitation(token: string): Promise<Invited> {
  const { name, email, clinic } = await find(token);
  return { name, email, clinic };
}

/** Makes the person, once; answers with the token of their first session, in which the second factor is set up. */
export async function acceptInvitation({ token, next }: { token: string; next: string }, sent: Headers): Promise<{ token: string; stage: "setup" | "full" }> {
  const { name, email, clinic, clinicId, synthetic } = await find(token);
  const problem = problemOf(next, { known: [name, email, clinic], factor: false });
  if (problem !== null) throw new Unfit({ next: problem });
  const passwordHash = await hashPassword(next);
  const userId = await prisma.$transaction(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string | null }[]>`SELECT accept_invitation(${hashOf(token)}, ${passwordHash}) AS id`;
    if (!made?.id) throw new Unfit({ form: over });
    await recordAct(tx, { action: "invitation-accepted", userId: made.id, organisationId: clinicId, subject: "app_user", subjectId: made.id, address: addressOf(sent), requestId: requestIdOf(sent) });
    return made.id;
  });
  const stage = isFactorRequired({ synthetic }) ? "setup" : "full";
  return { token: await beginSignIn(userId, madeFrom(sent), stage), stage };
}
