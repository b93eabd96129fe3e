// A person's own second factors: what they may know of them, naming and removing them, and recovery codes made anew. The last
// factor goes only where one may do without. An administrator may reset somebody's, all of them at once.
import "server-only";
import { factorIn, holdFactors, isFactorRequired, makeRecoveryCodes, removeFactor } from "@/lib/auth/factors";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import { checkSignature } from "@/lib/auth/signature";
import type { Viewer } from "@/lib/auth/viewer";
import { Unfit } from "./problems";
import { audit, inScope, refuse, type Tx } from "./scope";

export interface OwnFactor {
  app: boolean;
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  required: boolean;
  codesLeft: number;
}

export async function readOwnFactor(viewer: Viewer): Promise<OwnFactor> {
  const { userId } = viewer;
  return inScope(viewer, async (tx) => ({
    app: (await tx.secondFactor.count({ where: { userId } })) > 0,
    passkeys: await tx.passkey.findMany({ where: { userId }, select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: { createdAt: "asc" } }),
    required: isFactorRequired(viewer.organisation),
    codesLeft: await tx.recoveryCode.count({ where: { userId, usedAt: null } }),
  }));
}

const onlyOne = "This is your only second factor, and this clinic does not work without one. Set up another first.";
const ownOf = (viewer: Viewer) => ({ subject: "app_user", subjectId: viewer.userId });

/** The authenticator app. */
export async function removeOwnFactor(viewer: Viewer, password: string): Promise<void> {
  await requireFresh(viewer);
  const { required, passkeys } = await readOwnFactor(viewer);
  if (required && passkeys.length === 0) throw new Unfit({ password: onlyOne });
  await checkSignature(viewer, password);
  await inScope(viewer, async (tx) => {
    await holdFactors(tx, viewer.userId);
    if ((await tx.secondFactor.deleteMany({ where: { userId: viewer.userId } })).count === 0) return;
    await afterRemoval(tx, viewer, "password");
    await audit(tx, viewer, "factor-removed", ownOf(viewer));
  });
}

/** Ends every session of theirs; somebody else's passkey is nothing here. */
export async function removePasskey(viewer: Viewer, id: string): Promise<void> {
  await requireFresh(viewer);
  await inScope(viewer, async (tx) => {
    await holdFactors(tx, viewer.userId);
    const on = { subject: "passkey", subjectId: id };
    if ((await tx.passkey.deleteMany({ where: { id, userId: viewer.userId } })).count === 0) refuse(on);
    await afterRemoval(tx, viewer, "passkey");
    await audit(tx, viewer, "passkey-removed", on);
  });
}

/** Without a factor left, recovery codes are for nothing; where one is needed, none of it happened. */
async function afterRemoval(tx: Tx, viewer: Viewer, field: "password" | "passkey"): Promise<void> {
  if ((await factorIn(tx, viewer.userId)) !== null) return;
  if (isFactorRequired(viewer.organisation)) throw new Unfit({ [field]: onlyOne });
  await tx.recoveryCode.deleteMany({ where: { userId: viewer.userId } });
}

export async function namePasskey(viewer: Viewer, id: string, name: string): Promise<void> {
  await inScope(viewer, async (tx) => {
    const on = { subject: "passkey", subjectId: id };
    if ((await tx.passkey.updateMany({ where: { id, userId: viewer.userId }, data: { name } })).count === 0) refuse(on);
    await audit(tx, viewer, "passkey-renamed", on);
  });
}

/** Told this once; the ones before are dead. */
export async function renewRecoveryCodes(viewer: Viewer): Promise<string[]> {
  await requireFresh(viewer);
  return inScope(viewer, async (tx) => {
    if ((await factorIn(tx, viewer.userId)) === null) throw new Unfit({ codes: "Set up a second factor first: recovery codes come with it." });
    await audit(tx, viewer, "recovery-codes-renewed", ownOf(viewer));
    return makeRecoveryCodes(tx, viewer.userId);
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
