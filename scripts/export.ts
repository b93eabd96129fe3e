// npm run export -- DIR --as EMAIL: the records of that clinician's patients as four files, which npm run import takes (docs/IMPORT.md).
import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { kinds } from "@/lib/exchange/formats";
import { asPerson } from "./named-person";
import { Trouble, command } from "./trouble.mjs";

const usage = `npm run export -- DIR --as EMAIL
  DIR         is made where it is not there; no file in it is overwritten
  --as EMAIL  a clinician: the files hold the patients of their care teams`;

await command(async () => {
  const { values, positionals } = (() => {
    try {
      return parseArgs({ allowPositionals: true, options: { as: { type: "string" } } });
    } catch (error) {
      throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
    }
  })();
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0 || !values.as) throw new Trouble(usage);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await asPerson(values.as, async (viewer) => {
    const { exportRecords } = await import("@/lib/records/export/export");
    for (const kind of kinds) {
      const name = path.join(folder, `${kind}.csv`);
      const file = await open(name, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EEXIST" ? new Trouble(`${name} is there already.`) : error;
      });
      try {
        const { rows } = await exportRecords(viewer, kind, async (piece) => void (await file.write(piece)));
        process.stderr.write(`${name}: ${rows} rows\n`);
      } catch (error) {
        throw Object(error).on === undefined ? error : new Trouble("There is nothing to export for this person: records are a clinician's.");
      } finally {
        await file.close();
      }
    }
  });
});
