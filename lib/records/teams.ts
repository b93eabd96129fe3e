// The care teams of a clinic, for its administrators: made, renamed, and who is and was on each. No patients.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import type { Viewer } from "@/lib/auth/viewer";
import type { TeamSave } from "@/lib/schemas/people";
import { administering } from "./administered";
import { Changed, Unfit } from "./problems";
import { audit, inScope, inScopeOrNull, refuse } from "./scope";

/** With `was` null a new one under this id. */
export async function saveTeam(viewer: Viewer, id: string, { name, was }: TeamSave): Promise<{ created: boolean }> {
  await requireFresh(viewer);
  const organisationId = viewer.organisation.id;
  return inScope(viewer, async (tx) => {
    const on = { subject: "care_team", subjectId: id };
    await administering(tx, viewer, on);
    const present = await tx.careTeam.findFirst({ where: { id, organisationId } });
    if (was !== null && !present) return refuse(on);
    if (present?.name === name) return { created: false };
    if (present && present.name !== was) throw new Changed({ fields: { name: present.name }, known: { was: present.name } });
    const taken = await tx.careTeam.count({ where: { organisationId, id: { not: id }, name: { equals: name, mode: "insensitive" } } });
    if (taken > 0) throw new Unfit({ name: "There is a care team of this name already" });
    if (present) await tx.careTeam.updateMany({ where: { id, organisationId }, data: { name } });
    else await tx.careTeam.create({ data: { id, organisationId, name } });
    await audit(tx, viewer, present ? "team_renamed" : "team_created", on);
    return { created: !present };
  });
}

export async function listTeams(viewer: Viewer): Promise<{ id: string; name: string; people: string[] }[]> {
  const teams = await inScope(viewer, (tx) =>
    tx.careTeam.findMany({
      where: { organisationId: viewer.organisation.id },
      select: { id: true, name: true, members: { where: { leftAt: null }, select: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } } },
      orderBy: { name: "asc" },
    }),
  );
  return teams.map(({ members, ...team }) => ({ ...team, people: members.map(({ user }) => user.name) }));
}

/** One team with everyone who ever was on it, the newest first, or null. */
export async function readTeam(viewer: Viewer, id: string) {
  return inScopeOrNull(viewer, async (tx) => {
    const team = await tx.careTeam.findFirst({
      where: { id, organisationId: viewer.organisation.id },
      select: { name: true, members: { select: { joinedAt: true, leftAt: true, user: { select: { id: true, name: true } } }, orderBy: { joinedAt: "desc" } } },
    });
    const on = { subject: "care_team", subjectId: id };
    if (!team) return refuse(on);
    await audit(tx, viewer, "opened", on);
    return team;
  });
}
