// A reading that was begun and not saved, as it comes back on the next page: values of then are not values of now, so
// what comes back later than a moment keeps the time at which it was entered.
import { wallTime } from "@/lib/course/calendar";
import type { Draft } from "@/components/begun/device-draft";
import { emptyReading, type ReadingValues } from "./reading-values";

/** A reload takes less: within it the values are still of now. */
const stillNowMs = 2 * 60_000;

export function draftValues({ values, at }: Draft<ReadingValues>, zone: string, now: Date): ReadingValues {
  return values.moment !== null || +now - at <= stillNowMs ? values : { ...values, moment: wallTime(new Date(at), zone) };
}

/** Nothing has been entered, whatever the time says. */
export function isUntouched({ moment: _, ...values }: ReadingValues): boolean {
  void _;
  return Object.entries(values).every(([name, value]) => value === emptyReading[name as keyof ReadingValues]);
}
