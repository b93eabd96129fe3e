// The database restarts in good order under traffic, and then every connection to it is ended at once. The app lives through
// both and finds back by itself; health says meanwhile that the database is away. The control is a program that hears of a
// lost connection without having asked: it dies of it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { projectFolder } from "../../environment.mjs";
import { asker } from "../ask";
import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill } from "../drill";
import { startWriting } from "../writers";

const sizes = { short: { writes: 200, rounds: 1 }, usual: { writes: 2_000, rounds: 3 }, long: { writes: 10_000, rounds: 8 } };

export const connectionsEnded: Drill = {
  name: "database restarts, connections ended",
  lengths: ["short", "usual", "long"],
  run: async ({ clinic, database, front, apps }, length) => {
    const { writes, rounds } = sizes[length];
    await clinic.admit(writes + 400);
    const since = await databaseNow(database);
    const pids = apps.map((app) => app.pid());
    const writing = startWriting(front.port, clinic, 16);
    const endOfUnheard = await openUnheard(database.appUrl());
    let away = 0;
    for (let round = 1; round <= rounds; round += 1) {
      await writing.reached((round * writes) / (rounds + 1));
      await database.query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'courseline_web'");
      await pause(100);
      await database.stop();
      away = (await asker(front.port, "")("GET", "/api/health/ready")).status;
      await database.start();
    }
    await writing.reached(writes);
    const ledger = await writing.finish();
    const { lost, doubled } = await count(database, ledger.forms);
    const ready = (await asker(front.port, "")("GET", "/api/health/ready")).status;
    const deaf = await endOfUnheard();
    return {
      n: ledger.acknowledged, lost, doubled, recoveredMs: await longestGapMs(database, clinic.id, since),
      seen: `${rounds} × both; health said ${away}, then ${ready}; ${ledger.busy.count} × 503`,
      control: `a program that does not listen for lost connections: ended with ${deaf}`,
      problems: judge({
        "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`a write was refused: ${ledger.refused[0]}`]: ledger.refused.length === 0, "a request hung": ledger.hung === 0,
        "an app process died": apps.every((app, index) => app.pid() === pids[index]), "health did not say that the database is away": away === 503, "health did not recover": ready === 200,
        "a 503 did not say when to try again": ledger.busy.withoutRetryAfter === 0, "the control lived, so the drill shows nothing": deaf !== 0,
      }),
    };
  },
};

/** It connects, is left without a word of its connection's end being heard, and says with what it ended. */
async function openUnheard(url: string): Promise<() => Promise<number>> {
  const program = `const pool = new (require("pg").Pool)({ connectionString: process.env.DATABASE_URL, idleTimeoutMillis: 0 }); pool.query("SELECT 1").then(() => console.log("connected")); setTimeout(() => process.exit(0), 1_800_000);`;
  const child = spawn(process.execPath, ["-e", program], { cwd: projectFolder, env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "ignore"] });
  const gone = once(child, "exit");
  await once(child.stdout, "data");
  return async () => {
    if (child.exitCode === null) child.kill();
    return ((await gone)[0] ?? 0) as number; // 0: it lived until now
  };
}
