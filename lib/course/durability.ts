/**
 * After the last dose: how long the patient has been followed, and where the score stands against the end of
 * dosing. Published medians until relapse or loss of response after the last infusion were 27.5 days (Feder et al.
 * 2021) and 41 days (Albott et al. 2018), so the weeks after it are worth a look. It describes and names no cause:
 * therapy may have gone on.
 *
 * - End of dosing: the first score after the last done dose, on local day 7 after it or before.
 * - Latest: the last score after that one. One measure and one recall window at a time.
 */
import { localDay } from "./calendar";
import { signedPoints } from "./day-words";
import type { GivenDose } from "./since-dose";
import { byTime } from "./windows";
import type { TotalForm } from "./windows-table";

/** Local days after the last dose within which a score still speaks for its end: one weekly form. Ours. */
export const END_WITHIN_DAYS = 7;

export interface Durability<F extends TotalForm> {
  readonly lastDoseAt: Date;
  /** Local days from the last dose to the latest score; null without one since. */
  readonly days: number | null;
  readonly end: F | null;
  readonly latest: F | null;
  /** Latest minus end, in points; null unless there are both. */
  readonly change: number | null;
}

/**
 * What followed the last dose; null without any. RangeError if measures or recall windows are mixed. Example: 28 on
 * day 1 after the last dose and 31 on day 30 are 30 days, +3 points.
 */
export function durability<F extends TotalForm>(scores: readonly F[], doses: readonly GivenDose[], zone: string): Durability<F> | null {
  const lastDose = doses.reduce<GivenDose | null>((last, dose) => (last === null || dose.at > last.at ? dose : last), null);
  if (lastDose === null) return null;
  if (scores.some(({ measure, recall }) => measure !== scores[0]?.measure || recall !== scores[0]?.recall)) {
    throw new RangeError("Durability is told within one measure and one recall window");
  }
  const since = scores.filter(({ at }) => at > lastDose.at).toSorted(byTime);
  const first = since[0] ?? null;
  const end = first !== null && localDay(first.at, lastDose.at, zone) <= END_WITHIN_DAYS ? first : null;
  const last = since.at(-1) ?? null;
  const latest = last === end ? null : last;
  return {
    lastDoseAt: lastDose.at,
    days: last === null ? null : localDay(last.at, lastDose.at, zone),
    end,
    latest,
    change: end === null || latest === null ? null : latest.total - end.total,
  };
}

/**
 * In a sentence, after the name of the measure and its recall window. Example: "28 at the end of dosing, 31 at day 30
 * after the last dose: +3 points."
 */
export function durabilityWords<F extends TotalForm>({ days, end, latest, change }: Durability<F>): string {
  if (days === null) return "no score since the last dose.";
  const later = `day ${days} after the last dose`;
  if (latest === null) return `${end?.total} at the end of dosing, none later.`;
  if (end === null || change === null) return `${latest.total} at ${later}; no score within ${END_WITHIN_DAYS} days of it to compare with.`;
  const points = Math.abs(change) === 1 ? "point" : "points";
  return `${end.total} at the end of dosing, ${latest.total} at ${later}: ${signedPoints(change)} ${points}.`;
}
