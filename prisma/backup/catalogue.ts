// What there is to keep, asked of the database itself: a table that is new is never forgotten.
import pg from "pg";
import { connectionOptions } from "../connection";
import type { Sequence, Table } from "./archive";

/** Rows leave and come back in the same words whatever a server's settings are, and never just those that a policy shows. */
export async function connectPlainly(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...connectionOptions(url, { role: null }), statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0, application_name: name,
  });
  client.on("error", () => {}); // told again by the query that fails
  await client.connect();
  await client.query(`SET datestyle = ISO; SET intervalstyle = postgres; SET extra_float_digits = 1; SET bytea_output = hex; SET synchronize_seqscans = off; SET row_security = off; SET search_path = public`);
  return client;
}

export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid ORDER BY 1`,
  );
  return rows;
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: [at] } = await client.query<Omit<Sequence, "name">>(`SELECT last_value::text AS last, is_called AS called FROM ${quote(name)}`);
    if (at) found.push({ name, ...at });
  }
  return found;
}

export const quote = (name: string): string => pg.escapeIdentifier(name);

/** `COPY table (columns)`, to which the direction is added. */
export const copyOf = ({ name, columns }: Table): string => `COPY ${quote(name)} (${columns.map(quote).join(", ")})`;
