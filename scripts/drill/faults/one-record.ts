// Two people save one record at the same time, round after round: one is taken, the other is told. The control writes as a
// program does that has no version: both are told yes, and one of them is wrong.

import { judge, type Drill, type World } from "../drill";
import { asker } from "../ask";

const rounds = { short: 100, usual: 100, long: 1_000 };

export const oneRecord: Drill = {
  name: "two people save one record",
  lengths: ["short", "usual", "long"],
  run: async (world, length) => {
    const { clinic, database, front } = world;
    const n = rounds[length];
    await clinic.admit(1);
    const id = clinic.patient();
    const asks = clinic.people.slice(0, 2).map(({ token }) => asker(front.port, token));
    let [oneAndOne, silently] = [0, 0];
    for (let round = 1; round <= n; round += 1) {
      const names = asks.map((_, person) => `Round ${round} of ${person + 1}`);
      const [before] = await stored(world, id);
      const answers = await Promise.all(asks.map((ask, person) => ask("PUT", `/api/patients/${id}`, { recordNumber: before?.recordNumber, familyName: names[person], givenName: "Invented", birthDate: "1980-02-29", version: before?.version, allow: ["duplicates"] })));
      const [after] = await stored(world, id);
      const told = names.filter((_, person) => answers[person]?.status === 200);
      if (answers.map(({ status }) => status).sort().join() === "200,409") oneAndOne += 1;
      silently += told.filter((name) => name !== after?.familyName).length;
    }
    let overwritten = 0;
    for (let round = 1; round <= 20; round += 1) {
      const names = [`Blind ${round} of 1`, `Blind ${round} of 2`];
      await Promise.all(names.map((name) => database.query("UPDATE patient SET family_name = $2 WHERE id = $1", [id, name])));
      const [after] = await stored(world, id);
      overwritten += names.filter((name) => name !== after?.familyName).length;
    }
    return {
      n, lost: silently, doubled: null, recoveredMs: null,
      seen: `${oneAndOne} × one 200 and one 409`,
      control: `without a version: ${overwritten} of 20 silently overwritten`,
      problems: judge({ "an update was lost": silently === 0, "not each round had one winner": oneAndOne === n, "the control overwrote nothing": overwritten === 20 }),
    };
  },
};

const stored = ({ database }: World, id: string) =>
  database.query<{ recordNumber: string; familyName: string; version: number }>(`SELECT record_number AS "recordNumber", family_name AS "familyName", version FROM patient WHERE id = $1`, [id]);
