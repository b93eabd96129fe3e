// An edit sent again because its first answer was lost: the row stands one version further and already says all of it,
// or the numbered row that carries its key is there.
import { isDeepStrictEqual } from "node:util";
import { Changed, Stale, type Newer } from "./problems";

/** Whether a row that is no longer at `version` got where it is by this very edit. */
export function isRepeat<Row extends { version: number }>(row: Row | null, version: number, fields: Partial<Row>): boolean {
  if (row === null || row.version !== version + 1) return false;
  return (Object.keys(fields) as (keyof Row)[]).every((key) => isDeepStrictEqual(row[key], fields[key]));
}

/** An edit that found another version there: nothing, if it got there by this very edit; otherwise somebody else's is told. */
export function settle<Row extends { version: number }>(row: Row | null, version: number, fields: Partial<Row>, shape: (row: Row) => Record<string, unknown>): void {
  if (isRepeat(row, version, fields)) return;
  throw row === null ? new Stale() : new Changed({ fields: shape(row), known: { version: row.version } });
}

/**
 * Two copies of one request race for the same key: the one that loses finds, trying again, that all is done. A key that is
 * taken even then is somebody else's.
 */
export async function onceMore<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (!isTaken(error)) throw error;
    return save().catch((again: unknown) => {
      throw isTaken(again) ? new Stale() : again;
    });
  }
}

/** A unique value was taken: as Prisma says it of its own statements and of ours, and as PostgreSQL does. */
function isTaken(error: unknown): boolean {
  const { code, meta } = Object(error) as { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return code === "P2002" || code === "23505" || meta?.driverAdapterError?.cause?.originalCode === "23505";
}

/**
 * Of rows that are only added: the number that follows the one the page knew, or the one that this very request was
 * stored under before. Anything newer is somebody else's.
 */
export async function following<Row extends { number: number }>(newest: Row | null, known: number, find: () => Promise<{ number: number } | null>, newer: (row: Row) => Newer | Promise<Newer>): Promise<{ number: number; repeat: boolean }> {
  if ((newest?.number ?? 0) === known) return { number: known + 1, repeat: false };
  const stored = await find();
  if (stored === null) throw newest === null ? new Stale() : new Changed(await newer(newest));
  return { number: stored.number, repeat: true };
}
