// Which errors mean that the database is away or too busy, rather than that we are wrong.

const away = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "57P01", "57P02", "57P03", "53300", "57014", "55P03", "08006", "08001", "P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037", "P2039"]);

export function databaseAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 6; depth += 1) {
    const { code, cause, meta, originalCode, driverAdapterError, message, kind } = at as Record<string, unknown>;
    if ([code, originalCode].some((value) => typeof value === "string" && away.has(value))) return true;
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout") return true;
    if (typeof message === "string" && /timeout exceeded when trying to connect|Connection terminated|Can't reach database/.test(message)) return true;
    at = driverAdapterError ?? cause ?? meta;
  }
  return false;
}
