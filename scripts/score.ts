// npm run --silent score -- MEASURE [--untouched] < in.csv > out.csv: scores a file of forms by lib/measures, row by row, in constant
// memory. Progress goes to standard error. Ends with 0; with 1 if any row was invalid (its `error` says why, the rest
// are scored); with 2 if nothing could be scored, with one message. The columns are described in docs/SCORE.md.
import { once } from "node:events";
import { measures } from "../lib/measures/measures";
import { Scorer, Unreadable } from "./score/scorer";

const PROGRESS_ROWS = 100_000;

async function run([id, option, ...more]: readonly string[]): Promise<number> {
  const known = measures.filter(({ entry }) => entry === "items");
  const measure = known.find((each) => each.id === id);
  if (measure === undefined || more.length > 0 || (option !== undefined && option !== "--untouched")) {
    throw new Unreadable(`Usage: npm run --silent score -- MEASURE [--untouched] < in.csv > out.csv\nMEASURE is one of ${known.map((each) => each.id).join(", ")}.`);
  }
  const scorer = new Scorer(measure, option !== undefined);
  let told = 0;
  for await (const piece of process.stdin) {
    await write(scorer.push((piece as Buffer).toString("latin1")));
    const { rows } = scorer.counts;
    if (rows - told >= PROGRESS_ROWS) process.stderr.write(`${(told = rows - (rows % PROGRESS_ROWS))} rows\n`);
  }
  await write(scorer.end());
  const { rows, complete, incomplete, invalid } = scorer.counts;
  process.stderr.write(`${rows} rows: ${complete} complete, ${incomplete} incomplete, ${invalid} invalid\n`);
  return invalid > 0 ? 1 : 0;
}

/** Waits for the reader: memory must not grow with a slow one. */
async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text, "latin1")) await once(process.stdout, "drain");
}

// Whoever reads may stop early, as `head` does; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
