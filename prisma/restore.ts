// npm run restore -- FILE: loads a backup into an empty database, and brings an older one up to date.
import { Trouble, command } from "@/scripts/trouble.mjs";
import { verifyTrail } from "./audit-chain";
import { loadArchive } from "./backup/load";
import { withOwner } from "./keys-rotate";
import { appLoginsIn, bringUpToDate } from "./migrate";

const usage = `npm run restore -- FILE
  into the database of DATABASE_URL, or the embedded one of DATA_DIR; it has to be empty`;

await command(async () => {
  const [file, ...more] = process.argv.slice(2);
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url || file === undefined || more.length > 0 || file.startsWith("-")) throw new Trouble(usage);
  const say = (line: string) => console.log(line);
  const began = performance.now();
  const { rows, manifest } = await loadArchive(url, file, say);
  const seconds = (performance.now() - began) / 1000;
  say(`${rows.toLocaleString("en")} rows loaded in ${seconds.toFixed(1)} s (${Math.round(rows / seconds).toLocaleString("en")} rows per second)`);
  const verdict = manifest.tables.some(({ name }) => name === "audit_seal") ? await verifyTrail(url) : null;
  if (verdict) say(verdict.wrong === null ? `the trail holds: ${verdict.events.toLocaleString("en")} rows under ${verdict.seals.toLocaleString("en")} seals` : "");
  await bringUpToDate(url, { say, appLogins: appLoginsIn(process.env.DATABASE_URL) });
  // A session that was ended after the backup was made must not come to life again.
  await withOwner(url, (client) => client.query("DELETE FROM sign_in"));
  if (verdict?.wrong) throw new Trouble(`The rows are as they were backed up, and the trail was tampered with before that.\n${verdict.wrong}`);
  say(`Restored as of ${manifest.madeAt}. Everybody signs in anew.`);
});
