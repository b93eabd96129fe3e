// npm run keys:rotate: everything sealed is sealed under the newest key, while the app serves. Afterwards no text is under an
// old key any more, and that key may go.

import { pathToFileURL } from "node:url";
import pg from "pg";
import { newestMark } from "@/lib/seal";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { connectionOptions } from "./connection";
import { countKeys, missingKeys, reseal, sealForGood } from "./reseal";

/** Words for what keys are missing; null when every sealed text can be opened. */
export async function keyTrouble(client: pg.ClientBase): Promise<string | null> {
  const missing = await missingKeys(client);
  if (missing.length === 0) return null;
  return `Texts in this database are sealed under ${missing.length === 1 ? "a key that is" : "keys that are"} not here (${missing.join(", ")}). Put ` +
    `${missing.length === 1 ? "it" : "them"} back: as ENCRYPTION_KEY, or in ENCRYPTION_KEYS_OLD after a change of key. Without it these texts cannot be read by anyone.`;
}

/** What was stored before there were seals is sealed, once; says so where there was any. */
export async function sealWhatIsPlain(client: pg.ClientBase, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query(`SELECT FROM pg_constraint WHERE contype = 'c' AND NOT convalidated AND conname LIKE '%\\_sealed'`);
  if (rows.length === 0) return;
  await reseal(client, say);
  await sealForGood(client);
}

export async function withOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...connectionOptions(url, { role: null }), statement_timeout: 0, application_name: "courseline keys" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function rotate(client: pg.ClientBase, say: (line: string) => void): Promise<number> {
  const trouble = await keyTrouble(client);
  if (trouble !== null) throw new Trouble(trouble);
  await reseal(client, say);
  await sealForGood(client);
  const counts = await countKeys(client);
  const now = newestMark().split(".")[1] ?? "";
  const old = [...counts].reduce((sum, [key, count]) => (key === now ? sum : sum + count), 0);
  say(`${counts.get(now) ?? 0} texts under the key ${now}, ${old} under old keys or none`);
  return old;
}

async function main(): Promise<void> {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble("Run: npm run keys:rotate");
  const old = await withOwner(url, (client) => rotate(client, (line) => console.log(line)));
  if (old > 0) throw new Trouble(`${old} texts do not open: they were changed from outside. Nothing else is under an old key.`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await command(main);
