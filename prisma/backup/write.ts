// Makes an archive of the database as it was at one moment, while everybody goes on working: every table, in one snapshot.
// The file has a temporary name until it is whole and on the disk.
import { createHash, type Hash } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { Trouble } from "@/scripts/trouble.mjs";
import { migratorLock } from "../migrate";
import { frame, type Manifest, type Table, type TableSum } from "./archive";
import { connectPlainly, copyOf, sequencesOf, tablesOf } from "./catalogue";
import { copyOut } from "./copy";
import { sealed } from "./sealed-file";

export interface Written {
  file: string;
  bytes: number;
  sha256: string;
  rows: number;
  manifest: Manifest;
}

/** `done`: a table is in the archive; `going`: so much of it is. */
export interface Progress {
  going?: (table: string, bytes: number) => void;
  done?: (table: string, rows: number) => void;
}

/** `to` is a file, or a folder (one that is there, or that ends in a slash) in which the file is named by its moment. */
export async function writeArchive(url: string, to: string, progress: Progress = {}): Promise<Written> {
  const client = await connectPlainly(url, "courseline backup");
  try {
    const { rows: [turn] } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock_shared($1) AS mine", [migratorLock]);
    if (turn?.mine !== true) throw new Trouble("The database is being migrated just now. Back it up when that is done.");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const manifest = await describe(client);
    const file = await nameIn(to, manifest.madeAt);
    return { file, manifest, ...(await write(file, contents(client, manifest, progress))) };
  } catch (error) {
    throw explained(error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function describe(client: pg.ClientBase): Promise<Manifest> {
  const { rows: [now] } = await client.query<{ madeAt: string; postgres: string; made: boolean }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "madeAt", current_setting('server_version') AS postgres, to_regclass('_prisma_migrations') IS NOT NULL AS made`,
  );
  if (!now?.made) throw new Trouble("There is nothing to back up: the database has no tables of Courseline's.");
  const { rows: migrations } = await client.query<Manifest["migrations"][number]>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return { format: 1, madeAt: now.madeAt, postgres: now.postgres, migrations, tables: await tablesOf(client), sequences: await sequencesOf(client) };
}

interface Sums {
  rows: number;
}

async function* contents(client: pg.ClientBase, manifest: Manifest, progress: Progress): AsyncGenerator<Buffer, Sums> {
  yield frame("M", manifest);
  let rows = 0;
  for (const table of manifest.tables) {
    const sum = yield* tableFrames(client, table, progress);
    rows += sum.rows;
    progress.done?.(table.name, sum.rows);
  }
  yield frame("Z", { tables: manifest.tables.length, rows });
  return { rows };
}

async function* tableFrames(client: pg.ClientBase, table: Table, { going }: Progress): AsyncGenerator<Buffer, TableSum> {
  const hash: Hash = createHash("sha256");
  const source = copyOut(client, `${copyOf(table)} TO STDOUT`);
  let bytes = 0;
  for (;;) {
    const next = await source.next();
    if (next.done) {
      const sum: TableSum = { rows: next.value, sha256: hash.digest("hex") };
      yield frame("E", sum);
      return sum;
    }
    hash.update(next.value);
    bytes += next.value.length;
    going?.(table.name, bytes);
    yield frame("D", next.value);
  }
}

async function nameIn(to: string, madeAt: string): Promise<string> {
  const isFolder = /[\\/]$/.test(to) || (await stat(to).then((found) => found.isDirectory(), () => false));
  await mkdir(isFolder ? to : path.dirname(to), { recursive: true, mode: 0o700 });
  return isFolder ? path.join(to, `courseline-${madeAt.replaceAll(/[-:]/g, "")}.backup`) : to;
}

async function write(file: string, plain: AsyncGenerator<Buffer, Sums>): Promise<Pick<Written, "bytes" | "sha256" | "rows">> {
  const draft = `${file}.part-${process.pid}`;
  const handle = await open(draft, "wx", 0o600);
  const hash = createHash("sha256");
  let [bytes, rows] = [0, 0];
  async function* counted() {
    for (;;) {
      const next = await plain.next();
      if (next.done) return void (rows = next.value.rows);
      yield next.value;
    }
  }
  async function keep(source: AsyncIterable<Buffer>) {
    for await (const part of sealed(source)) {
      hash.update(part);
      bytes += part.length;
      await handle.appendFile(part);
    }
  }
  try {
    await pipeline(counted, createGzip({ level: 1 }), keep);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    await syncFolder(path.dirname(file));
    return { bytes, rows, sha256: hash.digest("hex") };
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

function explained(error: unknown): unknown {
  const { code, message } = Object(error) as { code?: string; message?: string };
  if (code === "ENOSPC") return new Trouble("The disk is full: no backup was made. The one before is as it was.");
  if (code === "EACCES" || code === "EROFS" || code === "EPERM") return new Trouble(`The backup cannot be written there (${code}).`);
  if (code !== "42501") return error;
  return new Trouble(
    `This login does not see every row, so this would be no backup (${message}). Let an administrator of the database run:\n` +
      "  CREATE ROLE courseline_backup LOGIN BYPASSRLS PASSWORD '…' IN ROLE pg_read_all_data;\nand set BACKUP_DATABASE_URL to that login.",
  );
}
