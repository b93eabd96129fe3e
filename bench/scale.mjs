// npm run bench:scale: the same pages for a practice of a hundred patients and for a health system of a hundred thousand, each beside
// the floor's page in turns, and how they grow. Which tables a page reads whole is counted by PostgreSQL itself. A group of all patients
// stands beside the bare sums over the same rows. `--sizes 100,1000` for others; `--keep FOLDER` leaves the data there, to be measured again;
// `--docs` draws its pictures into docs.

import "../scripts/node-version.mjs";
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { projectFolder } from "../scripts/environment.mjs";
import { freePort } from "../scripts/postgres.mjs";
import { runQuietly } from "../scripts/run.mjs";
import { say, step } from "../scripts/steps.mjs";
import { Trouble, command } from "../scripts/trouble.mjs";
import { connectOwner, makeFloorTable, signIn } from "./clinic.mjs";
import { besideBare, cohortPages, readByCohorts } from "./cohort.mjs";
import { plot } from "./plot.mjs";
import { buildFloor, memoryOf, startFloor, startProduct } from "./servers.mjs";
import { median, percentile } from "./statistics.mjs";

/**
 * @typedef {{ name: string, ask: () => Promise<Response> }} Page
 * @typedef {{ page: string, p50: number, p95: number, toFloor: number, whole: string[] }} Found times in ms; `toFloor` of the p95
 * @typedef {{ patients: number, assessments: number, team: number, pages: Found[], cohorts: import("./cohort.mjs").Cohorts & { whole: string[] }, memoryMB: number[] }} Size `memoryMB` before groups were asked for, and after
 */

const { values } = parseArgs({ options: { sizes: { type: "string", default: "100,1000,10000,100000" }, keep: { type: "string" }, docs: { type: "boolean", default: false } } });
const sizes = values.sizes.split(",").map(Number);
const rounds = 200; // of fewer the twentieth part is a handful, and chance
const largeTable = 10_000; // rows; a smaller one may be read whole
const aim = 1.3;

await command(async () => {
  const folder = values.keep ?? mkdtempSync(path.join(os.tmpdir(), "courseline-scale-"));
  try {
    await step("floor", async () => (await buildFloor(), "built"));
    mkdirSync(folder, { recursive: true });
    const kept = path.join(folder, "password");
    if (!existsSync(kept)) writeFileSync(kept, randomBytes(18).toString("base64url"), { mode: 0o600 });
    /** @type {Size[]} */
    const found = [];
    for (const patients of sizes) found.push(await measure(folder, patients, readFileSync(kept, "utf8")));
    report(found);
    const results = path.join(projectFolder, "bench", "results");
    mkdirSync(results, { recursive: true });
    writeFileSync(path.join(results, "scale.json"), `${JSON.stringify({ at: new Date().toISOString(), processor: os.cpus()[0]?.model, cores: os.cpus().length, sizes: found }, null, 2)}\n`);
    const xs = found.map(({ patients }) => patients);
    const pages = (found[0]?.pages ?? []).map(({ page }, index) => ({ name: page, ys: found.map((size) => size.pages[index]?.toFloor ?? NaN) }));
    const groups = (found[0]?.cohorts.pages ?? []).map(({ page }, index) => ({ name: page, ys: found.map(({ cohorts }) => cohorts.pages[index]?.p50 ?? NaN) }));
    const bare = { name: "bare sums", ys: found.map(({ cohorts }) => cohorts.bare.p50) };
    writeFileSync(path.join(results, "scale.svg"), `${plot({ xs, lines: pages, x: "patients", y: "p95 of a page, in those of the floor's" })}\n`);
    writeFileSync(path.join(results, "scale-cohort.svg"), `${plot({ xs, lines: [...groups, bare], x: "patients", y: "ms of a page of all of them (median), and of the bare sums" })}\n`);
    if (values.docs) for (const name of ["scale.svg", "scale-cohort.svg"]) copyFileSync(path.join(results, name), path.join(projectFolder, "docs", name));
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} folder
 * @param {number} patients
 * @param {string} password
 * @returns {Promise<Size>}
 */
async function measure(folder, patients, password) {
  const dataDir = path.join(folder, String(patients));
  await step(`${patients.toLocaleString("en")} patients`, async () => {
    const { status, output } = await runQuietly(process.execPath, ["scripts/with-database.mjs", "prisma/demo-load.ts", "--patients", String(patients)], { env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, DEMO_PASSWORD: password } });
    if (status !== 0 && !output.includes("--again")) throw new Trouble(output.trim());
    return status === 0 ? "loaded" : "as they were";
  });
  const product = await startProduct({ dataDir, port: await freePort(), password });
  const { owner, ownerUrl } = await connectOwner(dataDir);
  owner.on("error", () => {});
  await owner.query("DROP DATABASE IF EXISTS floor");
  const floor = await startFloor({ port: await freePort(), databaseUrl: await makeFloorTable(owner, ownerUrl) });
  try {
    const origin = `http://127.0.0.1:${product.port}`;
    const { rows: [largest] } = await owner.query(`SELECT u.email, t.id AS team, count(*)::int AS patients FROM patient p JOIN care_team t ON t.id = p.team_id
      JOIN care_team_member m ON m.team_id = t.id AND m.left_at IS NULL JOIN app_user u ON u.id = m.user_id AND 'clinician' = ANY (u.roles)
      WHERE u.email LIKE 'clinician-%' GROUP BY u.email, t.id ORDER BY patients DESC, u.email LIMIT 1`);
    // One whose chart is as long as another size's: a chart grows with its own forms.
    const { rows: [patient] } = await owner.query(`SELECT p.id, p.family_name AS name, p.record_number AS number FROM patient p JOIN assessment a ON a.patient_id = p.id
      WHERE p.team_id = $1 GROUP BY p.id HAVING count(*) BETWEEN 10 AND 14 ORDER BY abs(count(*) - 12), p.record_number LIMIT 1`, [largest.team]);
    const cookie = await signIn(origin, largest.email, password);
    const get = (/** @type {string} */ address) => () => fetch(`${origin}${address}`, { redirect: "manual", headers: { cookie } });
    const ask = (/** @type {object} */ body) => () => fetch(`${origin}/api/caseload`, { method: "POST", headers: { cookie, origin, "sec-fetch-site": "same-origin", "content-type": "application/json" }, body: JSON.stringify(body) });
    /** @type {Page[]} */
    const pages = [
      { name: "caseload", ask: get("/caseload") },
      { name: "search for one", ask: ask({ query: patient.number }) },
      { name: "search by four letters", ask: ask({ query: String(patient.name).slice(0, 4) }) },
      { name: "overdue, by change", ask: ask({ filter: "overdue", sort: "change", direction: "desc" }) },
      { name: "today", ask: get("/today") },
      { name: "chart", ask: get(`/patients/${patient.id}`) },
    ];
    await owner.query("ANALYZE");
    /** @type {Found[]} */
    const measured = [];
    for (const page of pages) measured.push({ ...(await beside(page, floor.port)), whole: await readWhole(owner, page) });
    const { rows: [{ assessments }] } = await owner.query("SELECT count(*)::int AS assessments FROM assessment");
    const memory = async () => (await memoryOf(product.pid)) / 1e6;
    const asked = await cohortPages(owner, origin, password);
    const before = await memory();
    const cohorts = await besideBare(owner, asked);
    /** @type {Set<string>} */
    const whole = new Set();
    for (const page of asked) for (const table of await readWhole(owner, page)) whole.add(table);
    return { patients, assessments, team: largest.patients, pages: measured, cohorts: { ...cohorts, whole: [...whole] }, memoryMB: [before, await memory()] };
  } finally {
    await owner.end();
    await floor.stop();
    await product.stop();
  }
}

/**
 * The page and the floor's page in turns, one at a time.
 * @param {Page} page
 * @param {number} floorPort
 */
async function beside({ name, ask }, floorPort) {
  const atFloor = () => fetch(`http://127.0.0.1:${floorPort}/`);
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([timed(name, ask), timed("floor", atFloor)]);
  /** @type {number[]} */
  const own = [];
  /** @type {number[]} */
  const floor = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await timed(name, ask));
    floor.push(await timed("floor", atFloor));
  }
  const p95 = percentile(own, 0.95);
  return { page: name, p50: median(own), p95, toFloor: p95 / percentile(floor, 0.95) };
}

/**
 * @param {string} name
 * @param {() => Promise<Response>} ask
 */
async function timed(name, ask) {
  const began = performance.now();
  const response = await ask();
  await response.arrayBuffer();
  if (!response.ok) throw new Trouble(`${name} answered with ${response.status}`);
  return performance.now() - began;
}

/**
 * The large tables that one answer read from end to end.
 * @param {import("pg").Client} owner
 * @param {Page} page
 */
async function readWhole(owner, { name, ask }) {
  const counted = async () => {
    await pause(1500); // a backend tells its counts once a second at most
    const { rows } = await owner.query("SELECT s.relname AS name, s.seq_scan::int AS scans FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid WHERE c.reltuples > $1", [largeTable]);
    return new Map(rows.map(({ name: table, scans }) => [table, Number(scans)]));
  };
  const before = await counted();
  await timed(name, ask);
  return [...(await counted())].filter(([table, scans]) => scans > (before.get(table) ?? 0)).map(([table]) => table);
}

/** @param {Size[]} found */
function report(found) {
  const first = found[0];
  const cell = (/** @type {string} */ text, width = 12) => text.padStart(width);
  say(`\np95 in ms, in brackets of the floor's, and growth of that from ${first?.patients} patients (aim: at most ${aim} ×)`);
  say(`${"".padEnd(24)}${found.map(({ patients }) => cell(patients.toLocaleString("en"), 26)).join("")}`);
  for (const [index, { page, toFloor }] of (first?.pages ?? []).entries()) {
    const cells = found.map(({ pages }) => {
      const here = /** @type {Found} */ (pages[index]);
      return cell(`${here.p95.toFixed(1)} (${here.toFloor.toFixed(2)}) ${(here.toFloor / toFloor).toFixed(2)} ×`, 26);
    });
    say(`${page.padEnd(24)}${cells.join("")}`);
  }
  say(`${"patients of a team".padEnd(24)}${found.map(({ team }) => cell(team.toLocaleString("en"), 26)).join("")}`);
  say(`${"assessments".padEnd(24)}${found.map(({ assessments }) => cell(assessments.toLocaleString("en"), 26)).join("")}`);
  for (const [index, { page }] of (first?.cohorts.pages ?? []).entries()) {
    const cells = found.map(({ cohorts }) => {
      const { p50, p95, toBare } = /** @type {import("./cohort.mjs").Cohort} */ (cohorts.pages[index]);
      return cell(`${p50.toFixed(0)}, p95 ${p95.toFixed(0)} (${toBare.toFixed(1)} × bare)`, 26);
    });
    say(`${page.padEnd(24)}${cells.join("")}`);
  }
  say(`${"bare sums, ms".padEnd(24)}${found.map(({ cohorts }) => cell(`${cohorts.bare.p50.toFixed(0)}, p95 ${cohorts.bare.p95.toFixed(0)}`, 26)).join("")}`);
  say(`${"server memory, MB".padEnd(24)}${found.map(({ memoryMB }) => cell(memoryMB.map((each) => each.toFixed(0)).join(" → "), 26)).join("")}`);
  for (const { patients, cohorts } of found) {
    const other = cohorts.whole.filter((table) => !readByCohorts.includes(table));
    if (other.length > 0) say(`  ✗ at ${patients.toLocaleString("en")}, a group reads ${other.join(", ")} whole; ${readByCohorts.join(" and ")} it has to`);
  }
  for (const { patients, pages } of found) for (const { page, whole } of pages) if (whole.length > 0) say(`  ✗ at ${patients.toLocaleString("en")}, ${page} reads ${whole.join(", ")} whole`);
}
