// A group counted by PostgreSQL, out of what was derived when the records were written: the kinds of what its courses add
// (lib/cohort/share.ts), each once with how often it is there, in one pass over one table. Who may see which is said by whoever
// asks, and again by row-level security. What it says is what count-rows.ts says of the rows: cohort-counts.db.test.ts holds
// the two together.
import { countKinds, type KindCount } from "@/lib/cohort/count-kinds";
import type { CohortCounts, SiteSums } from "@/lib/cohort/counts";
import type { CohortQuestion } from "@/lib/cohort/definition";
import { packKind, unpackKind } from "@/lib/cohort/kinds";
import { improvedBy } from "@/lib/cohort/outcomes";
import { groupsBeside, MOST_BESIDE, RESEARCH_FILTERS, type Treatment } from "@/lib/cohort/research-ask";
import { improvedUpTo } from "@/lib/cohort/series";
import { GAPS, OVER_FROM, OVERS } from "@/lib/cohort/standing";
import { LEFT_OUT, type LeftOut } from "@/lib/cohort/tallies";
import { calendarDay } from "@/lib/course/calendar";
import type { AssessmentWindow } from "@/lib/course/windows";
import type { PlainTx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { askedForSql, laterSql, leftAfterSql, leftOutSql } from "./cohort-chosen";
import { linesSql, type CohortLine } from "./cohort-lines";
import { sitesSql } from "./cohort-sites";

export interface Counted {
  counts: CohortCounts;
  /** The groups that differ in what was done, counted in the same pass; null where there are too many, none where none was asked for. */
  beside: readonly { question: CohortQuestion; counts: CohortCounts }[] | null;
  /** Of the patients counted, at most as many as asked for, the same each time. */
  lines: readonly CohortLine[];
  protocols: readonly string[];
}

interface Asked {
  question: CohortQuestion;
  against: AssessmentWindow;
  now: Date;
  lines: number;
  /** Whether the groups that differ in what was done are counted too. */
  beside?: boolean;
}

interface Place extends Treatment {
  zone: string;
  protocol: string | null;
}

interface Found {
  /** What was done, of groups that stand beside each other, after a space each. */
  courses: [done: string, reason: LeftOut | null, n: number][] | null;
  /** Of each kind, between commas: what was done, the kind, n, sum; kinds between semicolons. */
  kinds: string | null;
  sites: SiteSums[] | null;
  lines: [day: number, total: number][][] | null;
}

/** All courses within `scope` (on `f`). */
export async function readCohortCounts(tx: PlainTx, scope: Prisma.Sql, asked: Asked): Promise<Counted> {
  const { question, beside = false } = asked;
  const { filters } = question.definition;
  // Two workers count with it, each its own part: the planner has no way of knowing that there are fewer kinds than courses.
  await tx.$queryRaw`SELECT set_config('max_parallel_workers_per_gather', '2', true), set_config('parallel_tuple_cost', '1', true), set_config('random_page_cost', '2', true),
    set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_nestloop', 'off', true)`;
  const places = await tx.$queryRaw<Place[]>`
    SELECT DISTINCT f.zone, f.protocol, f.therapy, f.medicine, f.route FROM course_fact f WHERE ${scope}`;
  const used = beside ? LEFT_OUT.filter((name): name is Filter => (RESEARCH_FILTERS as readonly string[]).includes(name) && filters[name as Filter] !== null) : [];
  const keyOf = (of: Treatment): string => used.map((name) => ` ${of[name]}`).join("");
  const [found] = await tx.$queryRaw<[Found]>(statement(scope, asked, { zones: [...new Set(places.map(({ zone }) => zone))], used }));
  const kinds = kindsOf(found);
  const counted = (of: CohortQuestion, sites: readonly SiteSums[]): CohortCounts => {
    const key = keyOf(of.definition.filters);
    const courses = new Map<LeftOut | null, number>();
    for (const [done, itself, n] of found.courses ?? []) {
      const other = done.split(" ").slice(1);
      const reason = done === key ? itself : (used.find((name, at) => other[at] !== of.definition.filters[name]) ?? null);
      courses.set(reason, (courses.get(reason) ?? 0) + n);
    }
    return countKinds(of, { courses, kinds: kinds.get(key) ?? [], sites, covered: isCovered(question) });
  };
  const others = beside ? groupsBeside(question.definition, places) : [];
  return {
    counts: counted(question, found.sites ?? []),
    beside: others.length > MOST_BESIDE ? null : others.map((treatment) => asking(question, treatment)).map((other) => ({ question: other, counts: counted(other, []) })),
    lines: (found.lines ?? []).map((line) => line.map(([day, total]) => [day / 7, total] as const)),
    protocols: [...new Set(places.flatMap(({ protocol }) => protocol ?? []))].toSorted(),
  };
}

type Filter = (typeof RESEARCH_FILTERS)[number];

function asking(question: CohortQuestion, treatment: Partial<Treatment>): CohortQuestion {
  return { ...question, definition: { ...question.definition, filters: { ...question.definition.filters, ...treatment } } };
}

function isCovered({ definition, rule }: CohortQuestion): boolean {
  return rule !== null && rule.recalls.includes(definition.recall);
}

function kindsOf({ kinds }: Found): ReadonlyMap<string, readonly KindCount[]> {
  const found = new Map<string, KindCount[]>();
  for (const line of kinds?.split(";") ?? []) {
    const [done = "", kind = "", n = "", sum] = line.split(",");
    const list = found.get(done) ?? [];
    found.set(done, list);
    list.push({ kind: unpackKind(kind), n: Number(n), sum: sum ?? null });
  }
  return found;
}

/** Kinds of days that are looked up: some two years, from before the first dose. */
const LISTED_BEFORE = 20;
const LISTED = 1500;

interface There {
  zones: readonly string[];
  /** By what groups that stand beside each other are told apart. */
  used: readonly Filter[];
}

function statement(scope: Prisma.Sql, { question, against, now, lines }: Asked, { zones, used }: There): Prisma.Sql {
  const { measure, rule } = question;
  const { definition } = asking(question, Object.fromEntries(used.map((name) => [name, null])));
  const columns = (of: string) => Prisma.raw(used.map((name) => `${of}.${name}, `).join(""));
  const done = Prisma.raw(`concat_ws(' ', ${["''", ...used].join(", ")})`);
  const series = Prisma.sql`f.measure = ${definition.measure} AND f.recall = ${definition.recall}::"Recall"`;
  const within = Prisma.sql`${scope} AND ${series} AND ${askedForSql(definition)}`;
  const later = laterSql(definition, within, used);
  // One digit more than eight, and the tag before it, make a kind of a number; most days are in a list of kinds.
  const kindOf = (is: "standing" | "improved", number: Prisma.Sql, zero = 0) => Prisma.sql`(${packKind(is === "standing" ? { is, standing: 0 } : { is, twice: 0 }).slice(0, 23)} || to_hex(${4_294_967_296 + zero}::bigint + ${number}))::uuid`;
  const age = Prisma.sql`day.today - f.start_day`;
  const young = kindOf("standing", Prisma.sql`(f.totals[1] * ${GAPS}::bigint + f.gaps) * ${OVERS}::int + width_bucket(${age}, ${[...OVER_FROM]}::int[])`);
  const standing = Prisma.sql`CASE WHEN ${age} >= ${OVER_FROM.at(-1)}::int THEN f.kinds ELSE ARRAY[${young}] || f.kinds[2:] END`;
  const most = isCovered(question) && rule !== null ? improvedUpTo(measure.range, (before, after) => improvedBy(rule, before, after)) : null;
  const twice = Prisma.sql`coalesce(2 * f.low_days[width_bucket((${most}::smallint[])[f.totals[1] - ${measure.range.min}::int + 1], f.lows)] + 1, 2 * f.last_day)`;
  const listed = Array.from({ length: LISTED }, (_, at) => packKind({ is: "improved", twice: at - LISTED_BEFORE }));
  const improved = most === null ? Prisma.empty : Prisma.sql`coalesce((${listed}::uuid[])[${twice} + ${LISTED_BEFORE + 1}::int], ${kindOf("improved", twice, 2 ** 31)})`;
  return Prisma.sql`
    SELECT (SELECT json_agg(json_build_array(${done}, reason, n)) FROM (
        SELECT ${columns("f")}${leftOutSql(definition)} AS reason, count(*) AS n FROM course_fact f WHERE ${scope} GROUP BY ${columns("f")}reason) c) AS courses,
      (SELECT string_agg(concat_ws(',', ${done}, kind, n, sum), ';') FILTER (WHERE kind IS NOT NULL) FROM (
        SELECT ${columns("s")}kind, count(*) AS n, sum(added) FILTER (WHERE added IS NOT NULL) AS sum FROM (
          SELECT ${columns("f")}unnest(coalesce(${leftAfterSql(definition, later)}, ${standing} || ARRAY[${improved}]::uuid[])) AS kind, unnest(f.sums) AS added
          FROM series_fact f JOIN unnest(${[...zones]}::text[], ${zones.map((zone) => calendarDay(now, zone))}::text[]::date[]) AS day(zone, today) ON day.zone = f.zone WHERE ${within}) s
        GROUP BY ${columns("s")}kind) k) AS kinds,
      ${sitesSql(question.definition, { scope, series, against })} AS sites,
      ${lines === 0 ? Prisma.sql`NULL::json` : linesSql(question.definition, { scope, series, lines })} AS lines`;
}
