// npm run bench:backup [-- --patients 2000]: backup and restore beside PostgreSQL's own pg_dump and pg_restore, on the same rows in the same
// server, in the same run. Ours seals, hashes every table and makes the tables by the migrations; theirs does none of that.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadArchive } from "@/prisma/backup/load";
import { writeArchive } from "@/prisma/backup/write";
import { migrate } from "@/prisma/migrate";
import { own, programsHere, run, start } from "@/scripts/drill/cluster";
import { say } from "@/scripts/steps.mjs";
import { Trouble, command } from "@/scripts/trouble.mjs";

const number = (value: number) => Math.round(value).toLocaleString("en");

await command(async () => {
  const { values } = parseArgs({ options: { patients: { type: "string", default: "2000" } } });
  const bin = programsHere();
  if (bin === null) throw new Trouble("not here: PostgreSQL's server programs (Debian: apt install postgresql), or name their folder in PG_BIN");
  const root = own(mkdtempSync(path.join(tmpdir(), "courseline-bench-")));
  process.env.ENCRYPTION_KEY = randomBytes(32).toString("base64");
  await run(bin, "initdb", ["-D", own(path.join(root, "cluster")), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
  const server = await start(bin, path.join(root, "cluster"));
  try {
    const database = async (name: string) => {
      await server.query(`CREATE DATABASE ${name}`);
      return server.url.replace(/postgres$/, name);
    };
    const source = await database("source");
    await migrate(source);
    const loaded = spawnSync(process.execPath, ["--import", "tsx", "prisma/demo-load.ts", "--patients", values.patients], { env: { ...process.env, DATABASE_URL: source, MIGRATE_DATABASE_URL: source }, encoding: "utf8" });
    if (loaded.status !== 0) throw new Error(loaded.stdout + loaded.stderr);
    const times = new Map<string, { seconds: number; bytes?: number }>();
    const timed = async (name: string, work: () => unknown, file?: string) => {
      const began = performance.now();
      await work();
      times.set(name, { seconds: (performance.now() - began) / 1000, ...(file && { bytes: statSync(file).size }) });
    };
    const [ours, theirs] = [path.join(root, "ours.backup"), path.join(root, "theirs.dump")];
    let rows = 0;
    await timed("pg_dump -Fc -Z1", () => run(bin, "pg_dump", ["-Fc", "-Z1", "-d", source, "-f", theirs]), theirs);
    await timed("npm run backup", async () => void ({ rows } = await writeArchive(source, ours)), ours);
    const most = process.memoryUsage.rss();
    const [one, other] = [await database("one"), await database("other")];
    await timed("pg_restore", () => run(bin, "pg_restore", ["-d", one, theirs]));
    await timed("npm run restore", () => loadArchive(other, ours));
    for (const [name, { seconds, bytes }] of times) say(`  ${name.padEnd(18)}${number(rows / seconds).padStart(10)} rows/s${seconds.toFixed(2).padStart(9)} s${bytes ? `${number(bytes / 1e6).padStart(7)} MB` : ""}`);
    say(`  ${number(rows)} rows; the process had ${number(most / 1e6)} MB after the backup and ${number(process.memoryUsage.rss() / 1e6)} MB after the restore`);
  } finally {
    server.stop();
    rmSync(root, { recursive: true, force: true });
  }
});
process.exit();
