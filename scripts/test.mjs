// npm test: everything that has to hold before a change is taken, from types to stories in a browser.
// Nothing is taken over from an earlier run. The last line counts.

import "./node-version.mjs";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild, makeClient } from "./build.mjs";
import { findBrowser } from "./browser.mjs";
import { projectFolder } from "./environment.mjs";
import { install, isInstalled } from "./install.mjs";
import { freePort, stopEmbedded } from "./postgres.mjs";
import { runQuietly, stopRunning } from "./run.mjs";
import { say, step } from "./steps.mjs";
import { Trouble } from "./trouble.mjs";

const distFolder = ".next-test";
const reports = mkdtempSync(path.join(tmpdir(), "courseline tests-"));
const storyData = mkdtempSync(path.join(tmpdir(), "courseline stories-"));
const total = { passed: 0, failed: 0 };

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, async () => {
    await stopRunning("SIGINT"); // the one signal on which Playwright stops its server in good order
    await tidyUp();
    process.exit(130);
  });
}

async function tidyUp() {
  await stopEmbedded(storyData);
  rmSync(storyData, { recursive: true, force: true });
  rmSync(reports, { recursive: true, force: true });
}

/** The settings of the person at the keyboard, and those in .env, are none of the tests' business. */
const env = {
  ...process.env,
  DATABASE_URL: "", MIGRATE_DATABASE_URL: "", NEXTAUTH_SECRET: "", ENCRYPTION_KEY: "", NEXTAUTH_URL: "", DATA_DIR: "", DEMO_PASSWORD: "",
  HOST: "", PORT: "", TRUST_PROXY: undefined, COURSELINE_EMBEDDED: undefined, NODE_ENV: /** @type {const} */ ("test"),
  NEXT_DIST_DIR: distFolder, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: undefined, NO_COLOR: "1",
};

/** @typedef {{ passed: number, failed: number, output?: string }} Count */

/**
 * One step. A step that ran nothing has failed, and so has one that could not be run.
 * @param {string} name
 * @param {() => Promise<Count>} work
 * @param {boolean} [beside] whether another step runs at the same time
 */
async function check(name, work, beside = false) {
  let output = "";
  const counted = async () => {
    const count = await work();
    const failed = count.passed + count.failed === 0 ? 1 : count.failed;
    total.passed += count.passed;
    total.failed += failed;
    if (failed > 0) output = count.output?.trim() || "ran nothing";
    return `${count.passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  };
  try {
    await step(name, counted, { beside });
  } catch (error) {
    total.failed += 1;
    output = error instanceof Trouble ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (output !== "") say(`\n${output}\n`);
}

/**
 * A program that passes or fails as one.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function one(program, ...args) {
  const { status, output } = await runQuietly(process.execPath, [path.join("node_modules", program), ...args], { env });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output };
}

/**
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const { status, output } = await runQuietly(
    process.execPath,
    [
      path.join("node_modules", "vitest", "vitest.mjs"), "run", "--project", project, "--allowOnly=false",
      "--reporter=default", "--reporter=json", `--outputFile.json=${report}`,
    ],
    { env },
  );
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const unread = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  const failed = numFailedTests + unread.length;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, output };
}

/** @returns {Promise<Count>} */
async function stories() {
  const report = path.join(reports, "stories.json");
  const { status, output } = await runQuietly(
    process.execPath,
    [path.join("node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=list,json"],
    {
      env: {
        ...env,
        CHROMIUM: await findBrowser(),
        E2E_PORT: String(await freePort()),
        E2E_DATA_DIR: storyData,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed === 0 && status !== 0 ? 1 : failed, output };
}

/** @returns {Promise<Count>} */
async function build() {
  // The pages are only compiled: nothing connects to these.
  const unused = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_URL: "http://localhost:1", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEY: `${"A".repeat(43)}=` };
  await ensureBuild({ ...env, ...unused });
  return { passed: 1, failed: 0 };
}

/** @returns {Promise<Count>} each fault that was survived, and each that was not */
async function drills() {
  const { status, output } = await runQuietly(process.execPath, ["--import", "tsx", path.join("scripts", "drill", "run.ts"), "--short"], { env });
  const [, held = "0", all = "0"] = /^(\d+) of (\d+) held$/m.exec(output) ?? [];
  const failed = Number(all) - Number(held);
  return { passed: Number(held), failed: failed === 0 && status !== 0 ? 1 : failed, output };
}

/** @returns {Promise<Count>} */
async function types() {
  const routes = await one("next/dist/bin/next", "typegen");
  return routes.failed > 0 ? routes : one("typescript/bin/tsc", "--project", "tsconfig.check.json");
}

const began = performance.now();
rmSync(path.join(projectFolder, distFolder), { recursive: true, force: true });
try {
  await step("dependencies", async () => {
    if (isInstalled()) return "in place";
    await install();
    return "installed";
  });
  await step("database client", async () => {
    await makeClient();
    return "made";
  });
  await check("types", types);
  await check("lint", () => one("oxlint/bin/oxlint"));
  // Two at a time: vitest uses one of two processors, and most of starting, stopping and breaking is waiting.
  await Promise.all([
    (async () => {
      await check("unit tests", () => vitest("unit"), true);
      await check("record tests", () => vitest("records"), true);
      // The build beside is made long before.
      await check("start and stop", () => vitest("start"), true);
      await check("fault drills", drills, true);
    })(),
    (async () => {
      await check("build", build, true);
      await check("stories", stories, true);
    })(),
  ]);
} catch (error) {
  total.failed += 1;
  say(`\n${error instanceof Error ? error.message : error}\n`);
}
await tidyUp();
say(`\nin ${Math.round((performance.now() - began) / 1000)} s`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
