// The terms on which any program of ours connects to PostgreSQL. The app's connections drop to the role that
// row-level security binds before their first statement, and no connection can hang for ever.

import type pg from "pg";

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
    // The adapter sends timestamps without a zone: in any session zone but UTC they would be stored shifted. Starting workers takes
    // longer than most pages: who counts a whole group asks for them (lib/records/cohort-counts.ts).
    options: `${role === null ? "" : `-c role=${role} -c max_parallel_workers_per_gather=0 `}-c timezone=UTC`,
  };
}
