/**
 * How long until something first happened, when not everyone was followed to the end: Kaplan and Meier (1958, J Am Stat
 * Assoc 53:457–481). Here it is the first reliable improvement. Its day is the day of the assessment that showed it, so
 * it can be no earlier than somebody asked; who was never seen to improve counts until the last assessment and is then
 * no longer followed, which takes the lost to be like the rest. Of one day, events come before the censored.
 *
 * Greenwood's variance; the interval on the log-log scale (Kalbfleisch & Prentice 1980), which stays between 0 and 1,
 * and the plain one beside it. Nothing here compares groups.
 */
import { Z, type Interval } from "./interval";
import type { DayTally } from "./tallies";

export interface SurvivalStep {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still without the event after this day, 1 to 0. */
  readonly share: number;
  /** Greenwood's standard error of the share; null once the share is 0. */
  readonly se: number | null;
  /** Null while the share is 1 and once it is 0: log(−log share) is not defined there. */
  readonly logLog: Interval | null;
  readonly plain: Interval | null;
}

export interface Survival {
  readonly n: number;
  readonly events: number;
  /** Every day with an event or a last assessment, ascending. */
  readonly steps: readonly SurvivalStep[];
  /** The first day with half or fewer still without; null if that was not reached. */
  readonly median: number | null;
  /** The days on which the interval reaches one half; an end that was not reached is null. */
  readonly medianInterval: { readonly lower: number | null; readonly upper: number | null };
}

/**
 * The curve of days with their events and last assessments, each day once, in any order. RangeError for counts that are
 * not whole or are negative. Example (Miller 1997, Survival Analysis; R survival, aml, maintained): events on 9, 13, 18,
 * 23, 31, 34 and 48, last seen on 13, 28, 45 and 161: median 31, share after 9 of 10/11.
 */
export function kaplanMeier(days: readonly DayTally[]): Survival {
  const counts = days.flatMap(({ events, censored }) => [events, censored]);
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError("Patients are counted in whole numbers");
  const n = counts.reduce((sum, count) => sum + count, 0);
  const steps: SurvivalStep[] = [];
  let [atRisk, share, hazards] = [n, 1, 0];
  for (const { day, events, censored } of days.toSorted((a, b) => a.day - b.day)) {
    if (events + censored === 0) continue;
    share = events === atRisk ? 0 : share * (1 - events / atRisk);
    if (share > 0) hazards += events / (atRisk * (atRisk - events));
    steps.push({ day, atRisk, events, censored, share, ...spread(share, hazards) });
    atRisk -= events + censored;
  }
  const first = (reached: (step: SurvivalStep) => boolean): number | null => steps.find(reached)?.day ?? null;
  return {
    n,
    events: days.reduce((sum, { events }) => sum + events, 0),
    steps,
    median: first(({ share: left }) => left <= HALF),
    medianInterval: {
      lower: first(({ logLog }) => logLog !== null && logLog.lower <= HALF),
      upper: first(({ logLog }) => logLog !== null && logLog.upper <= HALF),
    },
  };
}

/** One half, with room for the rounding of products such as ¾ · ⅔. */
const HALF = 0.5 + 1e-12;

function spread(share: number, hazards: number): Pick<SurvivalStep, "se" | "logLog" | "plain"> {
  if (share === 0) return { se: null, logLog: null, plain: null };
  const root = Math.sqrt(hazards);
  const se = share * root;
  const plain = { lower: Math.max(0, share - Z * se), upper: Math.min(1, share + Z * se) };
  if (share === 1) return { se, logLog: null, plain };
  const factor = Math.exp((Z * root) / -Math.log(share));
  return { se, logLog: { lower: share ** factor, upper: share ** (1 / factor) }, plain };
}
