// The Prisma client for the app, the demo clinic, the commands and the tests, each with a pool of its own.

import { createHash } from "node:crypto";
import { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { appRole, connectionOptions, type ConnectionRole } from "./connection";
import { PrismaClient } from "./generated/client";
import { plainly, type Plainly } from "./plain";
import { sealing } from "./sealing";

const mostNamedStatements = 500;

/** The same SQL gets the same name, so that each connection plans it once; past the cap statements stay unnamed. */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNamedStatements) return "";
    const name = createHash("sha256").update(sql).digest("base64url").slice(0, 22);
    names.set(sql, name);
    return name;
  };
}

// The app's statements end after five seconds (connection.ts): a line that is silent for longer leads nowhere, and whoever waits
// on it is told. Unused ones are closed before.
const silentMs = 8_000;

function impatientSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => socket.destroy(Object.assign(new Error("Connection terminated: the database is silent"), { code: "ETIMEDOUT" })));
  return socket;
}

export interface Connected {
  prisma: PrismaClient;
  pool: pg.Pool;
  plainly: Plainly;
}

export function createClient(url: string, { role }: { role: ConnectionRole } = { role: appRole }): Connected {
  const pool = new pg.Pool({ ...connectionOptions(url, { role }), ...(role === appRole && { stream: impatientSocket, idleTimeoutMillis: silentMs - 1_000 }) });
  // A connection that dies, idle or in use, is told of by the query on it and replaced by the next; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  const nameOf = statementNames();
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf });
  return { prisma: sealing(new PrismaClient({ adapter, errorFormat: "minimal" })), pool, plainly: plainly(pool, nameOf) };
}
