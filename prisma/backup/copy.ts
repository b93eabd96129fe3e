// PostgreSQL's COPY through the driver's own connection, block by block: whichever side is slower, the other waits, so a
// table of any size passes through constant memory. (The driver takes any object with `submit` and tells it what the server says.)
import { once } from "node:events";
import pg from "pg";

const blockSize = 64 * 1024;
const mostBlocks = 16;

type Connection = pg.Connection & { query(sql: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(why: string): void };

const rowsIn = (tag: string) => Number(tag.split(" ")[1]);

/** The rows of `COPY … TO STDOUT`, as bytes; returns how many there were. */
export async function* copyOut(client: pg.ClientBase, sql: string): AsyncGenerator<Buffer, number> {
  const ready: Buffer[] = [];
  let [block, filled] = [Buffer.allocUnsafe(blockSize), 0];
  let [rows, isOver, wake] = [0, false, () => {}];
  let failure: Error | null = null;
  let stream: pg.Connection["stream"] | null = null;
  const flush = () => {
    if (filled > 0) ready.push(block.subarray(0, filled));
    [block, filled] = [Buffer.allocUnsafe(blockSize), 0];
    wake();
  };
  const query = {
    submit: (connection: Connection) => {
      ({ stream } = connection);
      connection.query(sql);
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      if (filled + chunk.length > block.length) {
        flush();
        if (ready.length >= mostBlocks) stream?.pause();
      }
      if (chunk.length > block.length) ready.push(Buffer.from(chunk));
      else filled += chunk.copy(block, filled);
    },
    handleCommandComplete: ({ text }: { text: string }) => void (rows = rowsIn(text)),
    handleReadyForQuery: () => {
      isOver = true;
      flush();
    },
    handleError: (error: Error) => {
      [failure, isOver] = [error, true];
      wake();
    },
  };
  client.query(query as unknown as pg.Submittable);
  for (;;) {
    const next = ready.shift();
    if (next) {
      if (ready.length < mostBlocks / 2) (stream as pg.Connection["stream"] | null)?.resume();
      yield next;
    } else if (failure) throw failure;
    else if (isOver) return rows;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

/** Feeds `COPY … FROM STDIN`; returns how many rows the server took. Where the source fails, so does the whole COPY. */
export function copyIn(client: pg.ClientBase, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let failure: unknown = null;
    const ended = new AbortController();
    const pump = async (connection: Connection) => {
      try {
        for await (const chunk of source) {
          if (ended.signal.aborted) return;
          connection.sendCopyFromChunk(chunk);
          if (connection.stream.writableNeedDrain) await once(connection.stream, "drain", { signal: ended.signal });
        }
        connection.endCopyFrom();
      } catch (error) {
        if (ended.signal.aborted) return;
        failure = error;
        connection.sendCopyFail("the source failed");
      }
    };
    const query = {
      submit: (connection: Connection) => connection.query(sql),
      handleCopyInResponse: (connection: Connection) => void pump(connection),
      handleCommandComplete: ({ text }: { text: string }) => void (rows = rowsIn(text)),
      handleReadyForQuery: () => resolve(rows),
      handleError: (error: Error) => {
        ended.abort();
        reject(failure ?? error);
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}
