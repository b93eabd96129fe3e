// Seals again what is not under the newest key, and what was never sealed, table by table in small transactions while the
// app serves. Works as the owner of the tables: their triggers let it change sealed texts and nothing else. Stopped half-way it
// goes on where it was, because what is done is recognised by its key; run twice, it does nothing the second time.
import type pg from "pg";
import { hasKey, newestMark } from "@/lib/seal";
import { inSql, placeOf, sealedTables } from "./sealed-columns";
import { openText, sealText, turnValue } from "./sealing";

export interface Resealed {
  sealed: number;
  /** Values that are not under the newest key after all: their key is missing, or they were changed from outside. */
  left: number;
}

type Row = Record<string, unknown>;

const atOnce = 200;
const quoted = (names: readonly string[]) => names.map((name) => `${inSql(name)} AS "${name}"`).join(", ");
const columnsOf = (model: string) => [...sealedTables[model]!.text, ...Object.keys(sealedTables[model]!.json ?? {})];

/** The texts of a column, one a row, of table `t`. */
function textsOf(model: string, column: string): string {
  const shape = sealedTables[model]!.json?.[column];
  if (shape === undefined) return `SELECT t.${inSql(column)} AS text`;
  return `SELECT each #>> '{}' AS text FROM jsonb_path_query(t.${inSql(column)}, '${shape === "each" ? "$.*" : "$[*].reason"}') AS each`;
}

const outdated = (model: string, column: string) => `EXISTS (SELECT FROM (${textsOf(model, column)}) x WHERE x.text ~ '[^ ]' AND NOT starts_with(x.text, '${newestMark()}'))`;

/** How many values of each key there are; null is the key of what is not sealed. */
export async function countKeys(client: pg.ClientBase): Promise<Map<string | null, number>> {
  const counts = new Map<string | null, number>();
  await resealingAs(client, async () => {
    for (const model of Object.keys(sealedTables)) {
      for (const column of columnsOf(model)) {
        const { rows } = await client.query<{ key: string | null; count: number }>(
          `SELECT CASE WHEN is_sealed(x.text) THEN split_part(x.text, '.', 2) END AS key, count(*)::int FROM ${inSql(model)} t, LATERAL (${textsOf(model, column)}) x WHERE x.text ~ '[^ ]' GROUP BY 1`,
        );
        for (const { key, count } of rows) counts.set(key, (counts.get(key) ?? 0) + count);
      }
    }
  });
  return counts;
}

export async function reseal(client: pg.ClientBase, say: (line: string) => void = () => {}): Promise<Resealed> {
  const total: Resealed = { sealed: 0, left: 0 };
  for (const model of Object.keys(sealedTables)) {
    const { sealed, left } = await resealTable(client, model, say);
    if (sealed + left > 0) say(`${inSql(model)}: ${sealed} rows sealed${left > 0 ? `, ${left} do not open and stay as they are` : ""}`);
    total.sealed += sealed;
    total.left += left;
  }
  return total;
}

async function resealTable(client: pg.ClientBase, model: string, say: (line: string) => void): Promise<Resealed> {
  const { key } = sealedTables[model]!;
  const [table, columns, keys] = [inSql(model), columnsOf(model), key.map(inSql).join(", ")];
  const done: Resealed = { sealed: 0, left: 0 };
  let last: unknown[] | null = null;
  for (;;) {
    const after: string = last === null ? "" : `AND (${keys}) > (${key.map((_, at) => `$${at + 1}`).join(", ")})`;
    const rows: Row[] = await resealingAs(client, async () => {
      const found = await client.query<Row>(
        `SELECT ${quoted([...key, ...columns])} FROM ${table} t WHERE (${columns.map((column) => outdated(model, column)).join(" OR ")}) ${after} ORDER BY ${keys} LIMIT ${atOnce} FOR NO KEY UPDATE`,
        last ?? [],
      );
      for (const row of found.rows) done[(await resealRow(client, model, row)) ? "sealed" : "left"] += 1;
      return found.rows;
    });
    if (rows.length < atOnce) return done;
    last = key.map((name) => rows.at(-1)![name]);
    say(`${table}: ${done.sealed} rows so far`);
  }
}

async function resealRow(client: pg.ClientBase, model: string, row: Row): Promise<boolean> {
  const { key, json = {} } = sealedTables[model]!;
  const columns = columnsOf(model);
  const whose = { ...row };
  let values: unknown[];
  try {
    values = columns.map((column) => {
      if (row[column] === null) return null;
      const place = placeOf(model, column, whose);
      const sealed = turnValue(sealText, model, column, turnValue(openText, model, column, row[column], place), place);
      return json[column] === undefined ? sealed : JSON.stringify(sealed);
    });
  } catch {
    return false;
  }
  const set = columns.map((column, at) => `${inSql(column)} = $${at + 1}`).join(", ");
  const where = key.map((name, at) => `${inSql(name)} = $${columns.length + at + 1}`).join(" AND ");
  await client.query(`UPDATE ${inSql(model)} SET ${set} WHERE ${where}`, [...values, ...key.map((name) => row[name])]);
  return true;
}

/** A transaction in which the owner sees sealed rows, and may seal them anew. */
async function resealingAs<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query("BEGIN; SELECT set_config('courseline.reseal', 'on', true)");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Keys that texts were sealed under and that are not here. */
export async function missingKeys(client: pg.ClientBase): Promise<string[]> {
  return [...(await countKeys(client)).keys()].filter((id): id is string => id !== null && !hasKey(id));
}

/** The constraints that hold for every row once nothing plain is left: false while something is. */
export async function sealForGood(client: pg.ClientBase): Promise<boolean> {
  if ((await countKeys(client)).has(null)) return false;
  const { rows } = await client.query<{ of: string; name: string }>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name FROM pg_constraint WHERE contype = 'c' AND NOT convalidated AND conname LIKE '%\\_sealed'`,
  );
  for (const { of, name } of rows) await client.query(`ALTER TABLE ${of} VALIDATE CONSTRAINT ${name}`);
  return true;
}
