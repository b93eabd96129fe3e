// The second factor of the person who asks, or, for an administrator, of somebody in the same clinic: taken away, so that
// they set up a new one when they next sign in.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { isFactorRequired, removeFactor } from "@/lib/auth/factors";
import { checkSignature } from "@/lib/auth/signature";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { Unfit } from "./problems";
import { audit, inScope, refuse } from "./scope";

/** What a person may know of their own. */
export async function readOwnFactor(viewer: Viewer): Promise<{ hasFactor: boolean; required: boolean; codesLeft: number }> {
  const { userId } = viewer;
  return inScope(viewer, async (tx) => ({
    hasFactor: (await tx.secondFactor.count({ where: { userId } })) > 0,
    required: isFactorRequired(viewer.organisation),
    codesLeft: await tx.recoveryCode.count({ where: { userId, usedAt: null } }),
  }));
}

/** Only where one may do without. */
export async function removeOwnFactor(viewer: Viewer, password: string): Promise<void> {
  if (isFactorRequired(viewer.organisation)) throw new Unfit({ password: "This clinic does not work without a second factor." });
  await checkSignature(viewer, password);
  await inScope(viewer, async (tx) => {
    if (await removeFactor(tx, viewer.userId)) await audit(tx, viewer, "factor-removed", { subject: "app_user", subjectId: viewer.userId });
  });
}

/** Ends that person's sessions, by the database's own trigger. */
export async function resetFactor(viewer: Viewer, userId: string): Promise<void> {
  await requireFresh(viewer);
  await inScope(viewer, async (tx) => {
    const on = { subject: "app_user", subjectId: userId };
    if (!may(viewer, "administer")) refuse(on);
    const person = await tx.user.count({ where: { id: userId, organisationId: viewer.organisation.id } });
    if (person === 0) refuse(on);
    if (await removeFactor(tx, userId)) await audit(tx, viewer, "factor-reset", on);
  });
}
