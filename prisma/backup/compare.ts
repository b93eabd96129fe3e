// Holds a restored database against the archive it came from: every table's rows, read back and hashed, the sequences, and the
// trail against its own chain.
import { createHash } from "node:crypto";
import { verifyTrail, type Verdict } from "../audit-chain";
import type { Read } from "./archive";
import { connectPlainly, copyOf, sequencesOf, tablesOf } from "./catalogue";
import { copyOut } from "./copy";

export interface Compared {
  tables: number;
  rows: number;
  trail: Verdict | null;
  /** What is not as it was, in words. */
  wrong: string[];
}

/** While the tables are those of the archive, before newer migrations. */
export async function compareWithArchive(url: string, { manifest, sums }: Read): Promise<Compared> {
  const client = await connectPlainly(url, "courseline backup:verify");
  const wrong: string[] = [];
  let rows = 0;
  try {
    const there = await tablesOf(client);
    if (JSON.stringify(there) !== JSON.stringify(manifest.tables)) wrong.push("The tables are not those of the archive.");
    for (const table of manifest.tables) {
      const hash = createHash("sha256");
      const source = copyOut(client, `${copyOf(table)} TO STDOUT`);
      let next = await source.next();
      for (; !next.done; next = await source.next()) hash.update(next.value);
      rows += next.value;
      const sum = sums.get(table.name);
      if (next.value !== sum?.rows) wrong.push(`${table.name} has ${next.value} rows and had ${sum?.rows}.`);
      else if (hash.digest("hex") !== sum.sha256) wrong.push(`${table.name} has as many rows as it had, and they differ.`);
    }
    if (JSON.stringify(await sequencesOf(client)) !== JSON.stringify(manifest.sequences)) wrong.push("A sequence does not stand where it stood.");
  } finally {
    await client.end();
  }
  const trail = manifest.tables.some(({ name }) => name === "audit_seal") ? await verifyTrail(url) : null;
  if (trail?.wrong) wrong.push(trail.wrong);
  return { tables: manifest.tables.length, rows, trail, wrong };
}
