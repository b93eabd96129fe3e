// Applies the committed migrations, in Prisma's folder shape and recorded in Prisma's own table, so that
// `prisma migrate deploy` can carry on where its native engine is to be had. Each migration is one transaction
// with its record: a migrator killed half-way leaves the database as it was.

import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import pg from "pg";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { appRole, connectionOptions } from "./connection";
import { keyTrouble, sealWhatIsPlain, withOwner } from "./keys-rotate";
import { hasKnownShape, keepShape, refuseChangedTables } from "./known-shape";
import { forbidTemporaryTables } from "./temporary-tables";

export const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");

export const migratorLock = 72_707_369; // Prisma's own number, so that its migrator and this one wait for each other

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

export interface MigrateOptions {
  folder?: string;
  say?: (line: string) => void;
  /** Logins that are to act as the application's role. */
  appLogins?: string[];
  /** Tables that something else changed are taken as they are. */
  asItIs?: boolean;
}

/** Brings the database up to date and returns the names of the migrations that were applied just now. */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const { folder = migrationsFolder, say = () => {}, appLogins = [], asItIs = false } = options;
  const client = await connectAlone(url, say);
  try {
    await client.query(recordTable);
    const pending = await findPending(client, readMigrations(folder));
    if (!asItIs) await refuseChangedTables(client);
    for (const migration of pending) {
      await apply(client, migration);
      say(`applied ${migration.name}`);
    }
    if (asItIs || pending.length > 0 || !(await hasKnownShape(client))) await keepShape(client);
    await forbidTemporaryTables(client);
    await admit(client, appLogins);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** A connection of the only one who changes the tables just now; `migrate`, and whoever loads a backup. */
export async function connectAlone(url: string, say: (line: string) => void): Promise<pg.Client> {
  const client = new pg.Client({
    ...connectionOptions(url, { role: null }),
    statement_timeout: 0,
    lock_timeout: 15_000, // rather fail than let every reader queue behind a waiting change
    idle_in_transaction_session_timeout: 0,
    application_name: "courseline migrations",
  });
  client.on("error", () => {}); // told again by the query that fails
  await client.connect();
  try {
    await takeTurn(client, say);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function takeTurn(client: pg.Client, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [migratorLock]);
  if (rows[0]?.mine === true) return;
  say("waiting for another migrator, or a backup, to finish");
  await client.query("set lock_timeout = '120s'");
  await client.query("select pg_advisory_lock($1)", [migratorLock]).catch((error: Error) => {
    if (!(error instanceof pg.DatabaseError && error.code === "55P03")) throw error;
    throw new Trouble("Another migrator, or a backup, has the database for more than two minutes. Try again when it is done; nothing was changed.");
  });
  await client.query("set lock_timeout = '15s'");
}

const recordTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

interface Recorded {
  name: string;
  checksum: string;
  finished: boolean;
}

async function findPending(client: pg.Client, wanted: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Recorded>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  const recorded = new Map(rows.map((row) => [row.name, row]));
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  const newer = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) {
    throw new Trouble(
      `The database is newer than this Courseline: it has ${newer.join(", ")}. Start the Courseline it was migrated by.`,
    );
  }
  for (const { name, checksum, finished } of rows) {
    if (!finished) {
      throw new Trouble(`The migration ${name} was begun by another tool and never finished. Restore the last backup.`);
    }
    if (known.get(name)?.checksum !== checksum) {
      throw new Trouble(
        `The migration ${name} is not the one that made this database. Put its file back as it was; ` +
          "a change belongs in a new migration (npm run db:diff).",
      );
    }
  }
  return wanted.filter(({ name }) => !recorded.has(name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await applyWithin(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    if (!(error instanceof Error)) throw error;
    const { name, sql } = migration;
    const where = error instanceof pg.DatabaseError && error.position !== undefined
      ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})`
      : "";
    throw new Trouble(`The migration ${name} failed${where} and changed nothing: ${error.message}`);
  }
}

/** In the transaction that is open. */
async function applyWithin(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at) values ($1, $2, $3, clock_timestamp())`,
    [randomUUID(), checksum, name],
  );
  await client.query(sql);
  await client.query(
    `update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1
     where migration_name = $1 and rolled_back_at is null`,
    [name],
  );
}

/** Makes the tables as these migrations left them, each in its transaction; what is there of them already stays. */
export async function makeTables(client: pg.Client, recorded: readonly { name: string; checksum: string }[]): Promise<void> {
  const known = new Map(readMigrations(migrationsFolder).map((migration) => [migration.name, migration]));
  const newer = recorded.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) throw new Trouble(`This backup is of a newer Courseline: it knows ${newer.join(", ")}. Restore it with that one.`);
  const changed = recorded.find(({ name, checksum }) => known.get(name)?.checksum !== checksum);
  if (changed) throw new Trouble(`The migration ${changed.name} is not the one that made the tables of this backup.`);
  await client.query(recordTable);
  const { rows: there } = await client.query<{ name: string }>("select migration_name as name from _prisma_migrations where rolled_back_at is null");
  const later = there.find(({ name }) => !recorded.some((each) => each.name === name));
  if (later) throw new Trouble(`This database has tables that are newer than the backup (${later.name}). Nothing was touched. Restore into a database without tables.`);
  const wanted = recorded.map(({ name }) => known.get(name) as Migration);
  for (const migration of await findPending(client, wanted)) await apply(client, migration);
}

/** A login works as the application's role only as its member. Superusers need no membership to take a role. */
async function admit(client: pg.Client, appLogins: string[]): Promise<void> {
  const { rows } = await client.query<{ login: string; member: boolean }>(
    `select login, pg_has_role(login, rolname, 'member') as member
     from unnest($2::text[]) as login, pg_roles where rolname = $1`,
    [appRole, appLogins],
  );
  for (const { login } of rows.filter(({ member }) => !member)) {
    const grant = `GRANT ${appRole} TO ${client.escapeIdentifier(login)};`;
    await client.query(grant).catch((error: Error) => {
      throw new Trouble(`${error.message}. Let an administrator of the database run: ${grant}`);
    });
  }
}

/** What follows from the records that were there before, or came in from outside. The code for it is loaded where there is any. */
async function deriveWhatIsNot(url: string, always: boolean, say: (line: string) => void): Promise<void> {
  const waiting = async (client: pg.Client) => (await client.query("SELECT FROM patient_fact WHERE basis = '' LIMIT 1")).rowCount === 1;
  if (!always && !(await withOwner(url, waiting))) return;
  const [{ createClient }, { deriveAllOutdated }] = await Promise.all([import("./connect"), import("@/lib/records/facts-whole")]);
  const { prisma, pool, plainly } = createClient(url, { role: null });
  try {
    await deriveAllOutdated(plainly, say);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

/** The migrations, and what they leave to be done: texts to be sealed, facts to be derived. */
export async function bringUpToDate(url: string, options: MigrateOptions): Promise<string[]> {
  const applied = await migrate(url, options);
  await withOwner(url, async (client) => {
    const trouble = await keyTrouble(client);
    if (trouble !== null) throw new Trouble(trouble);
    await sealWhatIsPlain(client, options.say ?? (() => {}));
  });
  await deriveWhatIsNot(url, applied.length > 0, options.say ?? (() => {}));
  return applied;
}

/** Logins of the environment that are to act as the application's role. */
export function appLoginsIn(url: string | undefined): string[] {
  return url ? [decodeURIComponent(new URL(url).username)].filter(Boolean) : [];
}

async function main(): Promise<void> {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble("Set MIGRATE_DATABASE_URL or DATABASE_URL, or run: npm run db:migrate");
  const appLogins = appLoginsIn(process.env.DATABASE_URL);
  const asItIs = process.argv.includes("--as-it-is");
  const applied = await bringUpToDate(url, { appLogins, asItIs, say: (line) => console.log(line) });
  if (applied.length === 0) console.log("up to date");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await command(main);
