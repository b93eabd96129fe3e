// npm run import -- FILE… --as EMAIL [--dry-run]: brings files in (docs/IMPORT.md). What became of each row that is not plainly new goes to
// standard output as CSV, progress and the count to standard error. Ends with 0; with 1 if any row was refused; with 2 if nothing was read.
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { csvLine } from "@/lib/csv";
import { kindOf, kinds, type Kind } from "@/lib/exchange/formats";
import { TableReader, Unreadable } from "@/lib/exchange/table";
import type { Imported, Source } from "@/lib/records/import/import";
import { asPerson } from "./named-person";
import { Trouble } from "./trouble.mjs";

const usage = `npm run --silent import -- FILE… --as EMAIL [--dry-run]
  --as EMAIL        in whose name: a clinician, whose care teams' patients these are
  --dry-run         says what would become of each row, and stores nothing
  --strict          stores nothing if any row is refused
  --map A=B         the heading A is the column B; A= leaves it out; may be given several times
  --undo ID         undoes a whole import, by the id that it printed
Columns and rules: docs/IMPORT.md`;

const progressRows = 10_000;

function readArguments(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { as: text, "dry-run": { type: "boolean" }, strict: { type: "boolean" }, undo: text, map: { ...text, multiple: true } } });
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function* pieces(file: string): AsyncGenerator<string> {
  for await (const piece of createReadStream(file)) yield (piece as Buffer).toString("latin1");
}

/** What the file is, by its header. */
async function sourceOf(file: string, mapping: Readonly<Record<string, string | null>>): Promise<Source> {
  const reader = new TableReader();
  for await (const piece of pieces(file)) {
    reader.push(piece);
    if (reader.header !== null) break;
  }
  if (reader.header === null) reader.end();
  const header = (reader.header ?? []).map((heading) => (Object.hasOwn(mapping, heading) ? (mapping[heading] ?? "") : heading));
  const kind = kindOf(header);
  if (kind === null) throw new Unreadable(`${file} is none of ${kinds.join(", ")}, by its headings: ${header.slice(0, 12).join(", ")}. Name them with --map, or see docs/IMPORT.md.`);
  return { name: path.basename(file), kind, mapping, pieces: pieces(file) };
}

async function main(args: string[]): Promise<number> {
  const { values, positionals: files } = readArguments(args);
  const { as: email, undo, strict = false } = values;
  const mapping = Object.fromEntries((values.map ?? []).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1) || null]));
  if (!email || (files.length === 0) === (undo === undefined) || (values.map ?? []).some((pair) => !pair.includes("="))) throw new Trouble(usage);
  if (undo !== undefined) return asPerson(email, async (viewer) => tellUndone(await (await import("@/lib/records/import/undo")).undoImport(viewer, undo)));

  const sources = await Promise.all(files.map((file) => sourceOf(file, mapping)));
  process.stdout.write(csvLine(["file", "line", "fate", "reason"]));
  const id = randomUUID();
  let rows = 0;
  const imported = await asPerson(email, async (viewer) => {
    const { importFiles } = await import("@/lib/records/import/import");
    const tell = ({ name }: Source, fates: readonly { line: number; fate: string; reason: string | null }[]) => {
      const told = fates.filter(({ fate }) => fate !== "new");
      process.stdout.write(told.map(({ line, fate, reason }) => csvLine([name, line, fate, reason])).join(""));
      if (Math.floor((rows + fates.length) / progressRows) > Math.floor(rows / progressRows)) process.stderr.write(`${rows + fates.length} rows\n`);
      rows += fates.length;
    };
    return importFiles(viewer, sources, { id, dryRun: values["dry-run"] ?? false, strict, tell });
  });
  return tellImported(imported, id, values["dry-run"] ?? false);
}

function tellImported({ counts, prompts, stored }: Imported, id: string, dryRun: boolean): number {
  for (const [kind, count] of Object.entries(counts) as [Kind, Record<string, number>][]) {
    process.stderr.write(`${kind}: ${Object.entries(count).filter(([, rows]) => rows > 0).map(([fate, rows]) => `${rows} ${fate}`).join(", ") || "no rows"}\n`);
  }
  if (prompts > 0) process.stderr.write(`${prompts} safety prompts ${stored ? "wait" : "would wait"} for somebody: answers that call for a person at once.\n`);
  process.stderr.write(stored ? `Stored as import ${id}.\n` : dryRun ? "Nothing was stored: this was a dry run.\n" : "Nothing was stored: rows were refused.\n");
  return Object.values(counts).some(({ refused }) => refused > 0) ? 1 : 0;
}

function tellUndone({ assessments, sessions, courses, patients, left }: { assessments: number; sessions: number; courses: number; patients: number; left: number }): number {
  process.stderr.write(`Undone: ${assessments} forms voided, ${sessions} sessions cancelled, ${courses} courses ended. ${patients} patients stay. ${left} rows were changed since and stay as they are.\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const told = error instanceof Trouble || error instanceof Unreadable || Object(error).code === "ENOENT" || ["NotHere", "Stale", "Busy"].includes(Object(error).constructor?.name);
  if (!told) throw error;
  process.stderr.write(`${(error as Error).message || "There is nothing here for this person: importing is a clinician's, undoing its maker's."}\n`);
  process.exitCode = 2;
}
