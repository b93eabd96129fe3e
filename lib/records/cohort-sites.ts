// Teams beside each other: of each, the sums of its counted courses with a score in one window (SiteSums), as JSON.
import type { CohortDefinition } from "@/lib/cohort/definition";
import type { AssessmentWindow } from "@/lib/course/windows";
import { WINDOWS } from "@/lib/course/windows-table";
import { Prisma } from "@/prisma/generated/client";
import { askedForSql, laterSql, leftAfterSql } from "./cohort-chosen";

interface Compared {
  /** On `f`, both. */
  scope: Prisma.Sql;
  series: Prisma.Sql;
  against: AssessmentWindow;
}

export function sitesSql(definition: CohortDefinition, { scope, series, against }: Compared): Prisma.Sql {
  const within = Prisma.sql`${scope} AND ${series} AND ${askedForSql(definition)}`;
  const [from, to] = [Prisma.sql`f.totals[1]::int`, Prisma.sql`f.totals[${WINDOWS.indexOf(against) + 1}::int]::int`];
  const side = (of: Prisma.Sql) => Prisma.sql`json_build_object('sum', sum(${of}), 'squares', sum(${of} * ${of}))`;
  return Prisma.sql`(SELECT json_agg(site) FROM (
    SELECT json_build_object('teamId', f.team_id, 'n', count(*), 'from', ${side(from)}, 'to', ${side(to)}, 'products', sum(${from} * ${to})) AS site
    FROM series_fact f WHERE ${within} AND ${to} IS NOT NULL AND (${leftAfterSql(definition, laterSql(definition, within))}) IS NULL GROUP BY f.team_id) t)`;
}
