// Something holds the tables that everybody writes to, until all connections of the app wait for it: the database is slow, and
// the pool exhausted. Nobody waits for ever, each is told when to try again, and once it lets go all goes on by itself. The
// control asks with a driver's own settings, which know no limit: it is still waiting when everybody else was told.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { asker } from "../ask";
import { count, databaseNow } from "../count";
import { judge, type Drill } from "../drill";
import { startWriting } from "../writers";

const held = { short: 3_000, usual: 8_000, long: 30_000 };
const longestMs = 9_000; // a connection to wait for (2 s), a lock (2 s), and then some for a busy machine

export const locked: Drill = {
  name: "tables locked, pool exhausted",
  lengths: ["usual", "long"],
  run: async ({ clinic, database, front }, length) => {
    await clinic.admit(4_000);
    const writing = startWriting(front.port, clinic, 16);
    await writing.reached(200);
    const lock = await database.connect();
    await lock.query("BEGIN; LOCK TABLE assessment, draft IN ACCESS EXCLUSIVE MODE");
    const patient = new pg.Client({ connectionString: database.appUrl(), options: "-c role=courseline_app" });
    await patient.connect();
    let waiting = true;
    void patient.query("SELECT count(*) FROM draft").then(() => (waiting = false));
    // As many more as the pool has connections, several times over.
    const crowd = clinic.people.flatMap(({ token }) => [0, 1, 2, 3].map(() => asker(front.port, token)("GET", "/api/health/ready")));
    await pause(held[length] / 2);
    const health = await asker(front.port, "")("GET", "/api/health/ready");
    await pause(held[length] / 2);
    const stillWaiting = waiting;
    await Promise.all(crowd);
    const released = await databaseNow(database);
    const before = writing.ledger.acknowledged;
    await lock.query("ROLLBACK");
    await writing.reached(before + 100);
    const ledger = await writing.finish();
    await Promise.all([lock.end(), patient.end()]);
    const { lost, doubled } = await count(database, ledger.forms);
    const [first] = await database.query<{ ms: number }>("SELECT extract(epoch FROM min(at) - $2) * 1000 AS ms FROM audit_event WHERE organisation_id = $1 AND at > $2", [clinic.id, released]);
    return {
      n: ledger.acknowledged, lost, doubled, recoveredMs: Number(first?.ms),
      seen: `locked for ${held[length] / 1000} s; longest answer ${(ledger.longestMs / 1000).toFixed(1)} s; ${ledger.busy.count} × 503; health said ${JSON.stringify(health.body)} after ${(health.tookMs / 1000).toFixed(1)} s`,
      control: `without limits: ${stillWaiting ? "still waiting" : "answered"} after ${held[length] / 1000} s`,
      problems: judge({
        "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`a write was refused: ${ledger.refused[0]}`]: ledger.refused.length === 0,
        "a request hung": ledger.hung === 0, [`an answer took longer than ${longestMs / 1000} s`]: ledger.longestMs < longestMs, "health did not say that it is degraded": /degraded|away/.test(JSON.stringify(health.body)),
        "nobody was told to wait": ledger.busy.count > 0, "a 503 did not say when to try again": ledger.busy.withoutRetryAfter === 0, "the control did not wait": stillWaiting,
      }),
    };
  },
};
