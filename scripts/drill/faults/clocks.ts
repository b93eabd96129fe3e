// The app's clock is wrong by minutes and by a day, and the database's sessions stand in another zone by its own settings.
// Times are stored as they were meant, sessions are judged by the database's clock, and what is answered now is taken. The
// controls: a session judged by the app's clock, and a connection that takes the zone it is given.

import { randomUUID } from "node:crypto";
import pg from "pg";
import { freePort } from "../../postgres.mjs";
import { openApp } from "../app";
import { asker } from "../ask";
import { judge, type Drill } from "../drill";
import { newForm, saveBody } from "../writers";

const minutes = [0, 5, -5, 1440, -1440];
const zones = ["Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns"];

/** For `node --import`: a clock that is wrong by so many minutes. */
const wrongClock = (by: number) => `data:text/javascript,${encodeURIComponent(`
  const [Right, off] = [Date, ${by * 60_000}];
  globalThis.Date = class extends Right { constructor(...given) { given.length === 0 ? super(Right.now() + off) : super(...given); } static now() { return Right.now() + off; } static UTC = Right.UTC; static parse = Right.parse; };`)}`;

export const clocks: Drill = {
  name: "clocks and zones",
  lengths: ["usual", "long"],
  run: async (world) => {
    const { clinic, database, front, env } = world;
    await clinic.admit(100);
    const person = clinic.people[0] ?? { id: "", token: "" };
    let [n, shifted, judgedByApp] = [0, 0, 0];
    const refused: string[] = [];
    for (const by of minutes) {
      for (const zone of by === 0 ? zones : ["UTC"]) {
        await database.query(`ALTER ROLE courseline_web SET timezone = '${zone}'; ALTER DATABASE courseline SET timezone = '${zone}'`);
        const app = await openApp(await freePort(), env({ DRILL_PRELOAD: wrongClock(by) }));
        const ask = asker(app.port, person.token, front.port);
        for (const answeredAt of [wallTime(-86_400_000), wallTime(0)]) {
          const form = newForm(clinic, person.id);
          const answer = await ask("PUT", `/api/assessments/${form.id}`, { ...saveBody(form, randomUUID()), answeredAt });
          n += 1;
          if (answer.status !== 201) refused.push(`${by} min, ${zone}, ${answeredAt}: ${answer.status} ${JSON.stringify(answer.body)}`);
          const [row] = await database.query<{ wall: string; late: number }>("SELECT to_char(answered_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD\"T\"HH24:MI') AS wall, abs(extract(epoch FROM now() - created_at)) AS late FROM assessment WHERE id = $1", [form.id]);
          if (answer.status === 201 && (row?.wall !== answeredAt || Number(row.late) > 60)) shifted += 1;
        }
        const [judged] = await database.query<{ over: boolean }>("SELECT last_seen_at < now() + make_interval(mins => $1) - interval '15 minutes' AS over FROM sign_in WHERE user_id = $2", [by, person.id]);
        if (judged?.over) judgedByApp += 1;
        await app.end("SIGTERM");
      }
    }
    const given = new pg.Client({ connectionString: database.appUrl() });
    await database.query("ALTER ROLE courseline_web SET timezone = 'Asia/Kathmandu'");
    await given.connect();
    const { rows: [naive] } = await given.query("SELECT extract(epoch FROM '2026-03-08 12:00'::timestamptz - '2026-03-08 12:00Z'::timestamptz)::int AS seconds");
    await given.end();
    await database.query("ALTER ROLE courseline_web RESET timezone; ALTER DATABASE courseline RESET timezone");
    return {
      n, lost: refused.length, doubled: null, recoveredMs: null,
      seen: `app ${minutes.filter(Boolean).map((by) => (Math.abs(by) < 60 ? `${by} min` : `${by / 1440} d`)).join(", ")}; database in ${zones.join(", ")}; ${shifted} shifted`,
      control: `a zone that is taken as given: shifted by ${Math.abs(Number(naive.seconds) / 60)} min; a session judged by the app: over ${judgedByApp} × too early`,
      problems: judge({ [`what was answered now was not taken: ${refused.join(" | ")}`]: refused.length === 0, "a time was shifted": shifted === 0, "the controls shifted nothing": Number(naive.seconds) !== 0 && judgedByApp > 0 }),
    };
  },
};

/** Of the clinic, New York's. */
function wallTime(byMs: number): string {
  return new Date(Date.now() + byMs).toLocaleString("sv-SE", { timeZone: "America/New_York" }).slice(0, 16).replace(" ", "T");
}
