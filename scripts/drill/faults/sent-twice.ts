// Saves that are sent twice at once, over a line on which a fifth of the answers are lost, and again until one comes. The
// control makes a new id for each try.

import { randomUUID } from "node:crypto";
import { asker, type Answer } from "../ask";
import { count } from "../count";
import { judge, type Drill } from "../drill";
import { openRelay } from "../relay";
import { newForm, saveBody, type Form } from "../writers";

const sizes = { short: 150, usual: 1_000, long: 10_000 };

export const sentTwice: Drill = {
  name: "sent twice, answers lost",
  lengths: ["short", "usual", "long"],
  run: async ({ clinic, database, front, apps }, length) => {
    const n = sizes[length];
    await clinic.admit(n + 60);
    const line = await openRelay(apps.map(({ port }) => port));
    line.loseAnswers = 0.2;
    const forms: Form[] = [];
    const answers = new Set<string>();
    let tries = 0;
    await Promise.all(clinic.people.slice(0, 8).map(async ({ id, token }) => {
      const ask = asker(line.port, token, front.port);
      const twice = async (form: Form, body: object): Promise<Answer> => {
        tries += 2;
        const [one, other] = await Promise.all([ask("PUT", `/api/assessments/${form.id}`, body), ask("PUT", `/api/assessments/${form.id}`, body)]);
        return one.status >= 200 ? one : other.status >= 200 ? other : twice(form, body);
      };
      while (forms.length < n) {
        const form = { ...newForm(clinic, id), saved: true };
        forms.push(form);
        const answer = await twice(form, saveBody(form, randomUUID()));
        answers.add(`${answer.status} ${JSON.stringify(answer.body).replaceAll(form.id, "…").replaceAll(form.patientId, "…")}`);
      }
    }));
    line.loseAnswers = 0;
    await line.close();
    const careless: Form[] = [];
    const ask = asker(front.port, clinic.people[0]?.token ?? "");
    for (let each = 0; each < 20; each += 1) {
      const form = newForm(clinic, clinic.people[0]?.id ?? "");
      careless.push(form);
      const body = () => ({ ...saveBody(form, randomUUID()), allow: ["same-day"] });
      await Promise.all([ask("PUT", `/api/assessments/${randomUUID()}`, body()), ask("PUT", `/api/assessments/${randomUUID()}`, body())]);
    }
    const [{ lost, doubled }, control] = [await count(database, forms), await count(database, careless)];
    const other = [...answers].filter((answer) => !/^20[01] /.test(answer));
    return {
      n: forms.length, lost, doubled, recoveredMs: null,
      seen: `${tries} sent; answers differ ${new Set([...answers].map((answer) => answer.slice(4))).size - 1} times`,
      control: `a new id for each try: ${control.doubled} of 20 doubled`,
      problems: judge({
        "an acknowledged write is lost": lost === 0, "a write is there twice": doubled === 0, [`not every copy was answered alike: ${[...answers].join(" | ")}`]: new Set([...answers].map((answer) => answer.slice(4))).size === 1,
        [`a copy was refused: ${other[0]}`]: other.length === 0, "the control doubled nothing": control.doubled === 20,
      }),
    };
  },
};
