// An edit sent again because its first answer was lost: the row stands one version further and already says all of it.
import { isDeepStrictEqual } from "node:util";

/** Whether a row that is no longer at `version` got where it is by this very edit. */
export function isRepeat<Row extends { version: number }>(row: Row | null, version: number, fields: Partial<Row>): boolean {
  if (row === null || row.version !== version + 1) return false;
  return (Object.keys(fields) as (keyof Row)[]).every((key) => isDeepStrictEqual(row[key], fields[key]));
}
