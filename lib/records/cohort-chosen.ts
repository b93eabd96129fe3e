// The courses a group is chosen from and why one is not counted, as SQL: lib/cohort/flow.ts in the database's words.
import type { CohortDefinition } from "@/lib/cohort/definition";
import { Prisma } from "@/prisma/generated/client";

interface Within {
  /** On `f`, both. */
  scope: Prisma.Sql;
  series: Prisma.Sql;
  /** The zones courses are in, and which day it is there. */
  zones: readonly string[];
  days: readonly string[];
}

/** Of each course the reason it is left out for, null where there is none, and of its series what is counted. */
export function chosenSql({ filters, population }: CohortDefinition, { scope, series, zones, days }: Within): Prisma.Sql {
  const { protocol, medicine, route, therapy, teamId, startFrom, startTo, baselineFrom, baselineTo } = filters;
  const other = (wanted: string | null, has: Prisma.Sql) => (wanted === null ? Prisma.sql`FALSE` : Prisma.sql`${has} IS DISTINCT FROM ${wanted}`);
  const outside = (has: Prisma.Sql, type: Prisma.Sql, from: string | number | null, to: string | number | null) => Prisma.sql`
    (${from === null ? Prisma.sql`FALSE` : Prisma.sql`${has} < ${from}::${type}`} OR ${to === null ? Prisma.sql`FALSE` : Prisma.sql`${has} > ${to}::${type}`})`;
  return Prisma.sql`
    day AS (SELECT * FROM unnest(${[...zones]}::text[], ${[...days]}::text[]) AS d(zone, today)),
    chosen AS MATERIALIZED (
      SELECT c.course_id, c.patient_id, c.team_id, c.start_day, c.status, c.end_day, day.today::date - c.start_day AS today,
        s.totals, s.line, s.lows, s.low_days, s.last_day, s.steps, s.step_weeks, s.undone,
        CASE
          WHEN ${other(protocol, Prisma.sql`c.protocol`)} THEN 'protocol'
          WHEN ${other(medicine, Prisma.sql`c.medicine::text`)} THEN 'medicine'
          WHEN ${other(route, Prisma.sql`c.route::text`)} THEN 'route'
          WHEN ${other(therapy, Prisma.sql`c.therapy::text`)} THEN 'therapy'
          WHEN ${other(teamId, Prisma.sql`c.team_id::text`)} THEN 'team'
          WHEN ${outside(Prisma.sql`c.start_day`, Prisma.sql`date`, startFrom, startTo)} THEN 'dates'
          WHEN NOT c.begun THEN 'not-begun'
          WHEN s.course_id IS NULL THEN 'no-baseline'
          WHEN ${outside(Prisma.sql`s.totals[1]`, Prisma.sql`int`, baselineFrom, baselineTo)} THEN 'baseline-severity'
          WHEN ${population === "completed" ? Prisma.sql`c.status <> 'completed'` : Prisma.sql`FALSE`} THEN 'not-completed'
        END AS reason
      FROM (SELECT f.* FROM course_fact f WHERE ${scope}) c JOIN day ON day.zone = c.zone
      LEFT JOIN (SELECT f.* FROM series_fact f WHERE ${scope} AND ${series}) s ON s.course_id = c.course_id)`;
}
