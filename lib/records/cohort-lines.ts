// The lines of single patients, of whom some are drawn by lot: by their course's id, which is random, and so the same each time.
import type { CohortDefinition } from "@/lib/cohort/definition";
import { Prisma } from "@/prisma/generated/client";
import { askedForSql, laterSql, leftAfterSql } from "./cohort-chosen";

/** One patient's scores as the page draws them behind the mean: [week, total], without anything that names the patient. */
export type CohortLine = readonly (readonly [week: number, total: number])[];

interface Drawn {
  /** On `f`, both. */
  scope: Prisma.Sql;
  series: Prisma.Sql;
  lines: number;
}

/** Of so many of those counted, as JSON, their scores by day. */
export function linesSql(definition: CohortDefinition, { scope, series, lines }: Drawn): Prisma.Sql {
  const within = Prisma.sql`${scope} AND ${series} AND ${askedForSql(definition)}`;
  const why = leftAfterSql(definition, laterSql(definition, within));
  return Prisma.sql`(
    WITH drawn AS MATERIALIZED (SELECT f.patient_id, f.course_id FROM series_fact f WHERE ${within} AND (${why}) IS NULL ORDER BY f.course_id LIMIT ${lines}::int)
    SELECT json_agg(l.scores) FROM (
      SELECT json_agg(json_build_array(f.local_day, f.total) ORDER BY f.number) AS scores
      FROM drawn JOIN placement f USING (course_id) WHERE ${scope} AND ${series} AND f.patient_id = ANY (ARRAY(SELECT patient_id FROM drawn)) GROUP BY f.course_id) l)`;
}
