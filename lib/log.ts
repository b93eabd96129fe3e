// Structured logs: what happened, never about whom. No answer, name or address of a record goes in here.
import "server-only";
import pino from "pino";

export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } });

/** An error reduced to what can be logged: database messages can quote a row, so only codes and the place are kept. */
export function fault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, meta } = error as Error & { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { kind: error.name, code, sqlState: meta?.driverAdapterError?.cause?.originalCode, stack: frames.slice(0, 8).join("\n") };
}
