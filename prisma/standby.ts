// Reading from a standby, without ever missing what stood in the primary when the question was asked: the standby is believed once
// it has replayed the primary's log up to that point, and otherwise the primary answers. So nobody misses what they have just
// written, and whoever has just lost a right has lost it here too, whichever process did it. No clock, and nothing to remember.

import type { PlainTx, Plainly } from "./plain";

/** A place in the log of the primary. */
export type LogPlace = string;

const restMs = 10_000;

/** How far the log is now; of the insert position, since with asynchronous commits what was acknowledged may not be written yet. */
export async function logPlace(tx: PlainTx): Promise<LogPlace> {
  const [row] = await tx.$queryRaw<{ place: LogPlace }[]>`SELECT pg_current_wal_insert_lsn()::text AS place`;
  if (!row) throw new Error("PostgreSQL did not say how far its log is");
  return row.place;
}

export type Standby = <T>(settings: Readonly<Record<string, string>>, place: LogPlace, read: (tx: PlainTx) => Promise<T>) => Promise<{ value: T } | null>;

/** Null where it is behind, no standby, or failed: then the primary is to answer. One that failed is told of, and left alone for a while. */
export function standby(plainly: Plainly, failed: (error: unknown) => void): Standby {
  let restsUntil = 0;
  return async (settings, place, read) => {
    if (performance.now() < restsUntil) return null;
    try {
      return await plainly(settings, async (tx) => {
        const [row] = await tx.$queryRaw<{ there: boolean | null }[]>`SELECT pg_last_wal_replay_lsn() >= ${place}::pg_lsn AS there`;
        return row?.there ? { value: await read(tx) } : null;
      });
    } catch (error) {
      restsUntil = performance.now() + restMs;
      failed(error);
      return null;
    }
  };
}
