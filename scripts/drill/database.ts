// A real PostgreSQL that can be killed: Courseline's own embedded one, on a port of its own that stays the same, so that the
// app finds it again where it was.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { migrate } from "@/prisma/migrate";
import { postgresPrograms } from "../postgres-programs.mjs";
import { freePort, openEmbedded } from "../postgres.mjs";
import { childrenOf, killAll } from "../process-tree";
import { readSecrets } from "../secrets.mjs";

export interface Database {
  port: number;
  /** The application's login, at another port where something stands in between. */
  appUrl: (port?: number) => string;
  ownerUrl: string;
  encryptionKey: string;
  sessionSecret: string;
  /** As its owner. */
  query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** A connection of the owner's for somebody alone. */
  connect: () => Promise<pg.Client>;
  /** kill -9 of the server and every process of its. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** PostgreSQL's own fast shutdown. */
  stop: () => Promise<void>;
  log: () => string;
}

/** @param folder where the cluster lies, and its log */
export async function openDatabase(folder: string): Promise<Database> {
  const made = await openEmbedded(folder, { address: "the drill" });
  await migrate(made.ownerUrl, { appLogins: ["courseline_web"] });
  await made.stop();
  const secrets = readSecrets(folder);
  if (secrets === null) throw new Error(`${folder} has no secrets`);
  const programs = postgresPrograms(folder);
  const port = await freePort();
  const logFile = path.join(folder, "drill.log");
  const urlOf = (login: string, password: string, at: number) => `postgresql://${login}:${password}@127.0.0.1:${at}/courseline`;
  const ownerUrl = urlOf("postgres", secrets.owner, port);
  let server: ChildProcess;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {}); // what it was killed under is told by the query
    await client.connect();
    return client;
  }

  let kept: pg.Client | null = null;
  async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    if (kept === null) {
      const client = await connect();
      client.on("end", () => (kept = kept === client ? null : kept));
      kept = client;
    }
    return (await kept.query<Row>(sql, values)).rows;
  }

  async function start(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const log = openSync(logFile, "a", 0o600);
      const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", max_connections: 80, jit: "off", log_min_error_statement: "panic", log_error_verbosity: "terse", log_checkpoints: "off" };
      server = programs.start("postgres", ["-D", path.join(folder, "postgres"), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], ["ignore", log, log]);
      closeSync(log);
      while (server.exitCode === null && server.signalCode === null) {
        const up = await query("SELECT 1").then(() => true, () => false);
        if (up) return;
        await pause(10);
      }
      await pause(50); // what was killed still holds its memory for a moment
    }
    throw new Error(`PostgreSQL does not start:\n${log()}`);
  }

  const log = () => readFileSync(logFile, "utf8").split("\n").slice(-8).join("\n");
  await start();
  return {
    port, ownerUrl, query, connect, start, log,
    appUrl: (at = port) => urlOf("courseline_web", secrets.web, at),
    encryptionKey: secrets.encryption,
    sessionSecret: secrets.session,
    kill: async () => {
      const gone = once(server, "exit");
      killAll([server.pid ?? 0, ...childrenOf(server.pid ?? 0)]);
      await gone;
    },
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGINT");
      await gone;
    },
  };
}
