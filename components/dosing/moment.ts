// A time that is now until somebody says otherwise. It is shown and typed on the clinic's clock and kept as an instant.
import { resolveWallTime, wallTime } from "@/lib/course/calendar";

/** "2026-11-25T10:47" as typed, or null for now. */
export type Moment = string | null;

/** Null where no such time exists, or it is half typed. */
export function instantOf(moment: Moment, zone: string, now: Date): Date | null {
  if (moment === null) return now;
  try {
    const resolved = resolveWallTime(moment, zone);
    return resolved.kind === "skipped" ? null : resolved.kind === "repeated" ? resolved.earlier : resolved.instant;
  } catch {
    return null;
  }
}

export function clockTime(at: string | Date, zone: string): string {
  return wallTime(new Date(at), zone).slice(11);
}
