// npm run backup [-- --to FILE_OR_FOLDER] [--keep N]: one encrypted file with everything that is in the database now.
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { writeArchive } from "./backup/write";

const usage = `npm run backup -- --to FOLDER --keep 30
  --to FILE or FOLDER   where to (BACKUP_DIR, or the folder backups in DATA_DIR); in a folder the file is named by its moment
  --keep N              afterwards only the newest N backups of that folder stay`;

const live = process.stdout.isTTY;
const number = (value: number) => Math.round(value).toLocaleString("en");
const say = (line: string) => process.stdout.write(`${live ? "\r\x1b[K" : ""}${line}\n`);

function read(): { to: string; keep: number | null } {
  const { values } = (() => {
    try {
      return parseArgs({ options: { to: { type: "string" }, keep: { type: "string" } } });
    } catch (error) {
      throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
    }
  })();
  const keep = values.keep === undefined ? null : Number(values.keep);
  if (keep !== null && !(Number.isInteger(keep) && keep >= 1)) throw new Trouble(`--keep is a number from 1.\n${usage}`);
  const { BACKUP_DIR, DATA_DIR = ".data" } = process.env;
  return { to: values.to ?? `${path.resolve(BACKUP_DIR || path.join(DATA_DIR, "backups"))}/`, keep };
}

/** Only what the command itself has named, and never the one just made. */
async function keepNewest(made: string, keep: number): Promise<void> {
  const folder = path.dirname(made);
  const names = (await readdir(folder)).filter((name) => /^courseline-\d{8}T\d{6}Z\.backup$/.test(name)).sort();
  const over = names.slice(0, Math.max(0, names.length - keep)).filter((name) => name !== path.basename(made));
  for (const name of over) await rm(path.join(folder, name));
  if (over.length > 0) say(`Older ones removed: ${over.length}. Kept: ${names.length - over.length}.`);
}

await command(async () => {
  const url = process.env.BACKUP_DATABASE_URL || process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble(usage);
  const { to, keep } = read();
  const began = performance.now();
  let shown = 0;
  const { file, bytes, rows, sha256, manifest } = await writeArchive(url, to, {
    going: (table, length) => {
      if (!live || performance.now() - shown < 200) return;
      shown = performance.now();
      process.stdout.write(`\r\x1b[K  ${table.padEnd(24)}${number(length / 1e6).padStart(9)} MB`);
    },
    done: (table, count) => {
      if (count > 0) say(`  ${table.padEnd(24)}${number(count).padStart(12)} rows`);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  say(`${number(rows)} rows of ${manifest.tables.length} tables as of ${manifest.madeAt}, in ${seconds.toFixed(1)} s (${number(rows / seconds)} rows per second)`);
  say(`${file}, ${number(bytes / 1000)} kB, SHA-256 ${sha256}`);
  if (keep !== null) await keepNewest(file, keep);
});
