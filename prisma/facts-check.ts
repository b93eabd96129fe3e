// npm run facts:check: derives what follows from the records anew and says where the tables say otherwise, which nothing of ours
// ever leads to. With --mend they are made to agree. It names rows by their ids and columns, and shows no value.

import { createClient } from "./connect";
import { checkFacts, deriveAllOutdated } from "@/lib/records/facts-whole";
import { Trouble, command } from "@/scripts/trouble.mjs";

const shown = 20;

async function main(): Promise<void> {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble("Run: npm run facts:check");
  const mend = process.argv.includes("--mend");
  const { prisma, pool, plainly } = createClient(url, { role: null });
  try {
    await deriveAllOutdated(plainly, (line) => console.log(line));
    let told = 0;
    const { patients, differences } = await checkFacts(plainly, ({ table, which, row }) => {
      told += 1;
      if (told <= shown) console.log(`${table}: ${which === "stored" ? "is stored and does not follow" : "follows and is not stored"}: patient ${String(row.patient_id)}`);
    }, mend);
    console.log(`${patients} patients, ${differences} differences${mend && differences > 0 ? ", mended" : ""}`);
    if (differences > 0 && !mend) throw new Trouble("What is stored does not follow from the records. Run npm run facts:check -- --mend, and report it.");
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

await command(main);
