// Runs other programs: quietly, with what they say kept for when they fail.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "./environment.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * What is still running when this process is told to leave goes first.
 * @param {NodeJS.Signals} [signal]
 */
export async function stopRunning(signal = "SIGTERM") {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, "close");
      child.kill(signal);
      await ended;
    }),
  );
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runQuietly(file, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: projectFolder, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ status: 1, output: error.message }));
    child.on("close", (status) => {
      running.delete(child);
      resolve({ status: status ?? 1, output });
    });
  });
}

/**
 * A program of the project written in TypeScript.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function runTypeScript(file, args, env) {
  return runQuietly(process.execPath, ["--import", "tsx", file, ...args], { env });
}
