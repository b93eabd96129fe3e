// npm run backup:verify -- FILE: restores a backup into a PostgreSQL of its own, holds it against the archive, and signs in.
// The clinic's own database is not touched, nor needed.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { hashPassword } from "@/lib/auth/password";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { compareWithArchive } from "./backup/compare";
import { loadArchive } from "./backup/load";
import { signInTo, type Credentials } from "./backup/sign-in";
import { withOwner } from "./keys-rotate";
import { appLoginsIn, bringUpToDate } from "./migrate";
import { openScratch, withDatabase } from "./scratch";

const usage = `npm run backup:verify -- FILE [--as somebody@example.org]
  --as EMAIL   sign in as this person, whose password is in VERIFY_PASSWORD; otherwise one of the demonstration's sign-ins, or
               somebody of the backup who is given a password in the copy
The copy is made on a PostgreSQL of its own in TMPDIR, or on the server of VERIFY_DATABASE_URL, whose login may make databases.`;

function read(): { file: string; as: string | undefined } {
  try {
    const { values, positionals: [file, ...more] } = parseArgs({ options: { as: { type: "string" } }, allowPositionals: true });
    if (file !== undefined && more.length === 0) return { file, as: values.as };
  } catch {
    // said below
  }
  throw new Trouble(usage);
}

const say = (line: string) => console.log(line);

async function credentials(ownerUrl: string, as: string | undefined): Promise<Credentials & { how: string }> {
  if (as !== undefined) {
    if (!process.env.VERIFY_PASSWORD) throw new Trouble(usage);
    return { email: as, password: process.env.VERIFY_PASSWORD, how: "with the password given" };
  }
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; email: string; clinician: boolean }>(
      "SELECT id, email, 'clinician' = ANY (roles::text[]) AS clinician FROM app_user WHERE disabled_at IS NULL ORDER BY 3 DESC, email",
    );
    const file = path.join(process.env.DATA_DIR ?? ".data", "demo-sign-ins.txt");
    const demo = existsSync(file) ? readFileSync(file, "utf8").split("\n").map((line) => line.split("\t")) : [];
    const known = rows.flatMap(({ email }) => demo.filter(([each]) => each === email))[0];
    if (known?.[0] && known[1]) return { email: known[0], password: known[1], how: "with the demonstration's password" };
    const [person] = rows;
    if (!person) throw new Trouble("Nobody in this backup can sign in.");
    const password = randomBytes(18).toString("base64url");
    await client.query("UPDATE app_user SET password_hash = $2 WHERE id = $1", [person.id, await hashPassword(password)]);
    return { email: person.email, password, how: "with a password given in the copy; --as tries a real one" };
  });
}

await command(async () => {
  const { file, as } = read();
  const scratch = await openScratch(process.env.VERIFY_DATABASE_URL, "backup:verify");
  try {
    const url = await scratch.create();
    const appUrl = withDatabase(scratch.appLoginUrl, url);
    const archive = await loadArchive(url, file, say);
    const { tables, rows, trail, wrong } = await compareWithArchive(url, archive);
    if (wrong.length > 0) throw new Trouble(`THIS BACKUP IS NOT WHAT IT SHOULD BE.\n${wrong.join("\n")}`);
    say(`every one of ${tables} tables has the rows it had, by their SHA-256: ${rows.toLocaleString("en")} rows`);
    if (trail) say(`the trail holds: ${trail.events.toLocaleString("en")} rows under ${trail.seals.toLocaleString("en")} seals`);
    await bringUpToDate(url, { say, appLogins: appLoginsIn(appUrl) });
    const { how, ...who } = await credentials(url, as);
    say(`${await signInTo(appUrl, who).catch((error: Error) => {
      throw new Trouble(error.message);
    })}, ${how}`);
    say(`${file} can be restored.`);
  } finally {
    await scratch.close();
  }
});
