// Verifies the trail (audit_event) against its chain of seals (audit_seal), in one snapshot and in constant memory. The
// hashing is done where the rows are, by several connections at once; only a verdict for each seal comes here.
// What it cannot know by itself: a chain that was cut or written anew from some row on is whole in itself. For that
// it is held against heads that were kept elsewhere.

import { availableParallelism } from "node:os";
import pg from "pg";
import { connectionOptions } from "./connection";

/** The newest seal at some moment, as `npm run audit:head` prints it. */
export interface Head {
  seal: string;
  hash: string;
  sealedAt: string;
  events: string;
}

export interface Verdict {
  events: number;
  seals: number;
  /** Events of the last moments, which no seal covers yet. */
  unsealed: number;
  head: Head | null;
  headsCompared: number;
  /** The first thing that is wrong, in words with the number of its row; null: nothing is. */
  wrong: string | null;
}

interface Options {
  heads?: AsyncIterable<Head> | Iterable<Head>;
  connections?: number;
}

// A seal of a quiet second holds few rows, and asking costs as much as many of them.
const rowsAtOnce = 20_000;
const mostSealsAtOnce = 2_000;

export async function verifyTrail(url: string, { heads = [], connections = Math.min(8, Math.max(2, availableParallelism())) }: Options = {}): Promise<Verdict> {
  const pool = new pg.Pool({ ...connectionOptions(url, { role: null }), max: connections, statement_timeout: 0, idle_in_transaction_session_timeout: 0 });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const [first] = clients as [pg.PoolClient];
  try {
    await shareSnapshot(clients);
    const { rows: [chain] } = await first.query<{ seals: number; head: Head | null; last: string }>(shape);
    if (!chain) throw new Error("The chain has no shape.");
    // Whether the newest seal's total is the number of rows under it is judged with the seals, and told before what follows from it.
    const sealed = Number(chain.head?.events ?? 0);
    const stray = strayRows(first, sealed);
    const sealsWrong = await firstWrongSeal(clients, { last: Number(chain.last), each: sealed / Math.max(1, chain.seals), firstIsBusy: stray });
    const { events, unsealed, wrong: rowWrong } = await stray;
    const compared = await compareHeads(first, heads, chain.head);
    return { events, seals: chain.seals, unsealed, head: chain.head, headsCompared: compared.count, wrong: sealsWrong ?? rowWrong ?? compared.wrong };
  } finally {
    for (const client of clients) client.release(true);
    await pool.end();
  }
}

async function shareSnapshot([first, ...others]: pg.PoolClient[]): Promise<void> {
  const begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  const result = (await first?.query(`${begin}; SELECT pg_export_snapshot() AS id`)) as unknown as pg.QueryResult<{ id: string }>[];
  const id = result[1]?.rows[0]?.id ?? "";
  for (const client of others) await client.query(`${begin}; SET TRANSACTION SNAPSHOT ${client.escapeLiteral(id)}`);
}

const headColumns = `json_build_object('seal', number::text, 'hash', encode(hash, 'hex'), 'sealedAt', sealed_at, 'events', total::text)`;

const shape = `
  SELECT count(*)::int AS seals, coalesce(max(number), 0)::text AS last,
    (SELECT ${headColumns} FROM audit_seal ORDER BY number DESC LIMIT 1) AS head
  FROM audit_seal`;

// Each seal against the one before it, and each event against its seal.
const judgedSeals = `
  SELECT g.number::text AS number, s.number IS NOT NULL AS "isThere",
    s.hash = audit_seal_hash(p.hash, s) AND s.total = coalesce(p.total, 0) + cardinality(s.events)
      AND (p.number IS NOT NULL OR s.number = 1)
      AND (s.since = audit_since(p.sealed_at, s.sealed_at)::timestamptz(3) OR s.sealed_at = p.sealed_at AND s.since = p.since) AS follows,
    e.digests IS NOT DISTINCT FROM s.digests AND e.earliest >= s.since AS "isWhole"
  FROM generate_series($1::bigint, $2::bigint) g(number)
  LEFT JOIN audit_seal s ON s.number = g.number
  LEFT JOIN audit_seal p ON p.number = g.number - 1
  LEFT JOIN LATERAL (
    SELECT string_agg(r.digest, '') AS digests, min(r.at) AS earliest FROM (SELECT audit_digest(e) AS digest, e.at FROM audit_event e WHERE e.id = ANY (s.events) ORDER BY e.id) r
  ) e ON true
  ORDER BY g.number`;

interface JudgedSeal {
  number: string;
  isThere: boolean;
  follows: boolean | null;
  isWhole: boolean | null;
}

/** Blocks of seals are handed to whichever connection is free; the first that is wrong, in the order of the chain, is told. */
async function firstWrongSeal(clients: pg.PoolClient[], { last, each, firstIsBusy }: { last: number; each: number; firstIsBusy: Promise<unknown> }): Promise<string | null> {
  const sealsAtOnce = Math.min(mostSealsAtOnce, Math.max(1, Math.round(rowsAtOnce / Math.max(1, each))));
  let next = 1;
  const found: JudgedSeal[] = [];
  await Promise.all(
    clients.map(async (client, index) => {
      if (index === 0) await firstIsBusy;
      while (next <= last && found.length === 0) {
        const from = next;
        next += sealsAtOnce;
        const { rows } = await client.query<JudgedSeal>({ name: "judged-seals", text: judgedSeals, values: [from, Math.min(from + sealsAtOnce - 1, last)] });
        found.push(...rows.filter(({ isThere, follows, isWhole }) => !isThere || follows !== true || isWhole !== true));
      }
    }),
  );
  const [first] = found.sort((one, other) => Number(one.number) - Number(other.number));
  return first ? inWords(clients[0] as pg.PoolClient, first) : null;
}

async function inWords(client: pg.PoolClient, { number, isThere, isWhole }: JudgedSeal): Promise<string> {
  if (!isThere) return `Seal ${number} is missing.`;
  if (isWhole === true) return `Seal ${number} does not follow from the one before it: the seal was changed, or the chain before it was written anew.`;
  const { rows: [row] } = await client.query<{ id: string; fault: string }>(firstWrongRow, [number]);
  return row ? `Row ${row.id} ${row.fault} (seal ${number}).` : `Seal ${number} names its rows in an order that is not theirs.`;
}

const firstWrongRow = `
  SELECT u.id::text AS id, CASE WHEN e.id IS NULL THEN 'is missing' WHEN e.at < s.since THEN 'is dated before its seal allows' ELSE 'is not what was sealed' END AS fault
  FROM audit_seal s CROSS JOIN LATERAL unnest(s.events) WITH ORDINALITY u(id, place) LEFT JOIN audit_event e ON e.id = u.id
  WHERE s.number = $1 AND (e.id IS NULL OR e.at < s.since OR audit_digest(e) <> substring(s.digests FROM 32 * u.place::int - 31 FOR 32))
  ORDER BY u.place LIMIT 1`;

/** Events that no seal covers: the newest are waiting for theirs; any other was put in afterwards. */
async function strayRows(client: pg.PoolClient, sealed: number): Promise<{ events: number; unsealed: number; wrong: string | null }> {
  const { rows: [count] } = await client.query<{ events: number; unsealed: number }>(`
    SELECT (SELECT count(*) FROM audit_event)::float8 AS events, (SELECT count(*) FROM unsealed_audit_events(${since}))::float8 AS unsealed`);
  const { events, unsealed } = count ?? { events: 0, unsealed: 0 };
  if (events <= sealed + unsealed) return { events, unsealed, wrong: null };
  const { rows: [stray] } = await client.query<{ id: string; at: string }>(`
    SELECT e.id::text AS id, to_char(e.at, 'YYYY-MM-DD HH24:MI:SS') AS at FROM audit_event e
    WHERE e.at < ${since} AND NOT EXISTS (SELECT 1 FROM audit_seal s CROSS JOIN LATERAL unnest(s.events) sealed(id) WHERE sealed.id = e.id)
    ORDER BY e.id LIMIT 1`);
  return { events, unsealed, wrong: stray ? `Row ${stray.id} was put in afterwards: it is dated ${stray.at} UTC and was never sealed.` : null };
}

const since = "audit_since((SELECT sealed_at FROM audit_seal ORDER BY number DESC LIMIT 1), now())";

/** Every head that was kept must still be a seal of this chain, with the same hash. */
async function compareHeads(client: pg.PoolClient, heads: AsyncIterable<Head> | Iterable<Head>, present: Head | null): Promise<{ count: number; wrong: string | null }> {
  let count = 0;
  let agreed: Head | null = null;
  for await (const head of heads) {
    count += 1;
    const { rows: [seal] } = await client.query<{ hash: string; firstRow: string }>({
      name: "head", text: "SELECT encode(hash, 'hex') AS hash FROM audit_seal WHERE number = $1", values: [head.seal],
    });
    if (seal?.hash === head.hash) {
      agreed = head;
      continue;
    }
    const { rows: [first] } = await client.query<{ id: string | null }>("SELECT events[1]::text AS id FROM audit_seal WHERE number = $1", [BigInt(agreed?.seal ?? 0) + 1n]);
    const from = first?.id ? `row ${first.id}` : `the row after ${agreed?.events ?? 0} sealed ones`;
    const kept = `Seal ${head.seal} of ${head.sealedAt}, which was kept elsewhere`;
    if (!seal) return { count, wrong: `The tail was cut: the chain ends at seal ${present?.seal ?? 0}. ${kept}, is missing; ${from} is the first that may be.` };
    return { count, wrong: `The chain was written anew: ${kept}, had another hash; ${from} is the first that may differ.` };
  }
  return { count, wrong: null };
}
