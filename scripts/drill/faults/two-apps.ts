// Two app processes on one database behind one address: one is killed, comes back, and then each is replaced in turn as by a
// deploy. Sessions and drafts are rows, so nobody notices. The control is one process alone: while it is away, nobody writes.

import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../postgres.mjs";
import { openApp, type App } from "../app";
import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill, type World } from "../drill";
import { startWriting, type Writing } from "../writers";

const sizes = { short: 200, usual: 2_000, long: 10_000 };

export const twoApps: Drill = {
  name: "two app processes, either dies",
  lengths: ["usual", "long"],
  run: async (world, length) => {
    const { apps: [first], front, env } = world;
    if (!first) throw new Error("There is no app");
    const second = await openApp(await freePort(), env());
    front.targets = [first.port, second.port];
    const both = await whileWriting(world, sizes[length], [
      away(first, "SIGKILL"), away(second, "SIGKILL"), away(first, "SIGTERM"), away(second, "SIGTERM"),
    ]);
    front.targets = [first.port];
    const alone = await whileWriting(world, 200, [away(first, "SIGTERM", 5_000)]);
    await second.end("SIGTERM");
    return {
      ...both, seen: "each killed once and replaced once",
      control: `one process alone: nobody could write for ${(alone.recoveredMs / 1000).toFixed(1)} s`,
      problems: judge({
        "an acknowledged write is lost": both.lost === 0, "a write is there twice": both.doubled === 0, [`a write was refused: ${both.refused}`]: both.refused === undefined,
        "nobody could write while one of the two was away": both.stopped === 0, "one process alone could be away and nobody noticed": alone.stopped === 1, "a request hung": both.hung === 0,
      }),
    };
  },
};

/** It comes back once the other has answered a hundred, or nobody has for so long: told by what was answered, not by how long that took. */
const away = (app: App, signal: "SIGKILL" | "SIGTERM", patienceMs = 60_000) => async (writing: Writing) => {
  await app.end(signal);
  const before = writing.ledger.acknowledged;
  await Promise.race([writing.reached(before + 100), pause(patienceMs, undefined, { ref: false })]);
  const went = writing.ledger.acknowledged - before >= 100;
  await app.start();
  return went;
};

async function whileWriting({ clinic, database, front }: World, writes: number, faults: ((writing: Writing) => Promise<boolean>)[]) {
  await clinic.admit(writes + 1_500);
  const since = await databaseNow(database);
  const writing = startWriting(front.port, clinic, 16);
  let stopped = 0;
  for (const [index, fault] of faults.entries()) {
    await writing.reached(((index + 1) * writes) / (faults.length + 1));
    if (!(await fault(writing))) stopped += 1;
  }
  await writing.reached(writes);
  const { forms, acknowledged, refused, hung } = await writing.finish();
  return { n: acknowledged, ...(await count(database, forms)), recoveredMs: await longestGapMs(database, clinic.id, since), refused: refused[0], hung, stopped };
}
