/**
 * Where a calendar day begins, as an instant: what turns "due on Thursday" into something that can be compared with the
 * clock without a calendar. In most places that is midnight; where the clocks skip it, the first hour there is.
 */
import { resolveWallTime } from "./calendar";

/**
 * The instant at which a day "YYYY-MM-DD" begins in a zone; the earlier where midnight comes twice. RangeError for text
 * that is no day. Example: "2026-11-23" begins at 05:00Z in America/New_York; in Africa/Cairo, where the clocks went from
 * 00:00 to 01:00 on 2026-04-24, that day begins at 01:00 by its clock, 22:00Z of the day before.
 */
export function dayStart(day: string, zone: string): Date {
  const midnight = resolveWallTime(`${day}T00:00`, zone);
  if (midnight.kind === "instant") return midnight.instant;
  if (midnight.kind === "repeated") return midnight.earlier;
  const one = resolveWallTime(`${day}T01:00`, zone);
  return one.kind === "instant" ? one.instant : dayStart(day, "UTC");
}
