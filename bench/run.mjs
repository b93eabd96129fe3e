// npm run bench: brings up Courseline and the floor beside it, measures both in turns, and says which aims are reached.
// The figures are this machine's, on loopback; the ratios to the floor are what travels. What a run
// has measured is shown and kept even when a part of it breaks; it then fails. --quick is for trying it out, --pages leaves the load out.

import "../scripts/node-version.mjs";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectFolder } from "../scripts/environment.mjs";
import { freePort } from "../scripts/postgres.mjs";
import { stopRunning } from "../scripts/run.mjs";
import { say, step } from "../scripts/steps.mjs";
import { Trouble, command } from "../scripts/trouble.mjs";
import { judge } from "./aims.mjs";
import { openBrowser } from "./browser.mjs";
import { makeLongCourse } from "./long-course.mjs";
import { connectOwner, makeFloorTable, openDemo, openOwnClinic, reader } from "./clinic.mjs";
import { keys } from "./keys.mjs";
import { paint } from "./paint.mjs";
import { report } from "./report.mjs";
import { buildFloor, distDir, memoryOf, startFloor, startProduct } from "./servers.mjs";
import { median } from "./statistics.mjs";
import { storm } from "./storm.mjs";
import { targets } from "./targets.mjs";
import { throughput } from "./throughput.mjs";

/**
 * @typedef {{
 *   at: string, quick: boolean, machine: Record<string, string | number>,
 *   startUp: { what: string, ms: number }[], memory: { what: string, bytes: number }[],
 *   load: import("./throughput.mjs").Measured[], storm: import("./storm.mjs").Storm | null, paint: import("./paint.mjs").Painted[],
 *   keys: { pressed: number, enterToDrawnMs: number } | null,
 *   stored: { answered: number, found: number } | null, broke: string[], aims: import("./aims.mjs").Judged[],
 * }} Results
 */

const isQuick = process.argv.includes("--quick");
const plan = isQuick
  ? { rounds: 1, sliceMs: 500, warmMs: 500, concurrencies: [1, 10, 50], plainVisits: 1, slowVisits: 1, typed: 1, warmStarts: 1 }
  : { rounds: 5, sliceMs: 1000, warmMs: 1500, concurrencies: [1, 10, 50], plainVisits: 5, slowVisits: 3, typed: 3, warmStarts: 3 };
const callers = Math.max(...plan.concurrencies);

const folder = mkdtempSync(path.join(os.tmpdir(), "courseline-bench-"));
const password = randomBytes(18).toString("base64url");

/** What runs, the last first. @type {(() => Promise<unknown>)[]} */
const toStop = [];
async function stopAll() {
  for (let stop = toStop.pop(); stop !== undefined; stop = toStop.pop()) await stop();
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(signal, async () => {
    stopRunning();
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}

await command(async () => {
  try {
    await main();
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function main() {
  const machine = {
    processor: os.cpus()[0]?.model ?? "unknown", cores: os.cpus().length, memoryGB: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.release()}`, node: process.versions.node, busyBefore: Number(os.loadavg()[0]?.toFixed(2)),
  };
  say(`Benchmark${isQuick ? ", quick" : ""}: ${machine.cores} × ${machine.processor}, Node ${machine.node}\n`);
  if (machine.busyBefore > 0.5) say(`  ! The machine is busy already (load ${machine.busyBefore}): take the figures with care.\n`);

  /** @type {Results["startUp"]} */
  const startUp = [];
  await step("floor", async () => (await buildFloor(), "built"));
  if (!isQuick) rmSync(path.join(projectFolder, distDir), { recursive: true, force: true });
  const dataDir = path.join(folder, "data");
  const productPort = await freePort();
  const product = await starting("Courseline", () => startProduct({ dataDir, port: productPort, password }));
  const stopProduct = stopping(product);
  startUp.push({ what: isQuick ? "new data folder, build as found" : "new data folder, nothing built", ms: product.readyMs });

  const { owner, ownerUrl } = await connectOwner(dataDir);
  owner.on("error", () => {});
  toStop.push(() => owner.end());
  const databaseUrl = await makeFloorTable(owner, ownerUrl);
  const floorPort = await freePort();
  const floor = await starting("floor server", () => startFloor({ port: floorPort, databaseUrl }));
  stopping(floor);
  startUp.push({ what: "the floor, warm", ms: floor.readyMs });

  const origin = `http://127.0.0.1:${productPort}`;
  const demo = await openDemo(owner, origin, password);
  const own = await openOwnClinic(owner, origin, password, callers + plan.typed);
  const long = await makeLongCourse(origin, own.cookie);
  const already = await own.savedForms();
  const memory = await memories("before load");

  /** @type {string[]} */
  const broke = [];
  const part = async (/** @type {string} */ name, /** @type {() => Promise<string>} */ work) => {
    try {
      await step(name, work);
    } catch (error) {
      broke.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  };

  /** @type {Results["load"]} */
  const load = [];
  let answered = 0;
  const all = targets({ floorPort, productPort, origin, demo, own: { ...own, patients: own.patients.slice(0, callers) }, long });
  const servers = new Map([[floorPort, floor.pid], [productPort, product.pid]]);
  if (!process.argv.includes("--pages")) await part("load", async () => {
    await throughput(all, plan, load, (port) => processorTime(Number(servers.get(port))), (target, count) => {
      if (target === "save a PCL-5") answered += count;
    });
    return `${load.reduce((sum, each) => sum + each.answered, 0)} answers`;
  });
  /** @type {Results["storm"]} */
  let stormed = null;
  const chart = all.find(({ name }) => name === "chart");
  if (chart && !process.argv.includes("--pages")) await part("sign-ins", async () => {
    stormed = await storm({ origin, email: reader, password, chart, rounds: isQuick ? 1 : 3, forMs: isQuick ? 1000 : 4000 });
    return `${stormed.signIns} beside the chart`;
  });
  /** @type {Results["stored"]} */
  let stored = null;
  await part("stored", async () => {
    memory.push(...(await memories("after load")));
    stored = { answered, found: (await own.savedForms()) - already };
    if (stored.found < answered) throw new Error(`${answered} saves answered with success, ${stored.found} stored`);
    return `${stored.found} forms`;
  });

  /** @type {Results["paint"]} */
  let painted = [];
  /** @type {Results["keys"]} */
  let typed = null;
  await part("pages", async () => {
    const browser = await openBrowser();
    toStop.push(() => browser.close());
    painted = await paint(browser, [
      { name: "floor page", url: `http://127.0.0.1:${floorPort}/`, cookie: null, draws: false },
      { name: "sign-in", url: `${origin}/sign-in`, cookie: null, draws: false },
      { name: "caseload", url: `${origin}/caseload`, cookie: demo.cookie, draws: false },
      { name: "form", url: `${origin}/patients/${demo.rivera.id}/record`, cookie: demo.cookie, draws: false },
      { name: "chart", url: `${origin}/patients/${demo.rivera.id}`, cookie: demo.cookie, draws: true },
      { name: "longest chart", url: `${origin}/patients/${demo.longest.id}`, cookie: demo.cookie, draws: true },
    ], plan, (trouble) => broke.push(trouble));
    return `${painted.length} pages`;
  });
  await part("keyboard", async () => {
    const browser = await openBrowser();
    toStop.push(() => browser.close());
    typed = await keys(browser, origin, own, own.patients.slice(callers), async (patient) => {
      const { rows } = await owner.query("select total from assessment where patient_id = $1 order by created_at", [patient]);
      return rows.map(({ total }) => total);
    });
    return `${plan.typed} forms`;
  });

  await owner.end();
  await stopProduct();
  await part("starts", async () => {
    /** @type {number[]} */
    const warm = [];
    for (let time = 0; time < plan.warmStarts; time += 1) {
      const again = await startProduct({ dataDir, port: productPort, password });
      await stopping(again)();
      if (/^ *build +made/m.test(again.said)) throw new Error("the sources changed during the run: it was built again");
      warm.push(again.readyMs);
    }
    startUp.push({ what: "same data folder, build in place", ms: median(warm) });
    const fresh = await startProduct({ dataDir: path.join(folder, "new"), port: productPort, password });
    startUp.push({ what: "new data folder, build in place", ms: fresh.readyMs });
    await stopping(fresh)();
    return "again and anew";
  });

  const aims = judge({ load, paint: painted, keys: typed });
  /** @type {Results} */
  const results = { at: new Date().toISOString(), quick: isQuick, machine, startUp, memory, load, storm: stormed, paint: painted, keys: typed, stored, broke: [...broke, ...failures(load)], aims };
  report(results);
  const file = path.join(projectFolder, "bench", "results", `${results.at.replaceAll(":", "-")}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  say(`\nWritten to ${path.relative(projectFolder, file)}`);
  if (results.broke.length > 0) throw new Trouble(`Something broke:\n  ${results.broke.join("\n  ")}`);

  /** @param {string} when */
  async function memories(when) {
    return [
      { what: `Courseline, ${when}`, bytes: await memoryOf(product.pid) },
      { what: `floor, ${when}`, bytes: await memoryOf(floor.pid) },
    ];
  }
}

/**
 * An answer that was no success is more than a figure that falls short.
 * @param {Results["load"]} load
 */
function failures(load) {
  return load.flatMap(({ target, concurrency, failures: kinds }) =>
    Object.entries(kinds).map(([what, count]) => `${target}, ${concurrency} at once: ${what}, ${count} times`));
}

/**
 * @param {string} name
 * @param {() => Promise<import("./servers.mjs").Server>} start
 */
async function starting(name, start) {
  /** @type {import("./servers.mjs").Server[]} */
  const started = [];
  await step(name, async () => {
    started.push(await start());
    return "answering";
  });
  return /** @type {import("./servers.mjs").Server} */ (started[0]);
}

/**
 * @param {import("./servers.mjs").Server} server
 * @returns {() => Promise<void>} stops it once
 */
function stopping({ stop }) {
  toStop.push(stop);
  return stop;
}

/**
 * The processor time a process has used so far, in ms; known where the system has /proc, in hundredths of a second.
 * @param {number} pid
 */
function processorTime(pid) {
  if (process.platform !== "linux") return null;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
