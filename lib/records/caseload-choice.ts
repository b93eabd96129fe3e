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
import { wordsOf } from "./name-keys";
import { theirFactsSql } from "./scope";

export interface Choice extends Pick<CaseloadPage, "found" | "ahead" | "counts" | "outdated" | "protocols"> {
  ids: string[];
}

export async function choosePatients(tx: PlainTx, viewer: Viewer, ask: CaseloadAsk, atMost: number): Promise<Choice> {
  const { overdue } = viewer.organisation.settings.attention;
  const backwards = ask.before !== null;
  const cursor = ask.before ?? ask.after;
  const [chosen] = await tx.$queryRaw<(Omit<Choice, "counts"> & Choice["counts"])[]>`
    WITH due AS (
      SELECT f.patient_id, min(f.due) AS due, bool_or(f.late_at <= now()) AS overdue, bool_or(f.due_at <= now() AND f.late_at > now()) AS today,
        bool_or(f.late_at <= now() AND (now() AT TIME ZONE f.zone)::date - f.due >= ${overdue.days}) AS long_overdue
      FROM due_item f WHERE ${theirFactsSql(viewer)} AND f.closes_at > now() GROUP BY f.patient_id),
    flagged AS (
      SELECT f.patient_id, f.name_key, f.number_key, f.latest, f.change, f.day_zero, f.prompts, f.protocol, f.basis, due.due, coalesce(due.overdue, false) AS overdue, coalesce(due.today, false) AS today,
        CASE WHEN f.prompts > 0 THEN ARRAY['safety'] ELSE '{}' END || f.attention || CASE WHEN ${overdue.on} AND due.long_overdue THEN ARRAY['overdue'] ELSE '{}' END AS reasons,
        coalesce(f.in_room_since > now() - make_interval(hours => ${IN_ROOM_HOURS}), false) AS in_room
      FROM patient_fact f LEFT JOIN due USING (patient_id)
      WHERE ${theirFactsSql(viewer)} ${matching(ask)}),
    placed AS (
      SELECT *, ${passing(ask)} AS passes, row_number() OVER (ORDER BY (prompts > 0) DESC, ${orderOf(ask)}) AS place FROM flagged)
    SELECT t.*, p.ids, (SELECT count(*)::int FROM placed WHERE passes AND place < p.first) AS ahead
    FROM (
      SELECT count(*)::int AS all, count(*) FILTER (WHERE today)::int AS due, count(*) FILTER (WHERE overdue)::int AS overdue, count(*) FILTER (WHERE reasons <> '{}')::int AS attention,
        count(*) FILTER (WHERE in_room)::int AS room, count(*) FILTER (WHERE passes)::int AS found, count(*) FILTER (WHERE basis <> ${basisOf(viewer.organisation)})::int AS outdated,
        coalesce(array_agg(DISTINCT protocol) FILTER (WHERE protocol IS NOT NULL), '{}') AS protocols
      FROM placed) t,
    (SELECT coalesce(array_agg(patient_id ORDER BY place), '{}')::text[] AS ids, min(place) AS first
      FROM (SELECT patient_id, place FROM placed WHERE passes AND ${beyond(cursor, backwards)} ORDER BY place ${Prisma.raw(backwards ? "DESC" : "ASC")} LIMIT ${atMost}) page) p`;
  const { all, due, overdue: late, attention, room, ...rest } = chosen!;
  return { ...rest, counts: { all, due, overdue: late, attention, room } };
}

/** Each word typed must begin a word of the name or stand in the record number. */
function matching({ query, team, protocol }: CaseloadAsk): Prisma.Sql {
  const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  const words = query.trim().split(/[\s,]+/).filter(Boolean).slice(0, 6).map((word) => {
    const name = wordsOf(word).join(" ");
    const number = Prisma.sql`f.number_key LIKE ${`%${escaped(word.toLowerCase())}%`}`;
    return Prisma.sql`AND (${name === "" ? number : Prisma.sql`f.name_words LIKE ${`% ${escaped(name)}%`} OR ${number}`})`;
  });
  const chosen = [...words, ...(team === null ? [] : [Prisma.sql`AND f.team_id = ${team}::uuid`]), ...(protocol === null ? [] : [Prisma.sql`AND f.protocol = ${protocol}`])];
  return chosen.length > 0 ? Prisma.join(chosen, " ") : Prisma.empty;
}

function passing({ filter, reason }: CaseloadAsk): Prisma.Sql {
  if (filter === "attention" && reason !== null) return Prisma.sql`${reason} = ANY (reasons)`;
  return { all: Prisma.sql`true`, due: Prisma.sql`today`, overdue: Prisma.sql`overdue`, attention: Prisma.sql`reasons <> '{}'`, room: Prisma.sql`in_room` }[filter];
}

// Rows without the value sorted by come last, whichever way it is sorted; names settle what is equal.
function orderOf({ sort, direction }: CaseloadAsk): Prisma.Sql {
  const way = Prisma.raw(direction === "asc" ? "ASC" : "DESC");
  if (sort === "name") return Prisma.sql`name_key ${way}, number_key ${way}, patient_id`;
  const turned = Prisma.raw(direction === "asc" ? "DESC" : "ASC"); // the longer ago the first day, the later the day
  const value = { latest: Prisma.sql`latest ${way}`, change: Prisma.sql`change ${way}`, due: Prisma.sql`due ${way}`, day: Prisma.sql`day_zero ${turned}` }[sort];
  return Prisma.sql`${value} NULLS LAST, name_key, number_key, patient_id`;
}

/** After the patient given, or before; from the beginning where there is none, or none of that id any more. */
function beyond(cursor: string | null, backwards: boolean): Prisma.Sql {
  if (cursor === null) return Prisma.sql`true`;
  const place = Prisma.sql`(SELECT place FROM placed WHERE patient_id = ${cursor}::uuid)`;
  return backwards ? Prisma.sql`place < coalesce(${place}, ${firstPage})` : Prisma.sql`place > coalesce(${place}, 0)`;
}

const firstPage = 26;
