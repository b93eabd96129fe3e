// The line to the database gets slow: half a second more each way, then five, then nothing comes through at all. Slow is slow,
// and what cannot be answered within seconds is told so. The control is the same statement with the driver's own settings.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../postgres.mjs";
import { asker } from "../ask";
import { openApp } from "../app";
import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill } from "../drill";
import { openRelay } from "../relay";
import { startWriting } from "../writers";

const longestMs = 12_000;

export const slowLine: Drill = {
  name: "slow line to the database",
  lengths: ["usual", "long"],
  run: async ({ clinic, database, front, env }) => {
    await clinic.admit(3_000);
    const line = await openRelay([database.port]);
    const app = await openApp(await freePort(), env({}, line.port));
    const way = await openRelay([app.port]);
    const writing = startWriting(way.port, clinic, 16, front.port);
    await writing.reached(200);
    line.delayMs = 500;
    await writing.reached(210);
    const half = writing.ledger.longestMs;
    line.delayMs = 5_000;
    const unlimited = new pg.Client({ connectionString: database.appUrl(line.port), options: "-c role=courseline_app" });
    let waiting = true;
    void unlimited.connect().then(() => unlimited.query("SELECT 1")).then(() => (waiting = false), () => {});
    await pause(12_000);
    const health = await asker(way.port, "")("GET", "/api/health/ready");
    const stillWaiting = waiting;
    line.delayMs = 0;
    const freed = await databaseNow(database);
    await writing.reached(writing.ledger.acknowledged + 100);
    const ledger = await writing.finish();
    void unlimited.end();
    const { lost, doubled } = await count(database, ledger.forms);
    const recoveredMs = await longestGapMs(database, clinic.id, freed);
    await app.end("SIGTERM");
    await Promise.all([way.close(), line.close()]);
    return {
      n: ledger.acknowledged, lost, doubled, recoveredMs,
      seen: `at half a second the longest answer took ${(half / 1000).toFixed(1)} s, at five ${(ledger.longestMs / 1000).toFixed(1)} s; ${ledger.busy.count} × 503; health said ${health.status} after ${(health.tookMs / 1000).toFixed(1)} s`,
      control: `without limits: ${stillWaiting ? "still waiting" : "answered"} after 12 s`,
      problems: judge({
        "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`a write was refused: ${ledger.refused[0]}`]: ledger.refused.length === 0,
        "a request hung": ledger.hung === 0, [`an answer took longer than ${longestMs / 1000} s`]: ledger.longestMs < longestMs, "health did not say that it is degraded": health.status === 503,
        "a 503 did not say when to try again": ledger.busy.withoutRetryAfter === 0, "the control did not wait": stillWaiting,
      }),
    };
  },
};
