// Which errors mean that the database is away or too busy, rather than that we are wrong; and which that two transactions got in
// each other's way, so that the one that lost is to be done again. The drivers tell the same in several shapes: a code of
// Prisma's, PostgreSQL's code somewhere inside it, or a bare error of the adapter's when it comes with the commit.

const lost = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037", "P2039"]);
// Connection, resources (a full disk among them), an operator's hand, the system itself; a statement or a lock that took too long.
const awayStates = /^(08|53|57P|58)\w{2,3}$|^(57014|55P03|25P03)$/;
const conflicts = new Set(["P2034", "40001", "40P01"]);

export function databaseAway(error: unknown): boolean {
  return tells(error, ({ codes, kind, message }) => {
    if (codes.some((code) => lost.has(code) || awayStates.test(code) || conflicts.has(code))) return true;
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout" || kind === "TransactionWriteConflict") return true;
    return /timeout exceeded when trying to connect|Connection terminated|Can't reach database/.test(message);
  });
}

/** Nothing of what lost is stored: it can be done again as it is. */
export function isConflict(error: unknown): boolean {
  return tells(error, ({ codes, kind }) => kind === "TransactionWriteConflict" || codes.some((code) => conflicts.has(code)));
}

interface Told {
  codes: string[];
  kind: unknown;
  message: string;
}

function tells(error: unknown, says: (told: Told) => boolean): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 6; depth += 1) {
    const { code, originalCode, cause, meta, driverAdapterError, message, kind } = at as Record<string, unknown>;
    const codes = [code, originalCode].filter((each) => typeof each === "string");
    if (says({ codes, kind, message: typeof message === "string" ? message : "" })) return true;
    at = driverAdapterError ?? cause ?? meta;
  }
  return false;
}
