// Loads an archive into an empty database, all of it or nothing: the tables are made by the migrations that the archive names, then
// filled and put under their rules again in one transaction. Killed half-way it leaves no row, and can be run again.
import pg from "pg";
import { Trouble } from "@/scripts/trouble.mjs";
import { connectAlone, makeTables } from "../migrate";
import { readArchive, type Manifest, type Read, type Table } from "./archive";
import { copyOf, quote, tablesOf } from "./catalogue";
import { copyIn } from "./copy";

export type Say = (line: string) => void;

/** Reads the archive twice: whole and authentic first, and then again into the database. */
export async function loadArchive(url: string, file: string, say: Say = () => {}): Promise<Read> {
  const { manifest, rows } = await readArchive(file);
  say(`whole and unaltered: ${rows.toLocaleString("en")} rows of ${manifest.tables.length} tables, made ${manifest.madeAt}`);
  const client = await connectAlone(url, say);
  try {
    await refuseUnlessEmpty(client);
    await makeTables(client, manifest.migrations);
    await client.query("BEGIN");
    let away: Away | null = null;
    const read = await readArchive(file, {
      begin: async (found) => void (away = await makeReady(client, found)),
      table: async (table, source) => {
        const taken = await copyIn(client, `${copyOf(table)} FROM STDIN WITH (FREEZE)`, source);
        if (taken > 0) say(`  ${table.name.padEnd(24)}${taken.toLocaleString("en").padStart(12)} rows`);
        return taken;
      },
    });
    if (away !== null) await finish(client, manifest, away);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return read;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Tables of ours without a row, as a restore leaves them that was killed, are empty; a row may be hidden from us, its place on the disk is not. */
async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
       AND relname <> '_prisma_migrations' AND (to_regclass('_prisma_migrations') IS NULL OR relkind <> 'r' OR pg_relation_size(oid) > 0) ORDER BY 1`,
  );
  if (rows.length === 0) return;
  throw new Trouble(
    `This database is not empty: there is something in ${rows[0]?.name}${rows.length > 1 ? ", and elsewhere" : ""}. Nothing was touched. Restore into a new one: ` +
      "createdb on your server, or another DATA_DIR for the embedded one.",
  );
}

/** What was taken away for the load, and how the tables looked before. */
interface Away {
  shape: string;
  constraints: { of: string; name: string; is: string }[];
}

async function makeReady(client: pg.Client, manifest: Manifest): Promise<Away> {
  const made = await tablesOf(client);
  if (JSON.stringify(made) !== JSON.stringify(manifest.tables)) {
    throw new Trouble("The tables of this backup are not those that its migrations make: they were changed by hand, or by another version.");
  }
  const shape = await shapeOf(client);
  // Rows come table by table: a reference is checked when all are there, at once. So is what held for new rows alone.
  const { rows: constraints } = await client.query<Away["constraints"][number]>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS is FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND (contype = 'f' OR contype = 'c' AND NOT convalidated) ORDER BY conname`,
  );
  for (const { of, name } of constraints) await client.query(`ALTER TABLE ${of} DROP CONSTRAINT ${name}`);
  for (const { name } of made) await client.query(`ALTER TABLE ${quote(name)} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
  await client.query(`TRUNCATE ${made.map(({ name }: Table) => quote(name)).join(", ")}`);
  return { shape, constraints };
}

async function finish(client: pg.Client, { tables, sequences }: Manifest, { shape, constraints }: Away): Promise<void> {
  for (const { name, last, called } of sequences) await client.query("SELECT setval($1::regclass, $2, $3)", [quote(name), last, called]);
  for (const { of, name, is } of constraints) await client.query(`ALTER TABLE ${of} ADD CONSTRAINT ${name} ${is}`);
  const forced = new Set((JSON.parse(shape) as { forced: string[] }).forced);
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${quote(name)} ENABLE TRIGGER USER${forced.has(name) ? ", FORCE ROW LEVEL SECURITY" : ""}`);
  }
  if ((await shapeOf(client)) !== shape) throw new Error("The tables are not under the rules they were under before the load");
}

/** Every rule that the load takes away for its while. */
async function shapeOf(client: pg.Client): Promise<string> {
  const { rows: [found] } = await client.query<{ shape: string }>(
    `SELECT json_build_object(
       'forced', (SELECT coalesce(json_agg(relname ORDER BY relname), '[]') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity),
       'constraints', (SELECT json_agg(json_build_array(conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)) ORDER BY conname, conrelid::regclass::text) FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
       'triggers', (SELECT json_agg(json_build_array(tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid)) ORDER BY tgname, tgrelid::regclass::text) FROM pg_trigger WHERE NOT tgisinternal)
     )::text AS shape`,
  );
  return found?.shape ?? "";
}
