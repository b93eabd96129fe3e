// How every program of ours reaches PostgreSQL: the app, the migrator, the demo clinic and the tests.
// The app's connections drop to the role that row-level security binds before their first statement.

import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/** The role the application acts in. It owns nothing, cannot log in and cannot pass row-level security by. */
export const appRole = "courseline_app";

/** The role on connecting: the application's, or that of the login itself (`null`, for owners and migrations). */
export type ConnectionRole = typeof appRole | null;

export function connectionOptions(url: string, { role }: { role: ConnectionRole }): pg.PoolConfig {
  const address = new URL(url);
  address.searchParams.delete("options"); // what stands in the URL would win over the role below
  return {
    connectionString: address.href,
    max: 10,
    connectionTimeoutMillis: 2000,
    statement_timeout: 5000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    application_name: "courseline",
    // The adapter sends timestamps without a zone: in any session zone but UTC they would be stored shifted.
    options: `${role === null ? "" : `-c role=${role} `}-c timezone=UTC`,
  };
}

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

export interface Connected {
  prisma: PrismaClient;
  pool: pg.Pool;
}

export function createClient(url: string, { role }: { role: ConnectionRole } = { role: appRole }): Connected {
  const pool = new pg.Pool(connectionOptions(url, { role }));
  // A connection that dies idle is replaced by the next query; unheard, the event would end the process.
  pool.on("error", () => {});
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  return { prisma: new PrismaClient({ adapter }), pool };
}
