// npm run audit:verify [-- --head FILE]: is the trail what was sealed? Ends with status 1 and the first bad row where it is not.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { verifyTrail, type Head } from "./audit-chain";

const usage = `npm run audit:verify -- --head heads.txt
  --head FILE   lines of npm run audit:head (or of AUDIT_HEAD_FILE), kept elsewhere: finds a cut tail and a rewritten chain`;

async function* readHeads(file: string): AsyncGenerator<Head> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== "") yield readHead(line, `${file}, line ${number}`);
  }
}

function readHead(line: string, where: string): Head {
  try {
    const { seal, hash, sealedAt, events } = JSON.parse(line);
    if (/^\d{1,18}$/.test(seal) && /^[0-9a-f]{64}$/.test(hash)) return { seal, hash, sealedAt: String(sealedAt), events: String(events) };
  } catch {
    // said below
  }
  throw new Trouble(`This is no head of the trail: ${where}.`);
}

await command(async () => {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble(usage);
  const { values } = (() => {
    try {
      return parseArgs({ options: { head: { type: "string" } } });
    } catch (error) {
      throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
    }
  })();
  const began = performance.now();
  const verdict = await verifyTrail(url, values.head === undefined ? {} : { heads: readHeads(values.head) });
  const seconds = (performance.now() - began) / 1000;
  const { events, seals, unsealed, head, headsCompared, wrong } = verdict;
  const number = (value: number) => Math.round(value).toLocaleString("en");
  console.log(`${number(events)} rows under ${number(seals)} seals, verified in ${seconds.toFixed(2)} s: ${number(events / seconds)} rows per second.`);
  console.log(unsealed === 0 ? "Every row is sealed." : `${number(unsealed)} of the last moments are not sealed yet.`);
  if (headsCompared > 0) console.log(`Compared with ${number(headsCompared)} kept ${headsCompared === 1 ? "head" : "heads"}.`);
  else console.log("Compared with no kept head: a cut tail, or a chain written anew, would not show.");
  if (head) console.log(`The head is seal ${head.seal}, ${head.hash}.`);
  if (wrong !== null) throw new Trouble(`\nTHE TRAIL WAS TAMPERED WITH.\n${wrong}`);
  console.log("Nothing is wrong with it.");
});
