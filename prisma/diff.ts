// npm run db:diff NAME: writes the migration that takes the committed ones to prisma/schema.prisma.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { migrate, migrationsFolder } from "./migrate";
import { schemaDiff } from "./schema-engine";
import { openScratch } from "./scratch";

async function main(): Promise<void> {
  const name = process.argv.slice(2).join("_").toLowerCase().replace(/[^a-z0-9]+/g, "_");
  if (!/[a-z0-9]/.test(name)) throw new Trouble("Name the change: npm run db:diff -- add_consent");
  const scratch = await openScratch(process.env.TEST_DATABASE_URL, "npm run db:diff");
  try {
    const url = await scratch.create();
    await migrate(url);
    const sql = await schemaDiff(url);
    if (sql === "") {
      console.log("The migrations already make the schema: nothing to write.");
      return;
    }
    const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(migrationsFolder, `${moment}_${name}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
    console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
  } finally {
    await scratch.close();
  }
}

await command(main);
