// The embedded PostgreSQL: one cluster per data folder, one Courseline per cluster. Whoever holds the
// advisory lock below has it in use; a server without a holder was left behind by a killed start.

import { once } from "node:events";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresPrograms } from "./postgres-programs.mjs";
import { code, ensureSecrets, readSecrets } from "./secrets.mjs";
import { Trouble } from "./trouble.mjs";

const inUseLock = 1_131_378_034; // any number, as long as it is this one
const holderName = "Courseline at ";
const patience = 60_000;

/**
 * @typedef {{
 *   ownerUrl: string, appUrl: string, sessionSecret: string, encryptionKey: string,
 *   isNew: boolean, recovered: boolean,
 *   lost: Promise<string>,
 *   stop: () => Promise<void>,
 * }} Embedded
 */

/**
 * Brings up the cluster under `dataDir` (making it when there is none) and holds it until `stop`.
 * @param {string} dataDir
 * @param {{ address: string, durable?: boolean }} holder what a second start is told about this one; without
 *   durability, for tests alone, a power failure may damage the data
 * @returns {Promise<Embedded>}
 */
export async function openEmbedded(dataDir, { address, durable = true }) {
  const root = path.resolve(dataDir);
  const secrets = ensureSecrets(root);
  const programs = postgresPrograms(root);
  const isNew = await ensureCluster(root, programs, secrets);
  programs.own(clusterIn(root));
  rotateLog(root);
  let recovered = existsSync(pidFileIn(root));
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(100)) {
    const found = await look(root, secrets);
    if (found.state === "held") throw inUse(root, found.holder);
    if (found.state === "left behind") {
      // Taken over by a restart: its settings may be another version's, and a child of ours is ours to stop.
      await stopLeftBehind(root, found.pid);
      recovered = true;
    }
    if (found.state === "changing") continue;
    const server = await launch(root, programs, secrets, { address, durable });
    if (server !== null) {
      await prepare(server.port, secrets);
      return { ...urls(server.port, secrets), isNew, recovered, lost: server.lost, stop: server.stop };
    }
  }
  throw new Trouble(`PostgreSQL did not start. Its log, ${logIn(root)}, ends with:\n${logEnd(root)}`);
}

/**
 * @param {string} dataDir
 * @param {string} holder
 */
export function inUse(dataDir, holder) {
  return new Trouble(`${dataDir} is in use by another Courseline (${holder}). Stop that one first, or give this one ` +
    "a folder of its own: DATA_DIR=/another/folder npm start");
}

/**
 * The addresses of the cluster under `dataDir` if a Courseline has it running, else null.
 * @param {string} dataDir
 */
export async function findEmbedded(dataDir) {
  const root = path.resolve(dataDir);
  const secrets = readSecrets(root);
  if (secrets === null) return null;
  const found = await look(root, secrets);
  return found.state === "held" ? { ...urls(found.port, secrets), holder: found.holder } : null;
}

/**
 * Stops the server under `dataDir` that a killed Courseline left behind, if there is one.
 * @param {string} dataDir
 */
export async function stopEmbedded(dataDir) {
  const root = path.resolve(dataDir);
  const secrets = readSecrets(root);
  if (secrets === null) return;
  const found = await look(root, secrets);
  if (found.state === "left behind") await stopLeftBehind(root, found.pid);
}

/** @param {string} root */
const clusterIn = (root) => path.join(root, "postgres");
/** @param {string} root */
const pidFileIn = (root) => path.join(clusterIn(root), "postmaster.pid");
/** @param {string} root */
const logIn = (root) => path.join(root, "postgres.log");

/**
 * @param {number} port
 * @param {import("./secrets.mjs").Secrets} secrets
 */
function urls(port, secrets) {
  return {
    ownerUrl: `postgresql://postgres:${secrets.owner}@127.0.0.1:${port}/courseline`,
    appUrl: `postgresql://courseline_web:${secrets.web}@127.0.0.1:${port}/courseline`,
    sessionSecret: secrets.session,
    encryptionKey: secrets.encryption,
  };
}

/**
 * Made beside its place and renamed into it, so that a start killed half-way leaves nothing half-made.
 * @param {string} root
 * @param {import("./postgres-programs.mjs").Programs} programs
 * @param {import("./secrets.mjs").Secrets} secrets
 */
async function ensureCluster(root, programs, secrets) {
  for (const name of readdirSync(root)) {
    const maker = /^postgres\.new-(\d+)/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(path.join(root, name), { recursive: true });
  }
  if (existsSync(clusterIn(root))) {
    const major = readFileSync(path.join(clusterIn(root), "PG_VERSION"), "utf8").trim();
    if (major === programs.major) return false;
    throw new Trouble(`${clusterIn(root)} was written by PostgreSQL ${major}; this Courseline brings ` +
      `${programs.major}. Start it with the Courseline that wrote it.`);
  }
  const draft = `${clusterIn(root)}.new-${process.pid}`;
  const password = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, `${secrets.owner}\n`, { mode: 0o600 });
  programs.own(draft);
  programs.own(password);
  try {
    const made = programs.start("initdb", [
      `--pgdata=${draft}`, "--username=postgres", `--pwfile=${password}`, "--auth=scram-sha-256",
      "--data-checksums", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
    ], ["ignore", "ignore", "pipe"]);
    let complaint = "";
    made.stderr?.on("data", (text) => (complaint += text));
    const [status] = await once(made, "close");
    if (status !== 0) throw new Trouble(`PostgreSQL could not make its folder in ${root}: ${complaint.trim()}`);
    renameSync(draft, clusterIn(root));
    syncFolder(root);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (code(error) === "ENOTEMPTY" || code(error) === "EEXIST") return false; // another start was quicker
    throw error;
  } finally {
    rmSync(password, { force: true });
  }
}

/** @param {string} folder */
function syncFolder(folder) {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** @param {string} root */
function rotateLog(root) {
  if (existsSync(logIn(root)) && statSync(logIn(root)).size > 5_000_000) renameSync(logIn(root), `${logIn(root)}.1`);
}

/** @param {string} root */
function logEnd(root) {
  return existsSync(logIn(root)) ? readFileSync(logIn(root), "utf8").trimEnd().split("\n").slice(-5).join("\n") : "";
}

/**
 * @typedef {{ state: "stopped" } | { state: "changing" } | { state: "held", holder: string, port: number }
 *   | { state: "left behind", pid: number }} Found
 */

/**
 * What is going on in the folder. The server is asked; its process id is never believed alone,
 * for after a restart of the machine the same number is another program.
 * @param {string} root
 * @param {import("./secrets.mjs").Secrets} secrets
 * @returns {Promise<Found>}
 */
async function look(root, secrets) {
  if (!existsSync(pidFileIn(root))) return { state: "stopped" };
  const lines = readFileSync(pidFileIn(root), "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (port > 0) {
    const answer = await ask(root, port, secrets);
    if (answer !== null) return answer;
  }
  if (isPostmaster(pid, clusterIn(root))) return { state: "changing" };
  if (isAlive(pid) && lines[0] !== String(process.pid)) {
    // PostgreSQL would take the stranger for itself. It passes over its parent, so that is what we write;
    // the rest of the file stays, with which it makes sure that no backend outlived its server.
    writeFileSync(pidFileIn(root), [process.pid, ...lines.slice(1)].join("\n"));
  }
  return { state: "stopped" };
}

/**
 * @param {string} root
 * @param {number} port
 * @param {import("./secrets.mjs").Secrets} secrets
 * @returns {Promise<Found | null>} null when nobody we know answers there
 */
async function ask(root, port, secrets) {
  let client;
  try {
    client = await connect(port, secrets);
    const { rows: [server] } = await client.query(
      "select current_setting('data_directory') as folder, split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid",
    );
    if (realpathSync(server.folder) !== realpathSync(clusterIn(root))) return null;
    const { rows: [lock] } = await client.query("select pg_try_advisory_lock($1) as free", [inUseLock]);
    if (lock.free) return { state: "left behind", pid: Number(server.pid) };
    const { rows: [holder] } = await client.query(
      "select application_name as name from pg_locks join pg_stat_activity using (pid) " +
        "where locktype = 'advisory' and granted and objid::bigint = $1 limit 1",
      [inUseLock],
    );
    return { state: "held", holder: String(holder?.name ?? "").replace(holderName, "") || "just starting", port };
  } catch (error) {
    // Starting up, shutting down or being stopped under our hands: look again shortly.
    return ["57P01", "57P03"].includes(code(error) ?? "") ? { state: "changing" } : null;
  } finally {
    await client?.end().catch(() => {});
  }
}

/**
 * @param {number} port
 * @param {import("./secrets.mjs").Secrets} secrets
 * @param {{ database?: string, name?: string }} [as]
 */
async function connect(port, secrets, { database = "postgres", name = "courseline" } = {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    host: "127.0.0.1", port, user: "postgres", password: secrets.owner, database, application_name: name,
    connectionTimeoutMillis: 5000, keepAlive: true,
  });
  client.on("error", () => {}); // told again by the query that fails, or by "end"
  await client.connect();
  return client;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return code(error) === "EPERM";
  }
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
function isPostmaster(pid, cluster) {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    const list = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return list.status !== 0 || list.stdout.includes("postgres");
  } catch (error) {
    return code(error) === "EACCES"; // another user's: leave it alone
  }
}

/**
 * @param {string} root
 * @param {number} pid
 */
async function stopLeftBehind(root, pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT"); // PostgreSQL's fast shutdown; taking its file away is the last thing it does
  for (const late = Date.now() + 30_000; isAlive(pid) && existsSync(pidFileIn(root)); await pause(20)) {
    if (Date.now() > late) process.kill(pid, "SIGQUIT");
  }
}

/**
 * @param {string} root
 * @param {import("./postgres-programs.mjs").Programs} programs
 * @param {import("./secrets.mjs").Secrets} secrets
 * @param {{ address: string, durable: boolean }} holder
 */
async function launch(root, programs, secrets, { address, durable }) {
  const port = await freePort();
  const log = openSync(logIn(root), "a", 0o600);
  const args = Object.entries(settings(port, durable)).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = programs.start("postgres", ["-D", clusterIn(root), ...args], ["ignore", log, log]);
  closeSync(log);
  let running = true;
  /** @type {Promise<string>} */
  const gone = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (status, signal) => resolve(`ended with ${signal ?? `status ${status}`}`));
  });
  void gone.then(() => (running = false));

  let stopping = false;
  /** @type {import("pg").Client | null} */
  let guard = null;
  /** Takes the lock, again after each crash of a backend, for as long as the server lives. */
  const hold = async () => {
    while (running && !stopping) {
      const client = await connect(port, secrets, { name: `${holderName}${address}` }).catch(() => null);
      if (client === null) {
        await pause(15);
        continue;
      }
      const taken = await client.query("select pg_try_advisory_lock($1) as mine", [inUseLock]).catch(() => null);
      if (taken?.rows[0]?.mine !== true) {
        await client.end().catch(() => {});
        await Promise.race([gone, pause(500)]);
        return false; // another start took this server for one left behind, and is stopping it
      }
      guard = client;
      client.on("end", () => void hold());
      return true;
    }
    return false;
  };
  const stop = async () => {
    stopping = true;
    await guard?.end().catch(() => {});
    if (running) child.kill("SIGINT");
    const forced = setTimeout(() => child.kill("SIGQUIT"), 30_000);
    await gone;
    clearTimeout(forced);
  };
  if (!(await hold())) {
    await stop();
    return null;
  }
  return { port, stop, lost: gone.then((how) => `PostgreSQL ${how}; its log is ${logIn(root)}.`) };
}

/** @returns {Promise<number>} */
export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}

/**
 * Loopback only and durable. The log keeps starts, stops and failures of the server, but no statement, value
 * or refused row: those may be about a patient.
 * @param {number} port
 * @param {boolean} durable
 */
function settings(port, durable) {
  return {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 60,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    fsync: durable ? "on" : "off",
    password_encryption: "scram-sha-256",
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_checkpoints: "off",
  };
}

/**
 * The database and the application's login, which gets its rights from the migrations.
 * @param {number} port
 * @param {import("./secrets.mjs").Secrets} secrets
 */
async function prepare(port, secrets) {
  const client = await connect(port, secrets);
  try {
    const { rows: [known] } = await client.query(
      "select exists (select from pg_roles where rolname = 'courseline_web') as login, " +
        "exists (select from pg_database where datname = 'courseline') as tables",
    );
    if (!known.login) {
      await client.query(`create role courseline_web login noinherit password ${client.escapeLiteral(secrets.web)}`);
    }
    if (!known.tables) await client.query("create database courseline");
  } finally {
    await client.end();
  }
}
