// The people of a clinic, for its administrators. There are no patients in here.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { prisma } from "@/lib/db";
import { audit, inScope } from "./scope";

export async function listPeople(viewer: Viewer) {
  const people = await inScope(viewer, (tx) => tx.user.findMany({
    where: { organisationId: viewer.organisation.id },
    select: { id: true, name: true, email: true, roles: true, disabledAt: true, secondFactor: { select: { id: true } }, teams: { where: { leftAt: null }, select: { team: { select: { name: true } } } } },
    orderBy: { name: "asc" },
  }));
  await audit(prisma, viewer, "opened", { subject: "people" });
  return people.map(({ teams, disabledAt, secondFactor, ...person }) => ({ ...person, disabled: disabledAt !== null, hasFactor: secondFactor !== null, teams: teams.map(({ team }) => team.name) }));
}
