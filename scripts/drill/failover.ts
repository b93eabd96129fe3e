// npm run drill:failover: PostgreSQL's own replication and recovery with Courseline's tables, step by step as docs/OPERATING.md has it,
// on this machine's loopback. A synchronous standby takes over when the primary is killed: no acknowledged write may be lost. The
// same without waiting for the standby must lose some, or the drill proves nothing. And a mishap is undone by going back in time.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { verifyTrail } from "@/prisma/audit-chain";
import { createClient } from "@/prisma/connect";
import { migrate } from "@/prisma/migrate";
import { logPlace, standby as standbyOf } from "@/prisma/standby";
import { say } from "../steps.mjs";
import { command } from "../trouble.mjs";
import { own, programsHere, run, start, type Server } from "./cluster";
import { openRelay, type Relay } from "./relay";

const rounds = process.argv.includes("--long") ? 10_000 : 1000;
const running: { stop: () => void }[] = [];
const problems: string[] = [];

/** Sends writes to one address until told to stop; each until it is acknowledged, under the id it was made with. */
function write(address: Relay) {
  const acknowledged: { id: string; at: number }[] = [];
  let isOver = false;
  const writer = async () => {
    let id = randomUUID();
    while (!isOver) {
      const client = new pg.Client({ connectionString: `postgresql://postgres@127.0.0.1:${address.port}/postgres`, connectionTimeoutMillis: 1000 });
      client.on("error", () => {});
      try {
        await client.connect();
        for (; !isOver; id = randomUUID()) {
          await client.query("INSERT INTO throttle (key, points) VALUES ($1, 1) ON CONFLICT DO NOTHING", [id]);
          acknowledged.push({ id, at: performance.now() });
        }
      } catch {
        await pause(20);
      } finally {
        void client.end().catch(() => {});
      }
    }
  };
  const writers = Promise.all(Array.from({ length: 4 }, writer));
  return {
    acknowledged,
    reach: async (count: number) => {
      for (const late = Date.now() + 120_000; acknowledged.length < count; await pause(10)) if (Date.now() > late) throw new Error(`Only ${acknowledged.length} of ${count} writes were acknowledged.`);
    },
    stop: async () => {
      isOver = true;
      address.cut();
      await writers;
    },
  };
}

/** The primary is killed under writes and the standby promoted; the address moves. How many acknowledged writes are not there? */
async function takeOver(primary: Server, standby: Server, before: (written: () => number) => Promise<void>): Promise<{ n: number; lost: number; backMs: number }> {
  const address = await openRelay([primary.port]);
  const writers = write(address);
  await writers.reach(rounds);
  await before(() => writers.acknowledged.length);
  const killedAt = performance.now();
  primary.kill();
  await standby.promote();
  address.targets = [standby.port];
  const n = writers.acknowledged.length;
  await writers.reach(n + 100);
  await writers.stop();
  await address.close();
  const there = new Set((await standby.query("SELECT key FROM throttle")).map(({ key }) => key));
  const lost = writers.acknowledged.filter(({ id }) => !there.has(id)).length;
  const back = writers.acknowledged.find(({ at }, index) => index >= n && at > killedAt);
  return { n, lost, backMs: (back?.at ?? Number.NaN) - killedAt };
}

/** A standby that follows through a line of its own, so that the line can be made to stand still. */
async function follow(bin: string, primary: Server, folder: string): Promise<{ standby: Server; line: Relay }> {
  const line = await openRelay([primary.port]);
  await run(bin, "pg_basebackup", ["-d", `host=127.0.0.1 port=${line.port} user=postgres application_name=standby`, "-D", own(folder), "-R", "-X", "stream", "-c", "fast"]);
  const standby = await start(bin, folder, { hot_standby: "on", archive_mode: "off" });
  running.push(standby);
  await primary.until("SELECT count(*) = 1 FROM pg_stat_replication WHERE application_name = 'standby' AND state = 'streaming'");
  return { standby, line };
}

/** Somebody writes and looks at once, as READ_DATABASE_URL has it. How many looks did the standby answer, and how many missed what was written? */
async function readBehind(primary: Server, standby: Server, line: Relay): Promise<{ n: number; byStandby: number; missed: number; control: number }> {
  const [writing, reading] = [createClient(primary.url, { role: null }), createClient(standby.url, { role: null })];
  const ask = standbyOf(reading.plainly, (error) => problems.push(`reading from the standby: ${String(error)}`));
  const nobody = { "app.user_id": "" };
  const found = { n: 0, byStandby: 0, missed: 0, control: 0 };
  for (const delayMs of [0, 40]) {
    line.delayMs = delayMs;
    for (let round = 0; round < 200; round += 1) {
      const id = randomUUID();
      await writing.pool.query("INSERT INTO throttle (key, points) VALUES ($1, 1)", [id]);
      const [blind] = (await reading.pool.query("SELECT FROM throttle WHERE key = $1", [id])).rows;
      const place = await writing.plainly(nobody, logPlace);
      const answered = await ask(nobody, place, async (tx) => (await tx.$queryRaw<unknown[]>`SELECT FROM throttle WHERE key = ${id}`).length);
      found.n += 1;
      if (answered) found.byStandby += 1;
      if (answered?.value === 0) found.missed += 1;
      if (!blind) found.control += 1;
    }
  }
  line.delayMs = 0;
  await Promise.all([writing.pool.end(), reading.pool.end()]);
  return found;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

await command(async () => {
  const bin = programsHere();
  if (bin === null) return say("not here: PostgreSQL's server programs with pg_basebackup (Debian: apt install postgresql), or name their folder in PG_BIN");
  const root = own(mkdtempSync(path.join(tmpdir(), "courseline-failover-")));
  const archive = own(path.join(root, "archive"));
  try {
    const first = own(path.join(root, "first"));
    await run(bin, "initdb", ["-D", first, "-U", "postgres", "--auth=trust", "--data-checksums", "--encoding=UTF8", "--locale=C"]);
    const primary = await start(bin, first, { archive_mode: "on", archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f` });
    running.push(primary);
    await migrate(primary.url);

    // Back to a moment: a base backup, the log since then, and the time before the mishap.
    const base = own(path.join(root, "base"));
    await run(bin, "pg_basebackup", ["-d", `host=127.0.0.1 port=${primary.port} user=postgres`, "-D", base, "-X", "none", "-c", "fast"]);
    await run(bin, "pg_verifybackup", ["-n", base]);
    await primary.query("INSERT INTO throttle (key, points) SELECT 'before ' || n, 1 FROM generate_series(1, 500) n; INSERT INTO audit_event (action, subject) VALUES ('denied', 'drill'); SELECT seal_audit()");
    const [{ moment } = { moment: "" }] = await primary.query("SELECT clock_timestamp()::text AS moment");
    await pause(20);
    await primary.query("DELETE FROM throttle");
    await primary.query("SELECT pg_switch_wal()");
    await primary.until("SELECT last_archived_wal >= (SELECT pg_walfile_name(pg_switch_wal() - 1)) FROM pg_stat_archiver");
    const restored = own(path.join(root, "restored"));
    await run("/bin", "cp", ["-a", `${base}/.`, restored]);
    await run("/usr/bin", "touch", [path.join(restored, "recovery.signal")]);
    const began = performance.now();
    const earlier = await start(bin, restored, { archive_mode: "off", restore_command: `cp ${archive}/%f %p`, recovery_target_time: String(moment), recovery_target_action: "promote" });
    running.push(earlier);
    await earlier.until("SELECT NOT pg_is_in_recovery()");
    const [{ count } = { count: 0 }] = await earlier.query("SELECT count(*)::int AS count FROM throttle WHERE key LIKE 'before %'");
    const { wrong } = await verifyTrail(earlier.url);
    if (count !== 500) problems.push(`point in time: ${count} of 500 rows came back`);
    if (wrong !== null) problems.push(`point in time: ${wrong}`);
    say(`  back to a moment         ${count} of 500 deleted rows are back, the trail ${wrong === null ? "holds" : "DOES NOT HOLD"}, in ${seconds(performance.now() - began)}`);
    earlier.stop();

    const { standby, line: near } = await follow(bin, primary, path.join(root, "second"));
    const behind = await readBehind(primary, standby, near);
    if (behind.missed > 0) problems.push(`reading from the standby: ${behind.missed} looks missed what had just been written`);
    if (behind.byStandby === 0 || behind.byStandby === behind.n) problems.push(`reading from the standby: it answered ${behind.byStandby} of ${behind.n}, so the drill shows nothing`);
    if (behind.control === 0) problems.push("reading from the standby: without asking how far it is nothing was missed either, so the drill shows nothing");
    say(`  reading from a standby   ${behind.missed} of ${behind.n} looks missed what was just written, ${behind.byStandby} answered by the standby; control, not asked how far it is: ${behind.control} missed`);
    await primary.query("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await primary.query("SELECT pg_reload_conf()");
    await primary.until("SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
    const safe = await takeOver(primary, standby, async () => {});
    if (safe.lost > 0) problems.push(`synchronous: ${safe.lost} acknowledged writes are lost`);
    if ((await verifyTrail(standby.url)).wrong !== null) problems.push("synchronous: the trail does not hold");
    say(`  a synchronous standby    ${safe.lost} of ${safe.n} acknowledged writes lost, writing again after ${seconds(safe.backMs)}`);

    // The control: nobody waits for this standby, and its line stands still when the primary dies.
    const { standby: third, line } = await follow(bin, standby, path.join(root, "third"));
    const unsafe = await takeOver(standby, third, async (written) => {
      line.delayMs = 3_600_000;
      for (const enough = written() + rounds / 2; written() < enough; ) await pause(10);
    });
    if (unsafe.lost === 0) problems.push("the control lost nothing: this drill shows nothing");
    say(`  control, asynchronous    ${unsafe.lost} of ${unsafe.n} acknowledged writes lost, as they must be`);
  } finally {
    for (const server of running) server.stop();
    rmSync(root, { recursive: true, force: true });
  }
  for (const problem of problems) say(`      ! ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
});
process.exit();
