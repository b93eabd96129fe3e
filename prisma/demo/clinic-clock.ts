// Turns a story's days and clock times into instants around the moment the demo clinic is loaded. The clinic
// is open every day of the week, so that a story reads the same whatever weekday it is loaded on.
import { addDays, calendarDay, resolveWallTime } from "../../lib/course/calendar";

const minute = 60_000;

export interface ClinicClock {
  readonly now: Date;
  /** The calendar day it is in the clinic. */
  readonly today: string;
  /** The calendar day so many days from today. */
  day(fromToday: number): string;
  /** The instant of a clock time, so many days from today. */
  at(fromToday: number, clock: string): Date;
  /**
   * Where something that has happened stands. Loaded before the day's last visit took place, the clinic
   * opened early: what has happened today is drawn together into the hours since midnight, in the same order.
   */
  held(instant: Date, lastHeldToday: Date | null): Date;
  /** Where something still to come stands. If its hour today has gone by, it is put off until later today. */
  toCome(instant: Date): Date;
  /** A little while ago, today. */
  minutesAgo(minutes: number): Date;
}

export function clinicClock(now: Date, zone: string): ClinicClock {
  const today = calendarDay(now, zone);
  const day = (fromToday: number) => addDays(today, fromToday);
  const at = (fromToday: number, clock: string) => {
    const resolved = resolveWallTime(`${day(fromToday)}T${clock}`, zone);
    if (resolved.kind !== "instant") throw new RangeError(`The clinic is closed at ${clock}`);
    return resolved.instant;
  };
  const dawn = at(0, "00:00").getTime();
  const midnight = at(1, "00:00").getTime();
  return {
    now,
    today,
    day,
    at,
    held(instant, lastHeldToday) {
      if (lastHeldToday === null || lastHeldToday <= now || instant.getTime() < dawn) return instant;
      const share = (now.getTime() - dawn) / (lastHeldToday.getTime() - dawn);
      return new Date(wholeMinutes(dawn + share * (instant.getTime() - dawn)));
    },
    toCome(instant) {
      if (instant > now) return instant;
      const inTwoHours = wholeMinutes(now.getTime() + 120 * minute);
      return new Date(inTwoHours < midnight ? inTwoHours : Math.ceil((now.getTime() + midnight) / 2));
    },
    minutesAgo: (minutes) => new Date(Math.max(dawn, now.getTime() - minutes * minute)),
  };
}

function wholeMinutes(instant: number): number {
  return Math.floor(instant / minute) * minute;
}
