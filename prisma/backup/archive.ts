// What an archive holds, inside its shell and its compression: a manifest, then each table's rows as COPY gives them and their
// number and SHA-256, then the sum. A frame is a letter, a length and so many bytes. The manifest says which migrations made the tables.
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Trouble } from "@/scripts/trouble.mjs";
import { opened } from "./sealed-file";

export interface Table {
  name: string;
  columns: string[];
}

export interface Sequence {
  name: string;
  last: string;
  called: boolean;
}

export interface Manifest {
  format: 1;
  /** By the database's clock. */
  madeAt: string;
  postgres: string;
  migrations: { name: string; checksum: string }[];
  tables: Table[];
  sequences: Sequence[];
}

export interface TableSum {
  rows: number;
  sha256: string;
}

export interface Read {
  manifest: Manifest;
  sums: Map<string, TableSum>;
  rows: number;
}

export type Letter = "M" | "D" | "E" | "Z";

export function frame(letter: Letter, body: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const head = Buffer.alloc(5);
  head.write(letter, "latin1");
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

async function* frames(source: AsyncIterable<Buffer>): AsyncGenerator<{ letter: string; body: Buffer }> {
  let held: Buffer[] = [];
  let size = 0;
  let wanted = 5;
  for await (const part of source) {
    held.push(part);
    size += part.length;
    if (size < wanted) continue;
    let bytes = Buffer.concat(held, size);
    while (bytes.length >= 5 && bytes.length >= 5 + bytes.readUInt32BE(1)) {
      const end = 5 + bytes.readUInt32BE(1);
      yield { letter: bytes.toString("latin1", 0, 1), body: bytes.subarray(5, end) };
      bytes = bytes.subarray(end);
    }
    [held, size, wanted] = [[bytes], bytes.length, bytes.length >= 5 ? 5 + bytes.readUInt32BE(1) : 5];
  }
  if (size > 0) throw broken();
}

const broken = () => new Trouble("This backup opens, and does not hold what it says it does. It was not made by Courseline as it is here.");

export interface Reader {
  begin?: (manifest: Manifest) => Promise<void>;
  /** Takes all the rows of a table; answers with how many it took, if it counts. */
  table?: (table: Table, rows: AsyncIterable<Buffer>) => Promise<number | void>;
}

/** Reads an archive from end to end, in constant memory, and holds everything against what was written about it. */
export async function readArchive(file: string, { begin, table: take }: Reader = {}): Promise<Read> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new Trouble(`${file} cannot be read (${error.code}).`);
  });
  try {
    const text = pipeline(Readable.from(opened(handle), { objectMode: true }), createGunzip(), () => {});
    const each = frames(text)[Symbol.asyncIterator]();
    const next = async () => (await each.next()).value ?? null;
    const manifest = json<Manifest>(await next(), "M");
    if (manifest.format !== 1) throw new Trouble("This backup was made by a newer Courseline. Restore it with that one.");
    await begin?.(manifest);
    const sums = new Map<string, TableSum>();
    for (const table of manifest.tables) sums.set(table.name, await readTable(table, next, take));
    const rows = [...sums.values()].reduce((sum, each) => sum + each.rows, 0);
    const end = json<{ tables: number; rows: number }>(await next(), "Z");
    if (end.tables !== sums.size || end.rows !== rows || (await next()) !== null) throw broken();
    return { manifest, sums, rows };
  } finally {
    await handle.close();
  }
}

type Next = () => Promise<{ letter: string; body: Buffer } | null>;

async function readTable(table: Table, next: Next, take: Reader["table"]): Promise<TableSum> {
  const hash = createHash("sha256");
  let end: TableSum | null = null;
  async function* rows() {
    for (let found = await next(); ; found = await next()) {
      if (found?.letter !== "D") return void (end = json<TableSum>(found, "E"));
      hash.update(found.body);
      yield found.body;
    }
  }
  const source = rows();
  const taken = await take?.(table, source);
  for await (const rest of source) void rest; // of a reader that only looks
  const sum = end as TableSum | null;
  if (sum === null || sum.sha256 !== hash.digest("hex") || (typeof taken === "number" && taken !== sum.rows)) throw broken();
  return sum;
}

function json<Body>(found: { letter: string; body: Buffer } | null, letter: Letter): Body {
  if (found?.letter !== letter) throw broken();
  return JSON.parse(found.body.toString("utf8")) as Body;
}
