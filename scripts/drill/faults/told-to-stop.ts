// SIGTERM while saves are under way: each of them is finished and answered, nothing new is taken, and the process ends in good
// order. The control is SIGKILL, which cuts them.

import { randomUUID } from "node:crypto";
import { asker, type Answer } from "../ask";
import { count } from "../count";
import { judge, type Drill, type World } from "../drill";
import { newForm, saveBody } from "../writers";

const many = 48;

export const toldToStop: Drill = {
  name: "SIGTERM with saves under way",
  lengths: ["usual", "long"],
  run: async (world) => {
    const gentle = await stopUnderWay(world, "SIGTERM");
    const control = await stopUnderWay(world, "SIGKILL");
    return {
      n: gentle.answered, lost: gentle.lost, doubled: gentle.doubled, recoveredMs: null,
      seen: `of ${many} under way ${gentle.answered} were answered; the process ended with ${gentle.ended}`,
      control: `SIGKILL: ${many - control.answered} of ${many} cut`,
      problems: judge({
        "a save under way was cut": gentle.answered === many, "an acknowledged write is lost": gentle.lost === 0, "a write is there twice": gentle.doubled === 0, "the process did not end in good order": gentle.ended === 0,
        "the control cut nothing": control.answered < many,
      }),
    };
  },
};

async function stopUnderWay({ clinic, database, front, apps: [app] }: World, signal: "SIGTERM" | "SIGKILL") {
  await clinic.admit(many + 1);
  const asks = clinic.people.map(({ token }) => asker(front.port, token));
  // Each has an open connection, as a browser has.
  await Promise.all(Array.from({ length: many }, (_, index) => asks[index % asks.length]?.("GET", "/api/health/ready")));
  const forms = Array.from({ length: many }, (_, index) => newForm(clinic, clinic.people[index % clinic.people.length]?.id ?? ""));
  const sent = forms.map((form, index) => asks[index % asks.length]?.("PUT", `/api/assessments/${form.id}`, saveBody(form, randomUUID())));
  await Promise.race(sent);
  const ending = app?.end(signal);
  const answers = (await Promise.all(sent)) as Answer[];
  const ended = await ending;
  await app?.start();
  const acknowledged = forms.flatMap((form, index) => (answers[index]?.status === 201 ? [{ ...form, saved: true }] : []));
  return { answered: acknowledged.length, ended, ...(await count(database, acknowledged)) };
}
