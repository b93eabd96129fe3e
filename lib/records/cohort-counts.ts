// A group counted by PostgreSQL (lib/cohort/counts.ts), out of what was derived when the records were written: one statement, and
// for a hundred thousand patients no more rows than for a hundred. Who may see which is said by whoever asks, and again by
// row-level security. What it says is what count-rows.ts says of the rows: cohort-counts.db.test.ts holds the two together.
import type { CohortCounts } from "@/lib/cohort/counts";
import { windowDays } from "@/lib/cohort/count-rows";
import type { CohortQuestion } from "@/lib/cohort/definition";
import { improvedBy } from "@/lib/cohort/outcomes";
import { addParts, unpackParts } from "@/lib/cohort/part-sums";
import { improvedUpTo } from "@/lib/cohort/series";
import { mayBeTested } from "@/lib/cohort/sudden";
import { LEFT_OUT, type LeftOut, type SuddenTallies } from "@/lib/cohort/tallies";
import { calendarDay } from "@/lib/course/calendar";
import type { AssessmentWindow } from "@/lib/course/windows";
import { WINDOWS } from "@/lib/course/windows-table";
import type { PlainTx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { chosenSql } from "./cohort-chosen";

/** One patient's scores as the page draws them behind the mean: [week, total], without anything that names the patient. */
export type CohortLine = readonly (readonly [week: number, total: number])[];

export interface Counted {
  counts: CohortCounts;
  /** Of the patients counted, at most as many as asked for, the same each time. */
  lines: readonly CohortLine[];
  protocols: readonly string[];
}

interface Asked {
  question: CohortQuestion;
  against: AssessmentWindow;
  now: Date;
  lines: number;
}

type Numbers<K extends string> = Record<K, number>;

interface Found {
  flow: { reason: LeftOut | null; n: number }[];
  counted: number;
  cells: { place: number; from: number; to: number | null; fate: "scored" | "discontinued" | "open" | "missing"; n: number }[];
  days: Numbers<"day" | "events" | "censored">[] | null;
  growth: Numbers<"n" | "d" | "dd" | "patients" | "y" | "dy" | "yy" | "y2" | "ydy" | "dy2">[];
  steps: Numbers<"week" | "tested" | "gains" | "losses" | "reversed">[];
  tested: Numbers<"patients" | "withGain">;
  doses: (Numbers<"number" | "given" | "events" | "serious" | "withEvent"> & { mg: number | null; dissociation: number | null })[];
  sites: { teamId: string; from: number; to: number; n: number }[];
  parts: { window: AssessmentWindow; answered: number; n: number; parts: string }[];
  lines: [day: number, total: number][][];
}

const json = (rows: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) r)`;

/** What became of each window, all windows in one pass. */
function cellsSql(): Prisma.Sql {
  const each = (of: (place: number) => string) => Prisma.raw(WINDOWS.map((_, at) => of(at + 1)).join(", "));
  const fates = WINDOWS.map((window, at) => {
    const [place, [first, last]] = [Prisma.raw(String(at + 1)), windowDays(window)];
    return Prisma.sql`totals[${place}] AS ${Prisma.raw(`t${at + 1}`)}, CASE WHEN totals[${place}] IS NOT NULL THEN 'scored' WHEN status = 'discontinued' AND end_day < ${first}::int THEN 'discontinued'
      WHEN today <= ${last}::int THEN 'open' ELSE 'missing' END AS ${Prisma.raw(`f${at + 1}`)}`;
  });
  return Prisma.sql`
    SELECT array_position(ARRAY[${each((place) => `grouping(f${place})`)}], 0) AS place, base AS "from", coalesce(${each((place) => `t${place}`)}) AS "to", coalesce(${each((place) => `f${place}`)}) AS fate, count(*) AS n
    FROM (SELECT totals[1] AS base, ${Prisma.join(fates)} FROM counted) w GROUP BY GROUPING SETS (${each((place) => `(base, t${place}, f${place})`)})`;
}

/** All courses within `scope` (on `f`). */
export async function readCohortCounts(tx: PlainTx, scope: Prisma.Sql, { question, against, now, lines }: Asked): Promise<Counted> {
  const { definition, measure, rule } = question;
  // The planner has no way of knowing how many of a statement's own rows are left, and would look each up by itself, or sort them.
  await tx.$queryRaw`SELECT set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true)`;
  const kinds = await tx.$queryRaw<{ zone: string; protocols: string[] | null }[]>`
    SELECT f.zone, array_agg(DISTINCT f.protocol) FILTER (WHERE f.protocol IS NOT NULL) AS protocols FROM course_fact f WHERE ${scope} GROUP BY f.zone`;
  const points = definition.suddenPoints;
  const covered = rule !== null && rule.recalls.includes(definition.recall);
  const most = covered ? improvedUpTo(measure.range, (from, to) => improvedBy(rule, from, to)) : [];
  const series = Prisma.sql`f.measure = ${definition.measure} AND f.recall = ${definition.recall}::"Recall"`;
  const days = kinds.map(({ zone }) => calendarDay(now, zone));
  const [found] = await tx.$queryRaw<[Found]>`
    WITH ${chosenSql(definition, { scope, series, zones: kinds.map(({ zone }) => zone), days })},
    counted AS MATERIALIZED (SELECT DISTINCT ON (patient_id) * FROM chosen WHERE reason IS NULL ORDER BY patient_id, start_day, course_id),
    drawn AS MATERIALIZED (SELECT patient_id, course_id FROM counted ORDER BY uuid_hash_extended(course_id, 1), course_id LIMIT ${lines}::int)
    SELECT ${json(Prisma.sql`SELECT reason, count(*) AS n FROM chosen GROUP BY 1`)} AS flow, (SELECT count(*)::int FROM counted) AS counted,
      ${json(cellsSql())} AS cells,
      ${covered ? json(Prisma.sql`
        SELECT coalesce(met, last_day) AS day, count(met) AS events, count(*) FILTER (WHERE met IS NULL) AS censored
        FROM (SELECT last_day, low_days[width_bucket((${most}::smallint[])[totals[1] - ${measure.range.min}::int + 1], lows)] AS met FROM counted) e GROUP BY 1`) : Prisma.sql`NULL::json`} AS days,
      ${json(Prisma.sql`
        SELECT line[1] AS n, line[2] AS d, line[3] AS dd, count(*) AS patients, sum(line[4]) AS y, sum(line[5]) AS dy, sum(line[6]) AS yy,
          sum(line[4] * line[4]) AS y2, sum(line[4] * line[5]) AS ydy, sum(line[5] * line[5]) AS dy2 FROM counted GROUP BY 1, 2, 3`)} AS growth,
      ${json(Prisma.sql`
        SELECT t.week, count(*) AS tested, count(*) FILTER (WHERE t.change <= ${-points}::int) AS gains, count(*) FILTER (WHERE t.change >= ${points}::int) AS losses,
          count(*) FILTER (WHERE t.change <= ${-points}::int AND t.undone) AS reversed
        FROM counted c CROSS JOIN LATERAL unnest(c.step_weeks, c.steps, c.undone) AS t(week, change, undone) GROUP BY 1`)} AS steps,
      (SELECT json_build_object('patients', count(*), 'withGain', count(*) FILTER (WHERE steps[1] <= ${-points}::int)) FROM counted WHERE cardinality(steps) > 0) AS tested,
      ${json(Prisma.sql`
        SELECT d.number, d."givenMg" AS mg, d."peakDissociation" AS dissociation, count(*) AS given, sum(d.events) AS events, sum(d.serious) AS serious, count(*) FILTER (WHERE d.events > 0) AS "withEvent"
        FROM course_fact f CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(f.doses) AS ("givenMg" float8, "peakDissociation" int, events int, serious int)) WITH ORDINALITY AS d("givenMg", "peakDissociation", events, serious, number)
        WHERE ${scope} AND (f.course_id IN (SELECT course_id FROM counted)) IS TRUE GROUP BY 1, 2, 3`)} AS doses,
      ${json(Prisma.sql`
        SELECT team_id AS "teamId", totals[1] AS "from", totals[${WINDOWS.indexOf(against) + 1}::int] AS "to", count(*) AS n FROM counted
        WHERE totals[${WINDOWS.indexOf(against) + 1}::int] IS NOT NULL GROUP BY 1, 2, 3`)} AS sites,
      ${json(Prisma.sql`
        SELECT f."window", f.answered, count(*) AS n, sum(f.parts)::text AS parts FROM placement f
        WHERE ${scope} AND ${series} AND f."window" IS NOT NULL AND (f.course_id IN (SELECT course_id FROM counted)) IS TRUE GROUP BY 1, 2`)} AS parts,
      (SELECT coalesce(json_agg(l.scores), '[]') FROM (
        SELECT json_agg(json_build_array(f.local_day, f.total) ORDER BY f.number) AS scores
        FROM drawn JOIN placement f USING (course_id) WHERE ${scope} AND ${series} AND f.patient_id = ANY (ARRAY(SELECT patient_id FROM drawn)) GROUP BY f.course_id) l) AS lines`;
  return { counts: countsOf(found, question), lines: found.lines.map((line) => line.map(([day, total]) => [day / 7, total] as const)), protocols: [...new Set(kinds.flatMap(({ protocols }) => protocols ?? []))].toSorted() };
}

function countsOf(found: Found, { definition, measure }: CohortQuestion): CohortCounts {
  const { counted, days, growth, steps, tested, doses, sites } = found;
  const sum = (of: (reason: LeftOut | null) => boolean) => found.flow.filter(({ reason }) => of(reason)).reduce((all, { n }) => all + n, 0);
  const many = measure.items.length + measure.clusters.length;
  const sudden: SuddenTallies = { ...tested, steps };
  return {
    all: sum(() => true),
    leftOut: Object.fromEntries(LEFT_OUT.map((reason) => [reason, reason === "later-course" ? sum((each) => each === null) - counted : sum((each) => each === reason)])) as Record<LeftOut, number>,
    counted,
    cells: found.cells.map(({ place, ...cell }) => ({ window: WINDOWS[place - 1] as AssessmentWindow, ...cell })),
    parts: WINDOWS.map((window) => ({
      window,
      sums: found.parts.filter((each) => each.window === window).map(({ n, ...packed }) => unpackParts(n, packed, many)).reduce(addParts, unpackParts(0, { answered: 0, parts: "0" }, many)),
    })),
    days,
    growth,
    sudden: mayBeTested(definition.recall) ? sudden : null,
    doses,
    sites,
  };
}
