// From what a person typed on the clinic's clock to the instant it names. A time the clocks skipped is refused;
// a time that came twice (the hour repeated in autumn) is taken as the first, which is what a chart would say.
import "server-only";
import { resolveWallTime } from "@/lib/course/calendar";
import { zoneName } from "@/lib/dates";
import { Unfit } from "./problems";

export function instantFrom(wallTime: string, zone: string, field: string): Date {
  const resolved = resolveWallTime(wallTime, zone);
  if (resolved.kind === "skipped") throw new Unfit({ [field]: `The clocks went forward over this time in ${zoneName(zone)}. Enter the time the clock showed.` });
  return resolved.kind === "repeated" ? resolved.earlier : resolved.instant;
}
