// An administrator at work on their clinic: one at a time, and still an administrator while the change is made. Since nobody
// changes their own roles, a clinic is never left without one.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Unfit, type Subject } from "./problems";
import { refuse, type Tx } from "./scope";

/** Ends the transaction unless the viewer administers their clinic; the next one waits until this one has ended. */
export async function administering(tx: Tx, viewer: Viewer, on: Subject): Promise<void> {
  const organisationId = viewer.organisation.id;
  await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
  const still = await tx.user.count({ where: { id: viewer.userId, organisationId, roles: { has: "administrator" }, disabledAt: null } });
  if (still === 0) refuse(on);
}

/** Somebody else of the viewer's clinic, with the teams they are on. */
export async function findOther(tx: Tx, viewer: Viewer, id: string) {
  const on = { subject: "app_user", subjectId: id };
  await administering(tx, viewer, on);
  const person = await tx.user.findFirst({
    where: { id, organisationId: viewer.organisation.id },
    select: { roles: true, disabledAt: true, teams: { where: { leftAt: null }, select: { teamId: true } } },
  });
  if (!person) return refuse(on);
  if (id === viewer.userId) throw new Unfit({ form: "Nobody changes what they may do themselves. Ask another administrator." });
  return { roles: person.roles, disabled: person.disabledAt !== null, teamIds: person.teams.map(({ teamId }) => teamId) };
}
