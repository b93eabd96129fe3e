// Nobody but the owner makes temporary tables: under a real one's name they would be asked in its place, by row-level security too.
// The right hangs on the database, not on its tables, so neither a copy of it nor a restored one has what the migration said.
import type { ClientBase } from "pg";
import { Trouble } from "@/scripts/trouble.mjs";
import { appRole } from "./connection";

export async function forbidTemporaryTables(client: ClientBase): Promise<void> {
  const { rows: [database] } = await client.query<{ name: string; open: boolean }>(
    "SELECT quote_ident(current_database()) AS name, has_database_privilege('public', current_database(), 'TEMPORARY') AS open",
  );
  const revoke = (from: string) => `REVOKE TEMPORARY ON DATABASE ${database?.name} FROM ${from};`;
  if (database?.open) await client.query(revoke("PUBLIC"));
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1 AND has_database_privilege(oid, current_database(), 'TEMPORARY')", [appRole]);
  if (rowCount === 0) return;
  throw new Trouble(`The role ${appRole} can make temporary tables here, and so get around row-level security. Let an administrator of the database run: ${revoke(`PUBLIC, ${appRole}`)}`);
}
