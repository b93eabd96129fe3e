// What the start command promises, on the real thing: a server, an embedded PostgreSQL, signals. In order, on one
// data folder whose path has a space.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEmbedded, freePort } from "./postgres.mjs";
import { childrenOf, isAlive, killAll } from "./process-tree";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "courseline start "));
const dataDir = path.join(folder, "data");
const started: Running[] = [];
let port = 0;

interface Running {
  child: ChildProcess;
  said: () => string;
  /** Resolves when the command is ready or has ended. */
  settled: Promise<unknown>;
  ended: Promise<unknown>;
}

function start(extra: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: "", MIGRATE_DATABASE_URL: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "", ENCRYPTION_KEY: "", DEMO_PASSWORD: "", HOST: "",
      npm_lifecycle_event: undefined,
      NEXT_DIST_DIR: ".next-test", PORT: String(port), DATA_DIR: dataDir, ...extra,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const ended = once(child, "close");
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part) => {
        text += part;
        if (/^(Stop it with|Nobody can sign in)/m.test(text)) resolve();
      });
    }
  });
  const running = { child, said: () => text, settled: Promise.race([ready, ended]), ended };
  started.push(running);
  return running;
}

async function startAndSettle(extra?: Record<string, string>): Promise<Running> {
  const running = start(extra);
  await running.settled;
  return running;
}

async function health(): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status;
}

function postmasterPid(): number {
  return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const found = await findEmbedded(dataDir);
  const client = new pg.Client({ connectionString: found?.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const kept = "select points from throttle where key = 'kept'";

beforeAll(async () => {
  port = await freePort();
});

afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe.sequential("npm start", () => {
  let current: Running;

  it("brings everything up and says how to sign in", async () => {
    current = await startAndSettle();
    expect(current.said()).toContain(`at http://localhost:${port}`);
    expect(await health()).toBe(200);
    const passwords = [...current.said().matchAll(/^ {2}\S+@courseline\.example +(\S+)/gm)].map(([, word]) => word);
    expect(passwords).toHaveLength(7);
    expect(new Set(passwords).size).toBe(7);
  });

  it.skipIf(process.platform === "win32")("keeps secrets and sign-ins for their owner alone", () => {
    for (const name of ["secrets.json", "demo-sign-ins.txt", "postgres.log"]) {
      expect(statSync(path.join(dataDir, name)).mode & 0o077, name).toBe(0);
    }
    expect(statSync(dataDir).mode & 0o044).toBe(0);
  });

  it.each([
    ["its port", "Cannot listen"],
    ["the port of its metrics", "Cannot tell metrics (METRICS_PORT)"],
  ])("the web server by itself says in a sentence that %s is taken and ends, and its metrics never begin", async (which, failure) => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const taken = which === "its port" ? port : metricsPort;
    const holder = createServer((socket) => socket.destroy()).listen(taken, "127.0.0.1");
    await once(holder, "listening");
    const child = spawn(process.execPath, ["scripts/serve.mjs"], {
      cwd: root,
      env: {
        ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: ".next-test", HOST: "127.0.0.1", PORT: String(port), METRICS_PORT: String(metricsPort),
        DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: "x".repeat(40), ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let text = "";
    child.stderr.on("data", (part) => (text += part));
    const [status] = await once(child, "close");
    holder.close();
    expect(text.trim()).toBe(`${failure} at 127.0.0.1, port ${taken}: something else listens there already.`);
    expect(status).toBe(1);
    await expect(fetch(`http://127.0.0.1:${metricsPort}/metrics`)).rejects.toThrow("fetch failed");
  });

  it("says that the folder is in use, at the same port and at another", async () => {
    const inUse = `is in use by another Courseline (http://localhost:${port})`;
    const same = await startAndSettle();
    expect(same.said()).toContain(inUse);
    const other = await startAndSettle({ PORT: String(await freePort()) });
    expect(other.said()).toContain(inUse);
    await Promise.all([same.ended, other.ended]);
    expect([same.child.exitCode, other.child.exitCode]).toEqual([1, 1]);
    expect(await health()).toBe(200);
  });

  it("says which port is busy and how to choose another, before anything slow", async () => {
    const stranger = createServer().listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const address = stranger.address();
    const taken = typeof address === "object" && address !== null ? address.port : 0;
    const elsewhere = path.join(folder, "other data");
    const refused = await startAndSettle({ PORT: String(taken), DATA_DIR: elsewhere });
    await refused.ended;
    stranger.close();
    expect(refused.said()).toMatch(new RegExp(`Port ${taken} is busy\\. Choose another: PORT=\\d+ npm start`));
    expect(refused.child.exitCode).toBe(1);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it("says that no browser opens the port, before anything slow", async () => {
    const elsewhere = path.join(folder, "other data");
    const refused = await startAndSettle({ PORT: "6000", DATA_DIR: elsewhere });
    await refused.ended;
    expect(refused.said()).toContain("Port 6000 is one that browsers refuse to open. Choose another: PORT=3000 npm start");
    expect(refused.child.exitCode).toBe(1);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it("names every missing and weak setting of a server in one message", async () => {
    const refused = await startAndSettle({
      DATABASE_URL: "postgresql://someone@127.0.0.1:1/none", NEXTAUTH_SECRET: "secret", NEXTAUTH_URL: "http://example.org",
    });
    await refused.ended;
    expect(refused.said()).toContain("NEXTAUTH_SECRET is too easy to guess");
    expect(refused.said()).toContain("NEXTAUTH_URL is http://example.org");
    expect(refused.said()).not.toContain("    at ");
    expect(refused.child.exitCode).toBe(1);
  });

  it("finds everything again after kill -9 of all of it", async () => {
    await query("insert into throttle (key, points) values ('kept', 7)");
    const pids = [...childrenOf(current.child.pid ?? 0), current.child.pid ?? 0];
    expect(pids).toContain(postmasterPid());
    killAll(pids);
    await current.ended;
    current = await startAndSettle();
    expect(current.said()).toContain("recovered");
    expect(await health()).toBe(200);
    expect(await query(kept)).toEqual([{ points: 7 }]);
  });

  it("takes over the server that a killed start left behind", async () => {
    const left = postmasterPid();
    current.child.kill("SIGKILL");
    await current.ended;
    expect(isAlive(left)).toBe(true);
    current = await startAndSettle();
    expect(current.said()).toContain("recovered");
    expect(isAlive(left)).toBe(false);
    expect(await query(kept)).toEqual([{ points: 7 }]);
  });

  it("stops PostgreSQL cleanly and leaves nothing running", async () => {
    const pids = childrenOf(current.child.pid ?? 0);
    expect(pids.length).toBeGreaterThan(1);
    current.child.kill("SIGTERM");
    await current.ended;
    expect(current.child.exitCode).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    const log = readFileSync(path.join(dataDir, "postgres.log"), "utf8").trim();
    expect(log).toMatch(/database system is shut down$/);
  });
});
