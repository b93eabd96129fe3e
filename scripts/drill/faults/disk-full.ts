// The disk fills up under the database (a small disk in memory, and a file that takes the rest of it). Writes fail cleanly, what
// was acknowledged stays, and once there is room again the database is brought up, as a service manager does, and all goes on.
// The control counts what was sent.

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { count, databaseNow, longestGapMs } from "../count";
import { openDatabase } from "../database";
import { judge, type Drill } from "../drill";
import { startWriting } from "../writers";
import { openClinic } from "../clinic";
import { openRelay } from "../relay";
import { openApp } from "../app";
import { freePort } from "../../postgres.mjs";

export const diskFull: Drill = {
  name: "disk full",
  lengths: ["usual", "long"],
  missing: () => (process.platform !== "linux" || process.getuid?.() !== 0 ? "only root mounts a small disk" : null),
  run: async ({ folder, env }) => {
    const disk = path.join(folder, "disk");
    mkdirSync(disk, { mode: 0o700 });
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=700", "tmpfs", disk]).status !== 0) throw new Error("The small disk could not be mounted");
    try {
      const database = await openDatabase(disk);
      const clinic = await openClinic(database, 16);
      await clinic.admit(6_000);
      const port = await freePort();
      const front = await openRelay([port]);
      const app = await openApp(port, { ...env(), DATABASE_URL: database.appUrl(), NEXTAUTH_URL: `http://localhost:${front.port}`, ENCRYPTION_KEY: database.encryptionKey });
      const since = await databaseNow(database);
      const writing = startWriting(front.port, clinic, 16);
      await writing.reached(300);
      const filler = path.join(disk, "filler");
      const { bavail, bsize } = statfsSync(disk);
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=64k", `count=${Math.floor((bavail * bsize) / 65_536)}`], { stdio: "ignore" });
      // Written until nothing more is taken, and then for a while against a wall.
      for (let [before, still] = [-1, 0]; still < 8; still = before === writing.ledger.acknowledged ? still + 1 : 0) {
        before = writing.ledger.acknowledged;
        await pause(250);
      }
      const full = { acknowledged: writing.ledger.acknowledged, sent: writing.ledger.forms.length };
      const careless = writing.ledger.forms.slice(-16).map((form) => ({ ...form, saved: true }));
      rmSync(filler);
      if (!(await database.query("SELECT 1").then(() => true, () => false))) await database.start();
      const control = await count(database, careless);
      await writing.reached(full.acknowledged + 200);
      const ledger = await writing.finish();
      const { lost, doubled } = await count(database, ledger.forms);
      const recoveredMs = await longestGapMs(database, clinic.id, since);
      await app.end("SIGTERM");
      await front.close();
      await database.stop();
      return {
        n: ledger.acknowledged, lost, doubled, recoveredMs,
        seen: `full after ${full.acknowledged}; ${ledger.busy.count} × 503; the time is mostly the drill's own, against the wall`,
        control: `who takes sent for saved: ${control.lost} of ${careless.length} lost`,
        problems: judge({
          "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`a write was refused: ${ledger.refused[0]}`]: ledger.refused.length === 0, "a request hung": ledger.hung === 0,
          [`${ledger.broken} times the app called it its own fault`]: ledger.broken === 0, "a 503 did not say when to try again": ledger.busy.withoutRetryAfter === 0, "the control lost nothing": control.lost > 0,
        }),
      };
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  },
};
