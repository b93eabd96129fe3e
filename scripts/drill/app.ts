// One app process, as it runs in a clinic: the production build behind scripts/serve.mjs, and what brings it up again.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "../environment.mjs";

export interface App {
  port: number;
  pid: () => number;
  /** Sends it the signal and says how it went. */
  end: (signal: "SIGKILL" | "SIGTERM") => Promise<number | string>;
  start: () => Promise<void>;
  said: () => string;
}

export async function openApp(port: number, env: Record<string, string>): Promise<App> {
  const watcher = pathToFileURL(path.join(projectFolder, "scripts", "leave-with-parent.mjs")).href;
  let child: ChildProcess;
  let gone: Promise<unknown[]>;
  let text = "";
  async function start(): Promise<void> {
    child = spawn(process.execPath, ["--import", watcher, ...(env.DRILL_PRELOAD ? ["--import", env.DRILL_PRELOAD] : []), path.join("scripts", "serve.mjs")], {
      cwd: projectFolder,
      env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (text = (text + part.toString()).slice(-20_000)));
    gone = once(child, "exit");
    while (child.exitCode === null && child.signalCode === null) {
      const up = await fetch(`http://127.0.0.1:${port}/api/health/live`).then((answer) => answer.ok, () => false);
      if (up) return;
      await pause(15);
    }
    throw new Error(`The app does not start:\n${text}`);
  }
  await start();
  return {
    port, start,
    pid: () => child.pid ?? 0,
    said: () => text,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
      return child.signalCode ?? child.exitCode ?? "unknown";
    },
  };
}
