// Rows by the million go into tables without foreign keys and secondary indexes, and both are made again afterwards, in one
// sweep each (PostgreSQL's manual, "Populating a Database"): all within the caller's transaction, from the definitions the
// database itself gives. Unique keys, checks and triggers stay.
import type pg from "pg";

interface Definition {
  drop: string;
  make: string;
}

const foreignKeys = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY conrelid::regclass::text, conname`;

const indexes = `
  SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
  FROM pg_index i WHERE indrelid = ANY ($1::regclass[]) AND NOT indisunique
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f') ORDER BY indexrelid::regclass::text`;

/** Takes both away; what it returns makes them again, and fails where a row refers to nothing. */
export async function liftKeys(client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const found = async (query: string) => (await client.query<Definition>(query, [tables])).rows;
  const lifted = [...(await found(foreignKeys)), ...(await found(indexes))];
  for (const { drop } of lifted) await client.query(drop);
  return async () => {
    for (const { make } of lifted.toReversed()) await client.query(make);
  };
}
