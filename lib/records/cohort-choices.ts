// What a group can be chosen by, of whoever asks: their teams, and the protocols of the courses they may see. Read beside a
// group's figures, and alone while what was asked for is wrong and there are none.
import "server-only";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { PlainTx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { audit, inGroupScope } from "./scope";

export interface CohortChoices {
  protocols: readonly string[];
  teams: readonly { id: string; name: string }[];
}

export function readCohortChoices(viewer: Viewer): Promise<CohortChoices> {
  const note = (tx: PlainTx) => audit(tx, viewer, "listed", { subject: "cohort" });
  return inGroupScope(viewer, note, async (tx) => {
    const teams = await readTeams(tx, viewer);
    if (may(viewer, "research")) return { protocols: [], teams };
    const found = await tx.$queryRaw<{ protocol: string }[]>`
      SELECT DISTINCT f.protocol FROM course_fact f WHERE ${groupScope(viewer, teams)} AND f.protocol IS NOT NULL`;
    return { protocols: found.map(({ protocol }) => protocol).toSorted(), teams };
  });
}

/**
 * A researcher's are the clinic's; a clinician's those of their teams (readTeams): who was opened in an emergency is no patient of theirs.
 * Teams are named, not looked up: so workers of a statement can tell them, and at once.
 */
export function groupScope(viewer: Viewer, teams: readonly { id: string }[]): Prisma.Sql {
  const clinic = Prisma.sql`f.organisation_id = ${viewer.organisation.id}::uuid`;
  return may(viewer, "research") ? clinic : Prisma.sql`${clinic} AND f.team_id = ANY (${teams.map(({ id }) => id)}::uuid[])`;
}

export function readTeams(tx: PlainTx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT t.id, t.name FROM care_team t WHERE t.organisation_id = ${viewer.organisation.id}::uuid
      AND (${may(viewer, "research")} OR EXISTS (SELECT FROM care_team_member m WHERE m.team_id = t.id AND m.user_id = ${viewer.userId}::uuid AND m.left_at IS NULL)) ORDER BY t.name`;
}
