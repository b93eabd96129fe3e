// Invitations, for the administrators of the clinic they lead to.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { hashOf, tokenOf } from "@/lib/auth/invitation";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import type { InvitationSave } from "@/lib/schemas/invitation";
import { Stale, Unfit } from "./problems";
import { audit, inScope, refuse } from "./scope";

const days = 3;

/** The link, told to the administrator who asks under this id; the same one when asked again. */
export async function invite(viewer: Viewer, id: string, { name, email, roles, teamIds }: InvitationSave): Promise<{ link: string }> {
  await requireFresh(viewer);
  const token = tokenOf(id);
  const organisationId = viewer.organisation.id;
  const link = `${new URL("/invitation", env.NEXTAUTH_URL).href}#${token}`;
  return inScope(viewer, async (tx) => {
    if (!may(viewer, "administer")) return refuse({ subject: "invitation" });
    const before = await tx.invitation.findUnique({ where: { id } });
    if (before && (before.email !== email || before.createdById !== viewer.userId)) throw new Stale();
    if (before) return { link };
    if ((await tx.user.count({ where: { email } })) > 0) throw new Unfit({ email: "Somebody signs in with this address already" });
    const teams = await tx.careTeam.count({ where: { organisationId, id: { in: teamIds } } });
    if (teams !== teamIds.length) return refuse({ subject: "care_team" });
    await tx.$executeRaw`
      INSERT INTO invitation (id, organisation_id, email, name, roles, team_ids, token_hash, created_by_id, expires_at)
      VALUES (${id}::uuid, ${organisationId}::uuid, ${email}, ${name}, ${roles}::text[]::"Role"[], ${teamIds}::uuid[], ${hashOf(token)}, ${viewer.userId}::uuid, now() + make_interval(days => ${days}::int))`;
    await audit(tx, viewer, "invited", { subject: "invitation", subjectId: id });
    return { link };
  });
}

export async function withdrawInvitation(viewer: Viewer, id: string): Promise<void> {
  await inScope(viewer, async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { id, organisationId: viewer.organisation.id, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: new Date() } });
    if (count === 0) return refuse({ subject: "invitation", subjectId: id });
    await audit(tx, viewer, "invitation-withdrawn", { subject: "invitation", subjectId: id });
  });
}

export interface OpenInvitation {
  id: string;
  name: string;
  email: string;
  roles: string[];
  expiresAt: Date;
}

/** Those that still work, the newest first, and the teams that one may be invited into. */
export async function listInvitations(viewer: Viewer): Promise<{ open: OpenInvitation[]; teams: { id: string; name: string }[] }> {
  const organisationId = viewer.organisation.id;
  return inScope(viewer, async (tx) => ({
    open: await tx.$queryRaw<OpenInvitation[]>`
      SELECT id, name, email, roles::text[] AS roles, expires_at AS "expiresAt" FROM invitation
      WHERE organisation_id = ${organisationId}::uuid AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > now() ORDER BY created_at DESC`,
    teams: await tx.careTeam.findMany({ where: { organisationId }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  }));
}
