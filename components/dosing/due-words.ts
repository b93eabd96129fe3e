// The running clock and what it says about the reading that is next.
import { clockWords, type DueReading } from "@/lib/course/dosing/observation";

const second = 1_000;
const minute = 60_000;

/** Hours, minutes and seconds since the start: "0:47:12"; "0:00:00" before it. */
export function runningClock(now: Date, startedAt: Date): string {
  const passed = Math.max(0, Math.floor((+now - +startedAt) / second));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(passed / 3600)}:${two(Math.floor(passed / 60) % 60)}:${two(passed % 60)}`;
}

/** "Reading at 80 min: in 33 min"; "Reading at 40 min: late by 7 min". The minutes still to go are rounded up. */
export function dueWords({ minute: at, at: instant, state }: Pick<DueReading<never>, "minute" | "at" | "state">, now: Date): string {
  const away = +instant - +now;
  const name = `Reading at ${at} min`;
  if (state === "late") return `${name}: late by ${clockWords(Math.floor(-away / minute))}`;
  if (away <= 0 || (state === "due" && at === 0)) return `${name}: due now`;
  return `${name}: in ${clockWords(Math.ceil(away / minute))}`;
}
