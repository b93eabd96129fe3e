// What an embedded Courseline keeps to itself: made once at random, readable by the owner alone.

import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Trouble } from "./trouble.mjs";

/** @typedef {{ owner: string, web: string, session: string, encryption: string }} Secrets */

/** @param {string} dataDir */
const fileIn = (dataDir) => path.join(dataDir, "secrets.json");

/**
 * @param {string} dataDir
 * @returns {Secrets | null}
 */
export function readSecrets(dataDir) {
  if (!existsSync(fileIn(dataDir))) return null;
  const { owner, web, session, encryption = "" } = JSON.parse(readFileSync(fileIn(dataDir), "utf8"));
  if (![owner, web, session].every((secret) => typeof secret === "string" && secret.length >= 32)) {
    throw new Trouble(`${fileIn(dataDir)} is damaged. Put it back from a backup: the database opens with it alone.`);
  }
  return { owner, web, session, encryption };
}

/**
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function ensureSecrets(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const known = readSecrets(dataDir);
    if (known !== null && known.encryption !== "") return known;
    const fresh = JSON.stringify({ owner: secret(), web: secret(), session: secret(), ...known, encryption: randomBytes(32).toString("base64") }, null, 2);
    const draft = `${fileIn(dataDir)}.${process.pid}`;
    writeFileSync(draft, `${fresh}\n`, { mode: 0o600 });
    if (known !== null) {
      renameSync(draft, fileIn(dataDir)); // of a version that encrypted nothing yet: nothing is lost with its successor
      return /** @type {Secrets} */ (readSecrets(dataDir));
    }
    try {
      linkSync(draft, fileIn(dataDir)); // whole or not at all, and the first of two starts wins
    } catch (error) {
      if (code(error) !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(code(error) ?? "")) throw error;
    throw new Trouble(`Cannot write to ${dataDir}. Choose another folder: DATA_DIR=/a/folder npm start`);
  }
  return /** @type {Secrets} */ (readSecrets(dataDir));
}

const secret = () => randomBytes(36).toString("base64url");

/** @param {unknown} error */
export function code(error) {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
