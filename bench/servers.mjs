// The two servers of a run: Courseline as npm start brings it up, and the floor beside it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { projectFolder } from "../scripts/environment.mjs";
import { runQuietly } from "../scripts/run.mjs";
import { Trouble } from "../scripts/trouble.mjs";

export const distDir = ".next-bench";

// A build enters its own folder here; the benchmark's does not belong there.
const typeSettings = path.join(projectFolder, "tsconfig.json");

/** @typedef {{ port: number, pid: number, readyMs: number, said: string, stop: () => Promise<void> }} Server */

// What the machine's own Courseline is set to must not reach the one that is measured; empty counts as not set.
const unset = Object.fromEntries(
  ["DATABASE_URL", "MIGRATE_DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEY", "TRUST_PROXY"].map((name) => [name, ""]),
);

/**
 * @param {{ dataDir: string, port: number, password: string }} options
 * @returns {Promise<Server>}
 */
export async function startProduct({ dataDir, port, password }) {
  const kept = readFileSync(typeSettings, "utf8");
  const server = await start("scripts/start.mjs", port, /^Ready in/m, {
    ...unset, DATA_DIR: dataDir, DEMO_PASSWORD: password, HOST: "127.0.0.1", NEXT_DIST_DIR: distDir,
  }).finally(() => {
    if (readFileSync(typeSettings, "utf8") !== kept) writeFileSync(typeSettings, kept);
  });
  const children = (await processes()).filter(({ parent, command }) => parent === server.pid && !command.includes("postgres"));
  if (children.length !== 1) throw new Error(`Which of ${children.length} programs is the web server?`);
  return { ...server, pid: Number(children[0]?.pid) };
}

/**
 * @param {{ port: number, databaseUrl: string }} options
 * @returns {Promise<Server>}
 */
export async function startFloor({ port, databaseUrl }) {
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: databaseUrl };
  return start("bench/floor-server.mjs", port, null, env);
}

export async function buildFloor() {
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const { status, output } = await runQuietly(process.execPath, [next, "build", path.join("bench", "floor")], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) throw new Trouble(`The floor could not be built:\n${output.trim()}`);
}

/**
 * @param {string} program
 * @param {number} port
 * @param {RegExp | null} ready what it says once it serves; without it, that it answers
 * @param {Record<string, string>} settings
 * @returns {Promise<Server>}
 */
async function start(program, port, ready, settings) {
  const watcher = pathToFileURL(path.join(projectFolder, "scripts", "leave-with-parent.mjs")).href;
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", watcher, program], {
    cwd: projectFolder,
    env: { REQUESTS_PER_MINUTE: "1000000", ...process.env, ...settings, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  child.stdout?.on("data", (text) => (said += text));
  child.stderr?.on("data", (text) => (said += text));
  const gone = once(child, "exit");
  const isUp = () => (ready === null ? answers(port) : ready.test(said));
  while (!(await isUp())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Trouble(`${program} did not start:\n${said.trim()}`);
    await pause(10);
  }
  return {
    port, pid: Number(child.pid), readyMs: performance.now() - began, said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await gone;
    },
  };
}

/** @param {number} port */
async function answers(port) {
  try {
    await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function processes() {
  const { output } = await runQuietly("ps", ["-A", "-o", "pid=,ppid=,rss=,args="]);
  return output.split("\n").flatMap((line) => {
    const [, pid, parent, kilobytes, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), bytes: Number(kilobytes) * 1024, command }];
  });
}

/**
 * The memory a process holds, in bytes.
 * @param {number} pid
 */
export async function memoryOf(pid) {
  return (await processes()).find((each) => each.pid === pid)?.bytes ?? NaN;
}
