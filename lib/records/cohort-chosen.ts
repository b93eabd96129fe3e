// Why a course is left out of a group, as SQL: lib/cohort/flow.ts in the database's words, in two halves.
import { LEFT_WITH_BASELINE } from "@/lib/cohort/count-kinds";
import type { CohortDefinition } from "@/lib/cohort/definition";
import { packKind } from "@/lib/cohort/kinds";
import type { LeftOut } from "@/lib/cohort/tallies";
import { Prisma } from "@/prisma/generated/client";

/** What a course is, with or without a score, on `f` of either table; in the order in which it is asked. */
function otherwise({ filters }: CohortDefinition): readonly (readonly [LeftOut, Prisma.Sql])[] {
  const { protocol, medicine, route, therapy, teamId, startFrom, startTo } = filters;
  const other = (reason: LeftOut, wanted: string | null, has: Prisma.Sql) => (wanted === null ? [] : [[reason, Prisma.sql`${has} IS DISTINCT FROM ${wanted}`] as const]);
  const dates = outside(Prisma.sql`f.start_day`, Prisma.sql`date`, startFrom, startTo);
  return [
    ...other("protocol", protocol, Prisma.sql`f.protocol`),
    ...other("medicine", medicine, Prisma.sql`f.medicine::text`),
    ...other("route", route, Prisma.sql`f.route::text`),
    ...other("therapy", therapy, Prisma.sql`f.therapy::text`),
    ...other("team", teamId, Prisma.sql`f.team_id::text`),
    ...(dates === null ? [] : [["dates", dates] as const]),
  ];
}

function outside(has: Prisma.Sql, type: Prisma.Sql, from: string | number | null, to: string | number | null): Prisma.Sql | null {
  const sides = [...(from === null ? [] : [Prisma.sql`${has} < ${from}::${type}`]), ...(to === null ? [] : [Prisma.sql`${has} > ${to}::${type}`])];
  return sides.length === 0 ? null : Prisma.sql`(${Prisma.join(sides, " OR ")})`;
}

/** Of a row of course_fact: why it is left out before its scores are looked at, else null. */
export function leftOutSql(definition: CohortDefinition): Prisma.Sql {
  const asked = otherwise(definition).map(([reason, is]) => Prisma.sql`WHEN ${is} THEN ${reason}`);
  return Prisma.sql`CASE ${Prisma.join([...asked, Prisma.sql`WHEN NOT f.begun THEN 'not-begun'`], " ")} END`;
}

/** Of a row of series_fact, whose course has begun: that it is not. */
export function askedForSql(definition: CohortDefinition): Prisma.Sql {
  return Prisma.join([Prisma.sql`TRUE`, ...otherwise(definition).map(([, is]) => Prisma.sql`NOT (${is})`)], " AND ");
}

/** Of such a row: the kind of why it is left out after all, as an array, else null; `later` is true of a patient's later courses. */
export function leftAfterSql({ filters, population }: CohortDefinition, later: Prisma.Sql): Prisma.Sql {
  const place = (reason: (typeof LEFT_WITH_BASELINE)[number]) => Prisma.sql`ARRAY[${packKind({ is: "left", why: LEFT_WITH_BASELINE.indexOf(reason) })}::uuid]`;
  const severity = outside(Prisma.sql`f.totals[1]`, Prisma.sql`int`, filters.baselineFrom, filters.baselineTo);
  const asked = [
    ...(severity === null ? [] : [Prisma.sql`WHEN ${severity} THEN ${place("baseline-severity")}`]),
    ...(population === "completed" ? [Prisma.sql`WHEN f.status <> 'completed' THEN ${place("not-completed")}`] : []),
    Prisma.sql`WHEN ${later} THEN ${place("later-course")}`,
  ];
  return Prisma.sql`CASE ${Prisma.join(asked, " ")} END`;
}

/**
 * Of such a row, `within` what is asked for: whether a course of the same patient that is counted began before, of those in which the
 * same was done, where groups are told apart by it. Few have several courses: their first ones are worked out once, and looked up in an
 * object. (A window function would say it more simply, and keep the statement to one process.)
 */
export function laterSql(definition: CohortDefinition, within: Prisma.Sql, used: readonly string[] = []): Prisma.Sql {
  const whose = Prisma.raw(["f.patient_id::text", ...used.map((name) => `f.${name}::text`)].join(" || ' ' || "));
  const began = Prisma.sql`(f.start_day || ' ' || f.course_id) COLLATE "C"`;
  return Prisma.sql`f.several AND (SELECT jsonb_object_agg(whose, began) FROM (
    SELECT ${whose} AS whose, min(${began}) AS began FROM series_fact f WHERE ${within} AND f.several AND (${leftAfterSql(definition, Prisma.sql`FALSE`)}) IS NULL GROUP BY 1) n) ->> (${whose}) < ${began}`;
}
