// npm start and npm run dev: from a fresh clone to a running Courseline, each step with its time.
// Until the dependencies are there, Node's own modules are all it uses.

import "./node-version.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ensureBuild, ensureClient } from "./build.mjs";
import { checkDatabase, checkSession, isLoopback, loadEnvFile, projectFolder, readSettings } from "./environment.mjs";
import { install, isInstalled } from "./install.mjs";
import { findEmbedded, inUse, openEmbedded } from "./postgres.mjs";
import { runTypeScript, stopRunning } from "./run.mjs";
import { code } from "./secrets.mjs";
import { step, say } from "./steps.mjs";
import { Trouble, command } from "./trouble.mjs";

const isDev = process.argv.includes("--dev");
const began = performance.now();

/** What runs, in the order in which it is to stop. @type {(() => Promise<void>)[]} */
const toStop = [];
let leaving = false;

/** @param {number} status */
async function leave(status) {
  if (leaving) return;
  leaving = true;
  await stopRunning();
  for (const stop of toStop) await stop();
  process.exit(status);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    if (!leaving) say(`\nStopping (${signal}).`);
    void leave(0);
  });
}

if (process.env.npm_lifecycle_event !== undefined && process.platform !== "win32") {
  // A signal to npm ends npm and its shell, and does not get as far as here.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent || leaving) return;
    say("\nStopping (npm has gone).");
    void leave(0);
  }, 500).unref();
}

async function main() {
  loadEnvFile();
  const settings = readSettings(process.env);
  say(`Courseline on Node ${process.versions.node}${isDev ? ", for development" : ""}\n`);

  const ready = isInstalled();
  await refuseBusyPort(settings, ready);
  await step("dependencies", async () => {
    if (isInstalled()) return "in place";
    await install();
    return "installed";
  });
  await step("database client", async () => ((await ensureClient()) ? "made" : "in place"));

  const database = await openDatabase(settings);
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    DATA_DIR: settings.dataDir,
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: settings.secret ?? database.sessionSecret,
    ENCRYPTION_KEY: settings.encryptionKey ?? database.encryptionKey,
    ENCRYPTION_KEYS_OLD: "",
    ...(database.embedded && { COURSELINE_EMBEDDED: "1" }),
  };
  await step("migrations", async () => {
    const { status, output } = await runTypeScript("prisma/migrate.ts", [], env);
    if (status !== 0) throw new Trouble(output.trim());
    await checkSession(database.appUrl);
    const applied = output.split("\n").filter((line) => line.startsWith("applied ")).length;
    return applied === 0 ? "up to date" : `${applied} applied`;
  });
  if (database.embedded) await loadDemoClinic(settings, env, database.ownerUrl);
  if (!isDev) await step("build", async () => ((await ensureBuild(env)) ? "made, the sources had changed" : "up to date"));
  await step("server", () => serve(settings, env));

  const shown = `http://${isLoopback(settings.host) ? "localhost" : settings.host}:${settings.port}`;
  const address = database.embedded || settings.publicUrl === shown ? shown : `${settings.publicUrl}, listening at ${shown}`;
  say(`\nReady in ${seconds(began)} at ${address}`);
  say("Stop it with Ctrl+C.");
  if (database.embedded) showDemoSignIns(settings);
  else if (!(await hasPeople(database.ownerUrl))) {
    say("\nNobody can sign in yet. Make the first administrator:\n  npm run user:create -- --email you@example.org " +
      '--name "Your Name" --clinic "Your Clinic" --zone Europe/Zurich');
  }
}

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * @param {import("./environment.mjs").Settings} settings
 * @returns {Promise<{ embedded: boolean, ownerUrl: string, appUrl: string, sessionSecret: string, encryptionKey: string }>}
 */
async function openDatabase(settings) {
  const { databaseUrl, migrateUrl } = settings;
  if (databaseUrl !== null && migrateUrl !== null) {
    /** @type {string[]} */
    let advice = [];
    await step("PostgreSQL", async () => {
      advice = await checkDatabase(settings);
      return `at ${new URL(databaseUrl).host}`;
    });
    for (const line of advice) say(`  ! ${line}`);
    return { embedded: false, ownerUrl: migrateUrl, appUrl: databaseUrl, sessionSecret: "", encryptionKey: "" };
  }
  /** @type {import("./postgres.mjs").Embedded | null} */
  let server = null;
  await step("PostgreSQL", async () => {
    server = await openEmbedded(settings.dataDir, { address: `http://localhost:${settings.port}` });
    toStop.push(server.stop);
    if (leaving) await server.stop();
    void server.lost.then((how) => {
      if (leaving) return;
      say(`\n${how}`);
      void leave(1);
    });
    const where = path.relative(projectFolder, settings.dataDir);
    const folder = where.startsWith("..") ? settings.dataDir : where;
    return server.isNew ? `new, in ${folder}` : `${server.recovered ? "recovered" : "started"}, in ${folder}`;
  });
  return { embedded: true, .../** @type {import("./postgres.mjs").Embedded} */ (/** @type {unknown} */ (server)) };
}

/**
 * Said before anything slow. A busy port is often this very Courseline, already running: then that is said.
 * @param {import("./environment.mjs").Settings} settings
 * @param {boolean} installed
 */
async function refuseBusyPort({ host, port, databaseUrl, dataDir }, installed) {
  if (await isRefusedByBrowsers(port)) throw new Trouble(`Port ${port} is one that browsers refuse to open. Choose another: PORT=3000 npm ${isDev ? "run dev" : "start"}`);
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host]; // the browser may take "localhost" for either
  for (const late = Date.now() + 1500; ; await pause(100)) {
    const answers = await Promise.all(hosts.map((each) => tryPort(each, port)));
    const refusal = answers.find((answer) => answer !== null && answer !== "EADDRNOTAVAIL" && answer !== "EAFNOSUPPORT");
    if (refusal === undefined) return;
    if (refusal === "EACCES") throw new Trouble(`Port ${port} is for root alone here. Choose another: PORT=3000 npm start`);
    if (refusal !== "EADDRINUSE") throw new Trouble(`Cannot listen at ${host}, port ${port} (${refusal}).`);
    const running = installed && databaseUrl === null ? await findEmbedded(dataDir) : null;
    if (running !== null) throw inUse(dataDir, running.holder);
    if (Date.now() < late) continue; // a server that was told to leave may be on its way
    throw new Trouble(`Port ${port} is busy. Choose another: PORT=${await freeAbove(port)} npm ${isDev ? "run dev" : "start"}`);
  }
}

/**
 * Ports of other protocols, mail for example, are on a list that every browser keeps, and so does Node's fetch.
 * @param {number} port
 */
async function isRefusedByBrowsers(port) {
  const error = await fetch(`http://127.0.0.1:${port}`, { method: "HEAD", signal: AbortSignal.timeout(1_000) }).catch((reason) => reason);
  return error instanceof TypeError && error.cause instanceof Error && error.cause.message === "bad port";
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>} the reason why not
 */
async function tryPort(host, port) {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, "listening");
    probe.close();
    await once(probe, "close");
    return null;
  } catch (error) {
    return code(error) ?? String(error);
  }
}

/** @param {number} port */
async function freeAbove(port) {
  for (let next = port + 1; next < 65_536; next += 1) if ((await tryPort("127.0.0.1", next)) === null) return next;
  return 3000;
}

/**
 * @param {import("./environment.mjs").Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {string} ownerUrl
 */
async function loadDemoClinic({ dataDir, demoPassword }, env, ownerUrl) {
  await step("demo clinic", async () => {
    const empty = !(await hasPeople(ownerUrl));
    const others = demoPassword !== null && demoSignIns(dataDir).some(({ password }) => password !== demoPassword);
    if (!empty && !others) return demoSignIns(dataDir).length > 0 ? "in place" : "not loaded, the database is in use";
    const { status, output } = await runTypeScript("prisma/demo-clinic.ts", [], env);
    if (status !== 0) throw new Trouble(`The demo clinic could not be loaded:\n${output.trim()}`);
    return empty ? "loaded, all patients are invented" : "in place, with new passwords";
  });
}

/** @param {string} url */
async function hasPeople(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select exists (select from app_user) as found");
  await client.end();
  return rows[0].found === true;
}

/** @param {string} dataDir */
function demoSignIns(dataDir) {
  const file = path.join(dataDir, "demo-sign-ins.txt");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  return lines.map((line) => {
    const [email = "", password = "", who = ""] = line.split("\t");
    return { email, password, who };
  });
}

/** @param {import("./environment.mjs").Settings} settings */
function showDemoSignIns({ dataDir }) {
  const people = demoSignIns(dataDir);
  if (people.length === 0) return;
  const width = Math.max(...people.map(({ email }) => email.length));
  say(`\nDemo sign-ins, also in ${path.join(dataDir, "demo-sign-ins.txt")}`);
  for (const { email, password, who } of people) say(`  ${email.padEnd(width)}  ${password}  ${who}`);
}

/**
 * @param {import("./environment.mjs").Settings} settings
 * @param {NodeJS.ProcessEnv} env
 */
async function serve({ host, port }, env) {
  const watcher = pathToFileURL(path.join(projectFolder, "scripts", "leave-with-parent.mjs")).href;
  const child = spawn(
    process.execPath,
    ["--import", watcher, path.join(projectFolder, "scripts", "serve.mjs")],
    {
      cwd: projectFolder,
      env: { ...env, HOST: host, PORT: String(port), NODE_ENV: isDev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let early = "";
  let isUp = false;
  for (const [from, to] of /** @type {const} */ ([[child.stdout, process.stdout], [child.stderr, process.stderr]])) {
    from?.on("data", (text) => {
      if (isUp) to.write(text);
      else early += text;
    });
  }
  const gone = once(child, "exit");
  toStop.unshift(async () => {
    child.kill("SIGTERM"); // it finishes the requests it has
    const forced = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(forced);
  });
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(host, port)) {
      isUp = true;
      void gone.then(([status, signal]) => {
        if (leaving) return;
        say(`\nThe server ended by itself (${signal ?? `status ${status}`}).`);
        void leave(1);
      });
      return "answering";
    }
    await pause(25);
  }
  throw new Trouble(`The server did not start:\n${early.trim()}`);
}

/**
 * @param {string} host
 * @param {number} port
 */
async function answers(host, port) {
  const name = host.includes(":") ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${name}:${port}/api/health/live`, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

await command(main);
if (process.exitCode !== undefined && process.exitCode !== 0) await leave(1);
