// What a person may do and whose patients they see, changed by an administrator. The database ends the person's sessions.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import type { Viewer } from "@/lib/auth/viewer";
import type { PersonSave } from "@/lib/schemas/people";
import { findOther } from "./administered";
import { Changed } from "./problems";
import { audit, inScope, refuse, type Tx } from "./scope";

export async function savePerson(viewer: Viewer, id: string, { roles, teamIds, was }: PersonSave): Promise<void> {
  await requireFresh(viewer);
  await inScope(viewer, async (tx) => {
    const now = await findOther(tx, viewer, id);
    if (same(now.roles, roles) && same(now.teamIds, teamIds)) return;
    if (!same(now.roles, was.roles) || !same(now.teamIds, was.teamIds)) {
      const { roles: theirRoles, teamIds: theirTeams } = now;
      throw new Changed({ fields: { roles: theirRoles, teamIds: theirTeams }, known: { was: { roles: theirRoles, teamIds: theirTeams } } });
    }
    if (!same(now.roles, roles)) {
      await tx.user.updateMany({ where: { id, organisationId: viewer.organisation.id }, data: { roles: { set: [...new Set(roles)] } } });
      await audit(tx, viewer, "role_changed", { subject: "app_user", subjectId: id });
    }
    for (const teamId of new Set(teamIds)) if (!now.teamIds.includes(teamId)) await join(tx, viewer, teamId, id);
    for (const teamId of now.teamIds) if (!teamIds.includes(teamId)) await leave(tx, viewer, teamId, id);
  });
}

/** A disabled person is signed out at once and cannot sign in; what they wrote stays theirs. */
export async function setDisabled(viewer: Viewer, id: string, disabled: boolean): Promise<void> {
  await requireFresh(viewer);
  await inScope(viewer, async (tx) => {
    const now = await findOther(tx, viewer, id);
    if (now.disabled === disabled) return;
    await tx.$executeRaw`UPDATE app_user SET disabled_at = CASE WHEN ${disabled} THEN now() END WHERE id = ${id}::uuid AND organisation_id = ${viewer.organisation.id}::uuid`;
    await audit(tx, viewer, disabled ? "disabled" : "enabled", { subject: "app_user", subjectId: id });
  });
}

async function join(tx: Tx, viewer: Viewer, teamId: string, userId: string): Promise<void> {
  const team = await tx.careTeam.count({ where: { id: teamId, organisationId: viewer.organisation.id } });
  if (team === 0) refuse({ subject: "care_team", subjectId: teamId });
  await tx.$executeRaw`INSERT INTO care_team_member (team_id, user_id) VALUES (${teamId}::uuid, ${userId}::uuid)`;
  await audit(tx, viewer, "member_added", { subject: "care_team_member", subjectId: userId });
}

async function leave(tx: Tx, viewer: Viewer, teamId: string, userId: string): Promise<void> {
  await tx.$executeRaw`UPDATE care_team_member SET left_at = now() WHERE team_id = ${teamId}::uuid AND user_id = ${userId}::uuid AND left_at IS NULL`;
  await audit(tx, viewer, "member_removed", { subject: "care_team_member", subjectId: userId });
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).size === new Set(others).size && some.every((each) => others.includes(each));
}
