// The Prisma client and the production build, made anew when what they are made from has changed.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./environment.mjs";
import { runQuietly } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

const clientSources = ["prisma/schema.prisma", "package-lock.json"];
const buildSources = [
  "app", "components", "lib", "prisma", "public", "proxy.ts", "instrumentation.ts", "next.config.js", "tsconfig.json",
  "package.json", "package-lock.json",
];
const notBuilt = /^prisma\/(generated|migrations|demo)(\/|$)|\.test\.tsx?$|(^|\/)\.DS_Store$/;

const clientStamp = path.join(projectFolder, "prisma", "generated", ".made-from");

/** @returns {Promise<boolean>} whether the client had to be made */
export async function ensureClient() {
  const source = fingerprint(clientSources);
  if (readStamp(clientStamp) === source) return false;
  await makeClient();
  writeFileSync(clientStamp, source);
  return true;
}

export async function makeClient() {
  const { status, output } = await runQuietly(process.execPath, [path.join("node_modules", "prisma", "build", "index.js"), "generate"], {
    // Prisma looks for its native engine, and would download it, though making the client needs none.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (status !== 0) throw new Trouble(`The database client could not be made:\n${output.trim()}`);
}

/**
 * @param {NodeJS.ProcessEnv} env with NEXT_DIST_DIR for another place than .next
 * @returns {Promise<boolean>} whether there was something to build
 */
export async function ensureBuild(env) {
  const folder = path.join(projectFolder, env.NEXT_DIST_DIR || ".next");
  const stamp = path.join(folder, "made-from");
  const source = fingerprint(buildSources);
  if (readStamp(stamp) === source) return false;
  const { status, output } = await runQuietly(process.execPath, [nextProgram, "build"], {
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) throw new Trouble(`The build failed:\n${output.trim()}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, source);
  return true;
}

const nextProgram = path.join(projectFolder, "node_modules", "next", "dist", "bin", "next");

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** @param {string[]} places */
function fingerprint(places) {
  const hash = createHash("sha256");
  for (const place of places.flatMap(filesUnder)) {
    hash.update(`${place}\0`).update(readFileSync(path.join(projectFolder, place))).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesUnder(place) {
  const full = path.join(projectFolder, place);
  if (notBuilt.test(place) || !existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true });
  if (!entries.find(({ name }) => name === path.basename(full))?.isDirectory()) return [place];
  return readdirSync(full).sort().flatMap((name) => filesUnder(`${place}/${name}`));
}
