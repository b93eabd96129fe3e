/**
 * Times of a dosing session that cannot be, or that somebody should look at twice. A stop before the start, an end
 * before a beginning and a time still to come are mended; a start far from the plan, a reading long before the dose
 * and a dose that ran for hours happen, and stand with a reason. The distances from which a question is asked are
 * ours. Readings of the hour before the start belong to it (observation.ts) and raise none.
 */
import { BEFORE_START_MINUTES, clockWords, minuteOf } from "./observation";
import type { Problem } from "./problem";

export type TimeProblemId =
  | "start-in-future" | "stop-in-future" | "reading-in-future" | "left-in-future"
  | "stop-before-start" | "stop-without-start" | "interruption-order" | "interruption-outside" | "left-before-start"
  | "reading-before-dose" | "far-from-plan" | "long-dose";

export interface DosingTimes {
  /** Where the plan had the session; null if it was not planned. */
  readonly plannedAt: Date | null;
  readonly startedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** `to` is null while the interruption lasts. */
  readonly interruptions?: readonly { readonly from: Date; readonly to: Date | null }[];
  readonly readings?: readonly { readonly id: string; readonly at: Date }[];
  readonly leftAt?: Date | null;
  readonly now: Date;
}

/** A device's clock may run ahead of the server's by so much before a time counts as still to come. */
export const CLOCK_SLACK_MINUTES = 5;
export const FAR_FROM_PLAN_HOURS = 6;
/** An infusion takes 40 minutes (Feder et al. 2021), a spray less; after this many hours somebody is asked. */
export const LONG_DOSE_HOURS = 3;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What has to be mended or given a reason; empty for times in order. Each id appears once. Example: a stop at 9:30
 * with the start at 9:40 says "The stop is 10 min before the start."
 */
export function timeProblems(times: DosingTimes): readonly Problem<TimeProblemId>[] {
  return [...inFuture(times), ...outOfOrder(times), ...unusual(times)];
}

function inFuture({ startedAt, stoppedAt, readings = [], leftAt = null, now }: DosingTimes): readonly Problem<TimeProblemId>[] {
  const late = (at: Date | null) => at !== null && +at > +now + CLOCK_SLACK_MINUTES * MINUTE;
  return [
    ...mend(late(startedAt), "start-in-future", "The start is still to come. Check the time."),
    ...mend(late(stoppedAt), "stop-in-future", "The stop is still to come. Check the time."),
    ...mend(readings.some(({ at }) => late(at)), "reading-in-future", "A reading is timed in the future. Check its time."),
    ...mend(late(leftAt), "left-in-future", "The time of leaving is still to come. Check the time."),
  ];
}

function outOfOrder({ startedAt, stoppedAt, interruptions = [], leftAt = null }: DosingTimes): readonly Problem<TimeProblemId>[] {
  if (startedAt === null) {
    return [
      ...mend(stoppedAt !== null, "stop-without-start", "There is a stop and no start. Enter when the dose began."),
      ...mend(interruptions.length > 0, "interruption-outside", "An interruption lies outside the dose: there is no start."),
    ];
  }
  const gap = (at: Date | null) => clockWords(Math.ceil((+startedAt - +(at ?? startedAt)) / MINUTE));
  const outside = interruptions.some(({ from, to }) => from < startedAt || (stoppedAt !== null && (from > stoppedAt || (to !== null && to > stoppedAt))));
  return [
    ...mend(stoppedAt !== null && stoppedAt < startedAt, "stop-before-start", `The stop is ${gap(stoppedAt)} before the start.`),
    ...mend(interruptions.some(({ from, to }) => to !== null && to < from), "interruption-order", "An interruption ends before it begins."),
    ...mend(outside, "interruption-outside", "An interruption lies outside the dose, before its start or after its stop."),
    ...mend(leftAt !== null && leftAt < startedAt, "left-before-start", `The time of leaving is ${gap(leftAt)} before the start.`),
  ];
}

function unusual({ plannedAt, startedAt, stoppedAt, readings = [], now }: DosingTimes): readonly Problem<TimeProblemId>[] {
  if (startedAt === null) return [];
  const early = readings.filter(({ at }) => +at < +startedAt - BEFORE_START_MINUTES * MINUTE).map(({ at }) => minuteOf(at, startedAt));
  const away = plannedAt === null ? 0 : +startedAt - +plannedAt;
  const ran = +(stoppedAt ?? now) - +startedAt;
  const far = `The start is ${hoursWords(Math.abs(away))} ${away < 0 ? "before" : "after"} the time it was planned for.`;
  return [
    ...ask(early.length > 0, "reading-before-dose", `A reading is timed ${clockWords(Math.min(0, ...early))}.`),
    ...ask(Math.abs(away) > FAR_FROM_PLAN_HOURS * HOUR, "far-from-plan", far),
    ...ask(stoppedAt !== null && ran > LONG_DOSE_HOURS * HOUR, "long-dose", `The dose ran for ${clockWords(Math.floor(ran / MINUTE))}.`),
  ];
}

function hoursWords(milliseconds: number): string {
  const hours = Math.round(milliseconds / HOUR);
  const days = Math.round(hours / 24);
  return hours < 48 ? `${hours} hours` : `${days} days`;
}

function mend(wrong: boolean, id: TimeProblemId, words: string): readonly Problem<TimeProblemId>[] {
  return wrong ? [{ id, words, overridable: false }] : [];
}

function ask(odd: boolean, id: TimeProblemId, words: string): readonly Problem<TimeProblemId>[] {
  return odd ? [{ id, words, overridable: true }] : [];
}
