// The people of a clinic, for its administrators. There are no patients in here.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { prisma } from "@/lib/db";
import type { Role } from "@/prisma/generated/enums";
import { audit, inScope, inScopeOrNull, refuse } from "./scope";

const shown = { id: true, name: true, email: true, roles: true, disabledAt: true, secondFactor: { select: { id: true } }, passkeys: { select: { id: true }, take: 1 } } as const;

export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  disabled: boolean;
  hasFactor: boolean;
}

export async function listPeople(viewer: Viewer): Promise<(Person & { teams: string[] })[]> {
  const people = await inScope(viewer, (tx) => tx.user.findMany({
    where: { organisationId: viewer.organisation.id },
    select: { ...shown, teams: { where: { leftAt: null }, select: { team: { select: { name: true } } } } },
    orderBy: { name: "asc" },
  }));
  await audit(prisma, viewer, "opened", { subject: "people" });
  return people.map(({ teams, ...person }) => ({ ...personFrom(person), teams: teams.map(({ team }) => team.name) }));
}

/** One person, the teams they are and were on, the newest first, and the teams there are; or null. */
export async function readPerson(viewer: Viewer, id: string) {
  const organisationId = viewer.organisation.id;
  return inScopeOrNull(viewer, async (tx) => {
    const found = await tx.user.findFirst({
      where: { id, organisationId },
      select: { ...shown, teams: { select: { teamId: true, joinedAt: true, leftAt: true, team: { select: { name: true } } }, orderBy: { joinedAt: "desc" } } },
    });
    const on = { subject: "app_user", subjectId: id };
    if (!found) return refuse(on);
    await audit(tx, viewer, "opened", on);
    const { teams: memberships, ...person } = found;
    const all = await tx.careTeam.findMany({ where: { organisationId }, select: { id: true, name: true }, orderBy: { name: "asc" } });
    return { person: personFrom(person), memberships, teams: all };
  });
}

function personFrom({ disabledAt, secondFactor, passkeys, ...person }: Omit<Person, "disabled" | "hasFactor"> & { disabledAt: Date | null; secondFactor: unknown; passkeys: unknown[] }): Person {
  return { ...person, disabled: disabledAt !== null, hasFactor: secondFactor !== null || passkeys.length > 0 };
}
