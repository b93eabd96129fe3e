// npm run bench:faults: what saving is like for many at once, when more is asked than can be done, and over a long time; beside
// the floor's bare insert in the same run. `--long` types, overloads and soaks as long as the aims say; without it all is short.
// The figures are this machine's, and it plays the browsers too.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ensureBuild } from "../scripts/build.mjs";
import { asker, closeConnections, type Answer } from "../scripts/drill/ask";
import { openWorld } from "../scripts/drill/world";
import { newForm, saveBody } from "../scripts/drill/writers";
import { freePort } from "../scripts/postgres.mjs";
import { say } from "../scripts/steps.mjs";
import { command } from "../scripts/trouble.mjs";
import { makeFloorTable } from "./clinic.mjs";
import { buildFloor, memoryOf, startFloor } from "./servers.mjs";
import { percentile } from "./statistics.mjs";

const long = process.argv.includes("--long");
const seconds = long ? { type: 60, overload: 60, soak: 1_800 } : { type: 15, overload: 20, soak: 60 };
const people = 50;

type Send = (person: number) => Promise<Answer>;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "courseline bench faults "));
  await ensureBuild({ ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_URL: "http://localhost:1", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEY: `${"A".repeat(43)}=` });
  await buildFloor();
  const world = await openWorld(folder, people);
  try {
    const { clinic, database, front, apps: [app] } = world;
    await clinic.admit(10_000);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    owner.on("error", () => {}); // where something went wrong, that is told, and not that its database is gone
    await owner.connect();
    const floor = await startFloor({ port: await freePort(), databaseUrl: await makeFloorTable(owner, database.ownerUrl) });
    const asks = clinic.people.map(({ token }) => asker(front.port, token));

    // Everybody has a form open, and each answer is a draft of all answers so far.
    const forms = clinic.people.map(({ id }) => ({ ...newForm(clinic, id), step: 0 }));
    const type: Send = (person) => {
      const form = forms[person % people]!;
      form.step += 1;
      const { key: _, allow: __, ...answers } = saveBody(form, "");
      return asks[person % people]!("PUT", `/api/drafts/${form.id}`, { ...answers, ratings: form.ratings.map((rating, item) => (item < form.step % 21 ? rating : null)), step: form.step });
    };
    const insert: Send = () => asker(floor.port, "")("PUT", "/insert", { id: randomUUID(), ratings: forms[0]?.ratings });
    const save: Send = (person) => {
      const form = newForm(clinic, clinic.people[person % people]?.id ?? "");
      return asks[person % people]!("PUT", `/api/assessments/${form.id}`, saveBody(form, randomUUID()));
    };
    await Promise.all([closed(type, 2_000, 8), closed(insert, 2_000, 8), closed(save, 2_000, 8)]);

    // One answer a second from each, offered whether the one before was answered or not.
    const [bare, typed] = [await offered(insert, people, seconds.type), await offered(type, people, seconds.type)];
    const ratio = typed.p95 / bare.p95;
    told(`autosave, ${people} typing an answer a second`, `p95 ${ms(typed.p95)}, floor's insert ${ms(bare.p95)}: ${ratio.toFixed(1)} times, ${typed.wrong} not stored`, ratio < 3 && typed.wrong === 0);

    await clinic.admit(10_000);
    const peak = Math.max((await closed(save, 5_000, 16)).perSecond, (await closed(save, 5_000, 16)).perSecond);
    await clinic.admit(Math.ceil(peak * (3 * seconds.overload + 60)));
    const over = await offered(save, peak * 3, seconds.overload);
    const began = performance.now();
    let healed = await offered(save, peak / 3, 1);
    // What has not healed within a minute is told as that.
    while ((healed.wrong > 0 || healed.p95 > 1_000) && performance.now() - began < 60_000) healed = await offered(save, peak / 3, 1);
    const healedMs = performance.now() - began - 1_000;
    told(`${(peak * 3).toFixed(0)} saves a second, three times the peak, for ${seconds.overload} s`, `${over.perSecond.toFixed(0)} a second saved of a peak of ${peak.toFixed(0)}: ${((100 * over.perSecond) / peak).toFixed(0)} %, ${over.shed} told to wait, ${over.hung} hung, p95 of the saved ${ms(over.p95)}, healed in ${(healedMs / 1000).toFixed(1)} s`, over.perSecond >= 0.8 * peak && over.hung === 0 && healedMs < 5_000);

    const half = peak / 2;
    await clinic.admit(Math.ceil(half * seconds.soak));
    const memory: number[] = [];
    const soaking = offered(save, half, seconds.soak);
    for (let at = 0; at < seconds.soak; at += seconds.soak / 20) {
      memory.push((await memoryOf(app?.pid() ?? 0)) / 1_048_576);
      await pause((seconds.soak / 20) * 1000);
    }
    const soaked = await soaking;
    const slope = (memory.at(-1)! - memory[Math.floor(memory.length / 2)]!) / (seconds.soak / 2 / 60);
    const [idle] = await database.query<{ count: number }>("SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'idle in transaction' AND state_change < now() - interval '1 second'");
    told(`${seconds.soak / 60} min at half load`, `${soaked.perSecond.toFixed(0)} a second of a peak of ${peak.toFixed(0)}, p95 ${ms(soaked.p95)}, ${soaked.wrong} not saved; memory ${memory[0]?.toFixed(0)} to ${memory.at(-1)?.toFixed(0)} MB, over the second half ${slope.toFixed(1)} MB a minute; ${idle?.count} transactions left open`, soaked.wrong === 0 && (!long || slope < 1) && idle?.count === 0);
    await owner.end();
    await floor.stop();
  } finally {
    closeConnections();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Load {
  /** Done within the time, not after it. */
  perSecond: number;
  p95: number;
  /** Told to try again later. */
  shed: number;
  hung: number;
  /** All that was not answered with yes. */
  wrong: number;
}

const isGood = ({ status }: Answer) => status >= 200 && status < 300;

function loadOf(answers: readonly Answer[], goodInTime: number, lastedMs: number): Load {
  const good = answers.filter(isGood);
  const times = good.map(({ tookMs }) => tookMs);
  return { perSecond: (goodInTime * 1000) / lastedMs, p95: times.length === 0 ? Number.NaN : percentile(times, 0.95), shed: answers.filter(({ status }) => status === 503 || status === 429).length, hung: answers.filter(({ hung }) => hung).length, wrong: answers.length - good.length };
}

/** So many at once, each asking again as soon as it is answered. */
async function closed(send: Send, forMs: number, atOnce: number): Promise<Load> {
  const answers: Answer[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async (_, person) => {
    while (performance.now() - began < forMs) answers.push(await send(person));
  }));
  return loadOf(answers, answers.filter(isGood).length, performance.now() - began);
}

/** So many a second, whether they are answered or not. */
async function offered(send: Send, perSecond: number, forSeconds: number): Promise<Load> {
  const sent: Promise<Answer>[] = [];
  let goodSoFar = 0;
  const began = performance.now();
  for (let count = 0; count < perSecond * forSeconds; ) {
    const due = Math.min(perSecond * forSeconds, ((performance.now() - began) / 1000) * perSecond);
    for (; count < due; count += 1) sent.push(send(count).then((answer) => ((goodSoFar += isGood(answer) ? 1 : 0), answer)));
    await pause(5);
  }
  const [goodInTime, offeredMs] = [goodSoFar, performance.now() - began];
  return loadOf(await Promise.all(sent), goodInTime, offeredMs);
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

function told(what: string, figures: string, held: boolean): void {
  say(`${held ? "  reached " : "  MISSED  "} ${what}\n             ${figures}`);
  if (!held) process.exitCode = 1;
}

await command(main);
process.exit();
