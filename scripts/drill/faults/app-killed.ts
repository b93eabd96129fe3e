// kill -9 of the app in the middle of writing, again and again; it is brought up again, and who was writing asks again.
// The control is somebody who takes what was sent for saved.

import { randomUUID } from "node:crypto";
import { asker } from "../ask";
import { count, databaseNow, longestGapMs } from "../count";
import { judge, type Drill, type World } from "../drill";
import { newForm, saveBody, startWriting, type Form } from "../writers";

const sizes = { short: { writes: 200, kills: 1 }, usual: { writes: 3_000, kills: 4 }, long: { writes: 10_000, kills: 12 } };

export const appKilled: Drill = {
  name: "kill -9 of the app",
  lengths: ["short", "usual", "long"],
  run: async (world, length) => {
    const { clinic, database, front, apps: [app] } = world;
    const { writes, kills } = sizes[length];
    await clinic.admit(writes + 200 * kills);
    const since = await databaseNow(database);
    const careless: Form[] = [];
    const writing = startWriting(front.port, clinic, 16);
    for (let kill = 1; kill <= kills; kill += 1) {
      await writing.reached((kill * writes) / (kills + 1));
      const sent = sendAndForget(world, 60);
      careless.push(...sent.forms);
      await sent.first;
      await app?.end("SIGKILL");
      await app?.start();
    }
    await writing.reached(writes);
    const ledger = await writing.finish();
    const [{ lost, doubled }, control] = [await count(database, ledger.forms), await count(database, careless)];
    return {
      n: ledger.acknowledged, lost, doubled, recoveredMs: await longestGapMs(database, clinic.id, since),
      seen: `${kills} × killed`,
      control: `who takes sent for saved: ${control.lost} of ${careless.length} lost`,
      problems: judge({
        "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`a write was refused: ${ledger.refused[0]}`]: ledger.refused.length === 0,
        "a request hung": ledger.hung === 0, "the control lost nothing, or all, and shows nothing": control.lost > 0 && control.lost < careless.length,
      }),
    };
  },
};

/** `first`: the first of them is answered, and the others are on their way. */
function sendAndForget({ clinic, front }: World, many: number): { forms: Form[]; first: Promise<unknown> } {
  const sent = Array.from({ length: many }, (_, index) => {
    const person = clinic.people[index % clinic.people.length];
    const form = { ...newForm(clinic, person?.id ?? ""), saved: true };
    return { form, answer: asker(front.port, person?.token ?? "")("PUT", `/api/assessments/${form.id}`, saveBody(form, randomUUID())) };
  });
  return { forms: sent.map(({ form }) => form), first: Promise.race(sent.map(({ answer }) => answer)) };
}
