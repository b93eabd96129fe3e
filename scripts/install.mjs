// The dependencies, exactly as the lockfile has them.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./environment.mjs";
import { runQuietly } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * npm leaves its own list in node_modules once it is done; where it agrees with the lockfile, all is in place,
 * whoever ran npm.
 */
export function isInstalled() {
  const done = path.join(projectFolder, "node_modules", ".package-lock.json");
  if (!existsSync(done)) return false;
  /** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */
  /** @returns {Record<string, Entry>} */
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const wanted = read(path.join(projectFolder, "package-lock.json"));
  const found = read(done);
  const complete = Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || found[place]?.version === entry.version) return true;
    if (found[place] !== undefined || !entry.optional) return false;
    return entry.libc !== undefined || !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch);
  });
  return complete && Object.keys(found).every((place) => wanted[place] !== undefined);
}

/**
 * @param {string[] | undefined} list
 * @param {string} value
 */
function fits(list, value) {
  if (list === undefined) return false; // optional without saying for whom: as npm decided
  return list.includes(value) || (list.some((entry) => entry.startsWith("!")) && !list.includes(`!${value}`));
}

export async function install() {
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error"];
  const [file, ...rest] = viaNode ? [process.execPath, npm, ...args] : ["npm", ...args];
  const { status, output } = await runQuietly(file ?? "npm", rest, { shell: !viaNode && process.platform === "win32" });
  if (status !== 0) throw new Trouble(`npm could not install the dependencies:\n${output.trim()}`);
}
