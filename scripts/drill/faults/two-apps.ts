// Two app processes on one database behind one address: one is killed, comes back, and then each is replaced in turn as by a
// deploy. Sessions and drafts are rows, so nobody notices. The control is one process alone: while it is away, nobody writes.

import { freePort } from "../../postgres.mjs";
import { openApp, type App } from "../app";
import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill, type World } from "../drill";
import { startWriting } from "../writers";

const sizes = { short: 200, usual: 2_000, long: 10_000 };

export const twoApps: Drill = {
  name: "two app processes, either dies",
  forms: ["usual", "long"],
  run: async (world, form) => {
    const { apps: [first], front, env } = world;
    if (!first) throw new Error("There is no app");
    const second = await openApp(await freePort(), env());
    front.targets = [first.port, second.port];
    const both = await whileWriting(world, sizes[form], [
      async () => killed(first), async () => killed(second),
      async () => replaced(first), async () => replaced(second),
    ]);
    front.targets = [first.port];
    const alone = await whileWriting(world, 200, [async () => replaced(first)]);
    await second.end("SIGTERM");
    return {
      ...both, seen: "each killed once and replaced once",
      control: `one process alone: nobody could write for ${(alone.recoveredMs / 1000).toFixed(1)} s`,
      problems: judge({
        "an acknowledged write is lost": both.lost === 0, "a write is there twice": both.doubled === 0, [`a write was refused: ${both.refused}`]: both.refused === undefined,
        "somebody noticed": both.recoveredMs < alone.recoveredMs, "a request hung": both.hung === 0,
      }),
    };
  },
};

async function killed(app: App): Promise<void> {
  await app.end("SIGKILL");
  await app.start();
}

async function replaced(app: App): Promise<void> {
  await app.end("SIGTERM");
  await app.start();
}

async function whileWriting({ clinic, database, front }: World, writes: number, faults: (() => Promise<void>)[]) {
  await clinic.admit(writes + 1_500);
  const since = await databaseNow(database);
  const writing = startWriting(front.port, clinic, 16);
  for (const [index, fault] of faults.entries()) {
    await writing.reached(((index + 1) * writes) / (faults.length + 1));
    await fault();
  }
  await writing.reached(writes);
  const { forms, acknowledged, refused, hung } = await writing.finish();
  return { n: acknowledged, ...(await count(database, forms)), recoveredMs: await longestGapMs(database, clinic.id, since), refused: refused[0], hung };
}
