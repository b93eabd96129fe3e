// Which patients a page of the caseload shows, in which order, and how many there are of each kind: chosen from the facts kept
// beside the records (facts.ts), in one statement over the viewer's own. A page begins after or before a patient, wherever that
// patient stands by now, so that nobody is passed over when the list moves.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { IN_ROOM_HOURS } from "@/lib/course/day-list";
import type { PlainTx } from "@/lib/db";
import type { CaseloadAsk, CaseloadPage } from "@/lib/schemas/caseload";
import { Prisma } from "@/prisma/generated/client";
import { basisOf } from "./facts";
import { likeTo, wordsOf } from "./name-keys";
import { theirFactsSql } from "./scope";

export interface Choice extends Pick<CaseloadPage, "found" | "ahead" | "counts" | "outdated" | "protocols"> {
  ids: string[];
}

/** `named`: these instead of whom the words find. */
export async function choosePatients(tx: PlainTx, viewer: Viewer, ask: CaseloadAsk, atMost: number, named: readonly string[] | null = null): Promise<Choice> {
  // Of few, what is due is asked for one by one; of all, at once.
  const fewDue = typed(ask.query).length > 0 ? Prisma.sql`AND f.patient_id IN (SELECT patient_id FROM matched)` : Prisma.empty;
  const [chosen] = await tx.$queryRaw<(Omit<Choice, "counts"> & Choice["counts"])[]>`
    WITH matched AS (SELECT f.* FROM patient_fact f WHERE ${theirFactsSql(viewer)} ${named === null ? Prisma.sql`${matching(ask)} ${within(ask)}` : Prisma.sql`AND f.patient_id = ANY (${[...named]}::uuid[])`}),
    due AS (
      SELECT f.patient_id, min(f.due) AS due, bool_or(f.late_at <= now()) AS overdue, bool_or(f.due_at <= now() AND f.late_at > now()) AS today,
        bool_or(f.late_at <= now() AND (now() AT TIME ZONE f.zone)::date - f.due >= ${viewer.organisation.settings.attention.overdue.days}) AS long_overdue
      FROM due_item f WHERE ${theirFactsSql(viewer)} AND f.closes_at > now() ${fewDue} GROUP BY f.patient_id),
    flagged AS MATERIALIZED (
      SELECT f.patient_id, f.name_key, f.number_key, f.latest, f.change, f.day_zero, f.prompts > 0 AS prompted, f.protocol, f.basis, due.due, coalesce(due.overdue, false) AS overdue, coalesce(due.today, false) AS today,
        ${calling(viewer, null)} AS calls, coalesce(f.in_room_since > now() - make_interval(hours => ${IN_ROOM_HOURS}), false) AS in_room, ${passing(viewer, ask)} AS passes
      FROM matched f LEFT JOIN due USING (patient_id))
    SELECT t.*, p.ids::text[], p.ahead, (SELECT coalesce(array_agg(protocol), '{}') FROM (SELECT DISTINCT protocol FROM flagged WHERE protocol IS NOT NULL ORDER BY protocol) d) AS protocols
    FROM (
      SELECT count(*)::int AS all, count(*) FILTER (WHERE today)::int AS due, count(*) FILTER (WHERE overdue)::int AS overdue, count(*) FILTER (WHERE calls)::int AS attention,
        count(*) FILTER (WHERE in_room)::int AS room, count(*) FILTER (WHERE passes)::int AS found, count(*) FILTER (WHERE basis <> ${basisOf(viewer.organisation)})::int AS outdated
      FROM flagged) t,
    (${page(ask, atMost)}) p`;
  const { all, due, overdue: late, attention, room, ...rest } = chosen!;
  return { ...rest, counts: { all, due, overdue: late, attention, room } };
}

/** The ids of the page, and how many come before it. From the beginning the first are found without sorting the rest. */
function page(ask: CaseloadAsk, atMost: number): Prisma.Sql {
  const cursor = ask.before ?? ask.after;
  const order = orderOf(ask);
  if (cursor === null) return Prisma.sql`SELECT coalesce(array_agg(patient_id), '{}') AS ids, 0 AS ahead FROM (SELECT patient_id FROM flagged WHERE passes ORDER BY ${order} LIMIT ${atMost}) first`;
  const backwards = ask.before !== null;
  const there = Prisma.sql`(SELECT place FROM placed WHERE patient_id = ${cursor}::uuid)`;
  // Where the patient given is no longer here, the list begins anew.
  const beyond = backwards ? Prisma.sql`place < coalesce(${there}, ${atMost + 1})` : Prisma.sql`place > coalesce(${there}, 0)`;
  return Prisma.sql`
    WITH placed AS MATERIALIZED (SELECT patient_id, passes, row_number() OVER (ORDER BY ${order}) AS place FROM flagged WHERE passes OR patient_id = ${cursor}::uuid),
    page AS (SELECT patient_id, place FROM placed WHERE passes AND ${beyond} ORDER BY place ${Prisma.raw(backwards ? "DESC" : "ASC")} LIMIT ${atMost})
    SELECT coalesce(array_agg(patient_id ORDER BY place), '{}') AS ids, (SELECT count(*)::int FROM placed WHERE passes AND place < (SELECT min(place) FROM page)) AS ahead FROM page`;
}

/** Each word typed must begin a word of the name or stand in the record number. */
function matching({ query }: CaseloadAsk): Prisma.Sql {
  const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  const words = typed(query).map((word) => {
    const name = wordsOf(word).join(" ");
    const number = Prisma.sql`f.number_key LIKE ${`%${escaped(word.toLowerCase())}%`}`;
    return Prisma.sql`AND (${name === "" ? number : Prisma.sql`f.name_words LIKE ${`% ${escaped(name)}%`} OR ${number}`})`;
  });
  return words.length > 0 ? Prisma.join(words, " ") : Prisma.empty;
}

const typed = (query: string): string[] => query.trim().split(/[\s,]+/).filter(Boolean).slice(0, 6);

function within({ team, protocol }: CaseloadAsk): Prisma.Sql {
  const chosen = [...(team === null ? [] : [Prisma.sql`AND f.team_id = ${team}::uuid`]), ...(protocol === null ? [] : [Prisma.sql`AND f.protocol = ${protocol}`])];
  return chosen.length > 0 ? Prisma.join(chosen, " ") : Prisma.empty;
}

/**
 * Whose name is like what was typed, where it finds nobody: a letter too many, two that changed places. Compared here, and not by an
 * index of pg_trgm: row-level security lets no index be asked for likeness before it has said whose row it is.
 */
export async function namesLike(tx: PlainTx, viewer: Viewer, ask: CaseloadAsk): Promise<string[]> {
  const words = typed(ask.query).flatMap(wordsOf);
  if (words.length === 0 || words.some((word) => word.length < 3 || /\d/.test(word))) return [];
  const names = await tx.$queryRaw<{ id: string; words: string }[]>`
    SELECT f.patient_id::text AS id, f.name_words AS words FROM patient_fact f WHERE ${theirFactsSql(viewer)} ${within(ask)} LIMIT ${mostCompared}`;
  const isLike = likeTo(words);
  return names.filter((name) => isLike(name.words)).slice(0, mostAlike).map(({ id }) => id);
}

const mostCompared = 20_000;
const mostAlike = 100;

function passing(viewer: Viewer, { filter, reason }: CaseloadAsk): Prisma.Sql {
  const byFilter = {
    all: Prisma.sql`true`, due: Prisma.sql`coalesce(due.today, false)`, overdue: Prisma.sql`coalesce(due.overdue, false)`, attention: calling(viewer, reason),
    room: Prisma.sql`coalesce(f.in_room_since > now() - make_interval(hours => ${IN_ROOM_HOURS}), false)`,
  };
  return byFilter[filter];
}

/** Whether a patient calls for attention, for any reason or for this one. */
function calling({ organisation }: Viewer, reason: CaseloadAsk["reason"]): Prisma.Sql {
  const prompted = Prisma.sql`f.prompts > 0`;
  const waiting = organisation.settings.attention.overdue.on ? Prisma.sql`coalesce(due.long_overdue, false)` : Prisma.sql`false`;
  if (reason === null) return Prisma.sql`(${prompted} OR f.attention <> '{}' OR ${waiting})`;
  return { safety: prompted, overdue: waiting }[reason as string] ?? Prisma.sql`${reason} = ANY (f.attention)`;
}

// Who answered a safety item comes first. Rows without the value sorted by come last, whichever way it is sorted; names settle what is equal.
function orderOf({ sort, direction }: CaseloadAsk): Prisma.Sql {
  const way = Prisma.raw(direction === "asc" ? "ASC" : "DESC");
  if (sort === "name") return Prisma.sql`prompted DESC, name_key ${way}, number_key ${way}, patient_id`;
  const turned = Prisma.raw(direction === "asc" ? "DESC" : "ASC"); // the longer ago the first day, the later the day
  const value = { latest: Prisma.sql`latest ${way}`, change: Prisma.sql`change ${way}`, due: Prisma.sql`due ${way}`, day: Prisma.sql`day_zero ${turned}` }[sort];
  return Prisma.sql`prompted DESC, ${value} NULLS LAST, name_key, number_key, patient_id`;
}
