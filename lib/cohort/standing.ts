/**
 * How a counted course stands with its windows on some day, as one whole number: its baseline, which later windows have a
 * score, which had opened when it was discontinued, and which are over. What became of a window without a score follows
 * (count-rows.ts, windowFate). The first three are stored; how many are over depends on the day.
 */
import { WINDOWS } from "../course/windows-table";
import type { AssessmentWindow } from "../course/windows";
import type { WindowFate } from "./counts";
import type { CohortRow } from "./row";
import { windowDays } from "./window-days";

/** Without the baseline; each opens and ends after the one before. */
export const LATER: readonly AssessmentWindow[] = WINDOWS.slice(1);

/** The days from t0 on which one more of the later windows is over. */
export const OVER_FROM: readonly number[] = LATER.map((window) => windowDays(window)[1] + 1);

/** Room for the gaps, and for how many are over. */
export const GAPS = 1024;
export const OVERS = 8;

/** Which later windows are filled, a bit each, and how many had opened by the end. Example: week 1 alone of an active course is 2 + 64 × 6. */
export function gapsOf(filled: (window: AssessmentWindow) => boolean, { status, endDay }: Pick<CohortRow, "status" | "endDay">): number {
  const mask = LATER.reduce((bits, window, at) => bits + (filled(window) ? 2 ** at : 0), 0);
  const opened = status === "discontinued" && endDay !== null ? LATER.filter((window) => windowDays(window)[0] <= endDay).length : LATER.length;
  return mask + 2 ** LATER.length * opened;
}

export interface Standing {
  readonly from: number;
  /** The later windows without a score. */
  readonly empty: readonly { readonly window: AssessmentWindow; readonly fate: Exclude<WindowFate, "scored"> }[];
}

/** From (from × GAPS + gaps) × OVERS + over. Example: a baseline of 60, nothing after it, all of it over: six windows are "missing". */
export function readStanding(standing: number): Standing {
  const over = standing % OVERS;
  const gaps = Math.floor(standing / OVERS) % GAPS;
  const opened = Math.floor(gaps / 2 ** LATER.length);
  const empty = LATER.flatMap((window, at) => {
    if (Math.floor(gaps / 2 ** at) % 2 === 1) return [];
    return [{ window, fate: at >= opened ? ("discontinued" as const) : at >= over ? ("open" as const) : ("missing" as const) }];
  });
  return { from: Math.floor(standing / OVERS / GAPS), empty };
}
