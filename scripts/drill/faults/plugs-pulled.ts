// Plugs pulled at random while three clinicians type in real browsers: the app and PostgreSQL are killed, lines cut, answers lost,
// connections ended, a new build taken, beside what happens to each one's own page (typists.ts). Afterwards every answer that was typed is
// looked for. In the long form for an hour; DRILL_MINUTES and DRILL_SEED choose otherwise. The control is a page that keeps nothing: there what was typed is gone with its tab.

import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser } from "@playwright/test";
import { browserArguments, findBrowser } from "../../browser.mjs";
import { countTyped } from "../count-typed";
import { judge, type Drill, type World } from "../drill";
import { openForm, typist, type Typing } from "../typists";
import { newForm } from "../writers";

const minutes = { short: 0, usual: 1, long: 60 };
const patienceMs = 5 * 60_000; // for the form in hand, and for opening what was left

export const plugsPulled: Drill = {
  name: "plugs pulled while three type",
  lengths: ["usual", "long"],
  run: async (world, length) => {
    const { clinic, database, front } = world;
    const seed = Number(process.env.DRILL_SEED ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    const lastsMs = Number(process.env.DRILL_MINUTES ?? minutes[length]) * 60_000;
    await clinic.admit(lastsMs / 500 + 20);
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
    try {
      const until = performance.now() + lastsMs;
      const going = () => performance.now() < until;
      const typing: Typing = { forms: [], answers: 0, faults: new Map(), missing: [] };
      const tools = { browser, database, clinic, origin: `http://localhost:${front.port}` };
      const people = clinic.people.slice(0, 3).map((person, index) => typist({ ...tools, random: randomFrom(seed + index + 1) }, person, typing, going));
      const ended = Promise.all([...people, pullPlugs(world, typing.faults, random, going)]).then(() => null);
      const busy = await Promise.race([ended, pause(lastsMs + patienceMs, null, { ref: false }).then(() => browser.contexts().flatMap((context) => context.pages().map((page) => page.url())))]);
      const left = await countTyped(database, typing.forms);
      const control = await keepsNothing(world, browser);
      const faults = [...typing.faults].toSorted(([, one], [, other]) => other - one);
      const [pulled, answers, saved] = [faults.reduce((sum, [, times]) => sum + times, 0), typing.answers, typing.forms.filter((each) => each.saved).length];
      return {
        n: answers, lost: typing.missing.length + left.lost.length, doubled: left.twice.length, recoveredMs: null,
        seen: `${typing.forms.length} forms, ${saved} saved; ${pulled} plugs: ${faults.map(([what, times]) => `${what} ${times}`).join(", ")}; seed ${seed}`,
        control: `a page that keeps nothing: ${control.typed - control.found} of ${control.typed} gone with its tab`,
        problems: judge({
          [`typed and not found: ${typing.missing.join("; ")}`]: typing.missing.length === 0, [`not there at the end: ${left.lost.join("; ")}`]: left.lost.length === 0, [`a form is there twice: ${left.twice[0]}`]: left.twice.length === 0,
          [`still busy ${patienceMs / 60_000} minutes after the end, at ${busy?.join(", ")}`]: busy === null, "nothing was saved": saved > 0, "the control lost nothing": control.found < control.typed,
        }),
      };
    } finally {
      await browser.close();
    }
  },
};

async function pullPlugs({ apps: [app], database, front }: World, pulled: Map<string, number>, random: () => number, going: () => boolean): Promise<void> {
  const plugs: Record<string, () => Promise<unknown>> = {
    "app killed": async () => (await app?.end("SIGKILL"), app?.start()),
    "app replaced": async () => (await app?.end("SIGTERM"), app?.start()),
    "PostgreSQL killed": async () => (await database.kill(), database.start()),
    "its connections ended": () => database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'courseline_web'"),
    "all lines cut": async () => front.cut(),
    "a third of the answers lost": async () => {
      front.loseAnswers = 0.33;
      await pause(3_000);
      front.loseAnswers = 0;
    },
    "a slow line": async () => {
      front.delayMs = 300;
      await pause(4_000);
      front.delayMs = 0;
    },
  };
  const names = Object.keys(plugs);
  while (going()) {
    await pause(1_000 + random() * 5_000);
    const name = names[Math.floor(random() * names.length)] ?? "";
    await plugs[name]?.();
    pulled.set(name, (pulled.get(name) ?? 0) + 1);
  }
}

/** Neither the server nor the device is given anything to keep. */
async function keepsNothing({ clinic, front }: World, browser: Browser): Promise<{ typed: number; found: number }> {
  const [person] = clinic.people;
  const form = newForm(clinic, person?.id ?? "");
  const context = await browser.newContext({ baseURL: `http://localhost:${front.port}`, reducedMotion: "reduce" });
  await context.addCookies([{ name: "courseline-session", value: person?.token ?? "", url: `http://localhost:${front.port}` }]);
  await context.addInitScript(() => (Storage.prototype.setItem = () => {}));
  const page = await context.newPage();
  await openForm(page, form.patientId);
  await context.setOffline(true);
  for (const rating of form.ratings.slice(0, 12)) await page.keyboard.press(String(rating));
  await page.close();
  await context.setOffline(false);
  const anew = await context.newPage();
  await openForm(anew, form.patientId);
  const found = await anew.locator("[data-item] input:checked").count();
  await context.close();
  return { typed: 12, found };
}

/** Numbers from 0 to below 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
