// npm run audit:head: seals what has come since and prints the newest seal, to be kept where the database's administrator
// cannot write. Its lines, one after another in a file, are what audit:verify --head compares with.

import pg from "pg";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { connectionOptions } from "./connection";

await command(async () => {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble("Set DATABASE_URL.");
  const client = new pg.Client({ ...connectionOptions(url, { role: null }), statement_timeout: 0 });
  await client.connect();
  try {
    await client.query("SELECT seal_audit()");
    const { rows } = await client.query(`SELECT seal::text AS seal, hash, sealed_at AS "sealedAt", events::text AS events FROM audit_head()`);
    if (rows.length === 0) throw new Trouble("The trail is empty: there is no seal yet.");
    console.log(JSON.stringify(rows[0]));
  } finally {
    await client.end();
  }
});
