// kill -9 of PostgreSQL, of the server and of all its processes, in the middle of writing. The control is the same server told
// to answer before what it was given is on disk: there acknowledged writes are lost.

import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill, type World } from "../drill";
import { startWriting } from "../writers";

const sizes = { short: { writes: 200, kills: 1 }, usual: { writes: 3_000, kills: 3 }, long: { writes: 10_000, kills: 5 } };

export const postgresKilled: Drill = {
  name: "kill -9 of PostgreSQL",
  lengths: ["short", "usual", "long"],
  run: async (world, length) => {
    const { writes, kills } = sizes[length];
    const sound = await killWhileWriting(world, writes, kills);
    await world.database.query("ALTER SYSTEM SET synchronous_commit = off");
    await world.database.query("ALTER SYSTEM SET wal_writer_delay = '10s'");
    await restart(world);
    const control = await killWhileWriting(world, 200, 1, true);
    await world.database.query("ALTER SYSTEM RESET ALL");
    await restart(world);
    return {
      ...sound,
      seen: `${kills} × killed`,
      control: `answered before it is on disk: ${control.lost} of ${control.n} lost`,
      problems: judge({
        "an acknowledged write is lost": sound.lost === 0, "a write is there twice": sound.doubled === 0, [`a write was refused: ${sound.refused}`]: sound.refused === undefined,
        "a request hung": sound.hung === 0, "a 503 did not say when to try again": sound.withoutRetryAfter === 0, "the control lost nothing, so the drill shows nothing": control.lost > 0,
      }),
    };
  },
};

async function restart({ database }: World): Promise<void> {
  await database.stop();
  await database.start();
}

/** `justNow`: killed the moment the count is reached, and what was acknowledged until then is all that counts. */
async function killWhileWriting({ clinic, database, front }: World, writes: number, kills: number, justNow = false) {
  await clinic.admit(writes + 200 * kills);
  const since = await databaseNow(database);
  const writing = startWriting(front.port, clinic, 16);
  for (let kill = 1; kill <= kills; kill += 1) {
    await writing.reached(justNow ? writes : (kill * writes) / (kills + 1));
    await database.kill();
    await database.start();
  }
  const before = writing.ledger.forms.map((each) => ({ ...each }));
  await writing.reached(writes);
  const { forms, acknowledged, refused, hung, busy } = await writing.finish();
  const counted = await count(database, justNow ? before : forms);
  return { n: acknowledged, ...counted, recoveredMs: await longestGapMs(database, clinic.id, since), refused: refused[0], hung, withoutRetryAfter: busy.withoutRetryAfter };
}
