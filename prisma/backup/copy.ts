// PostgreSQL's COPY as a stream, block by block: whichever side is slower, the other waits, so a table of any size passes through
// constant memory.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";

/** The rows of `COPY … TO STDOUT`, as bytes; returns how many there were. */
export async function* copyOut(client: pg.ClientBase, sql: string): AsyncGenerator<Buffer, number> {
  const source = client.query(to(sql));
  for await (const block of source) yield block as Buffer;
  return source.rowCount;
}

/** Feeds `COPY … FROM STDIN`; returns how many rows the server took. Where the source fails, so does the whole COPY. */
export async function copyIn(client: pg.ClientBase, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  const sink = client.query(from(sql));
  await pipeline(Readable.from(source, { objectMode: true }), sink);
  return sink.rowCount;
}
