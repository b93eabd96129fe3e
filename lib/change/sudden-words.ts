/**
 * Sudden gains and losses in words: the sentence of the chart and the note, and the three criteria with their
 * values for whoever wants to check. "Between session 3 and 4" is said only where both scores fall on the day
 * of a done therapy session; otherwise the two days are named. A gain stands between two scores, and the
 * sentence adds nothing about what happened there: an association only.
 */
import { localDay } from "../course/calendar";
import type { CourseSession } from "../course/course";
import type { SuddenChange } from "./sudden-gains";
import { counted, plain } from "./signed";
import type { WeeklyPoint } from "./weekly-series";
import { when } from "./wording";

type Found = SuddenChange<WeeklyPoint>;

/**
 * Where an interval lies. RangeError for one without both scores. Example: "between session 3 and 4", else
 * "between day 14 and day 21".
 */
export function between({ from, to }: Found, sessions: readonly CourseSession[], zone: string): string {
  if (from === null || to === null) throw new RangeError("An interval lies between two scores");
  const [before, after] = [from, to].map(({ at }) => sessionOn(at, sessions, zone));
  if (before != null && after != null && before !== after) return `between session ${before} and ${after}`;
  return `between ${when(from.point, zone).replace("on ", "")} and ${when(to.point, zone).replace("on ", "")}`;
}

/**
 * The sentence of a gain or loss that is met; RangeError for any other interval. Example: "Sudden gain between
 * session 3 and 4: from 55 to 38, 17 points lower; association only. Reversed by 47 on day 35, above 46.5."
 */
export function suddenSentence(found: Found, sessions: readonly CourseSession[], zone: string): string {
  const { state, kind, from, to, reversal } = found;
  if (state !== "met" || from === null || to === null || kind === null) throw new RangeError("Not a sudden gain or loss");
  const size = `${counted(Math.abs(to.total - from.total), "point")} ${kind === "gain" ? "lower" : "higher"}`;
  const first = `Sudden ${kind} ${between(found, sessions, zone)}: from ${from.total} to ${to.total}, ${size}; association only.`;
  if (reversal?.by == null) return first;
  const { by } = reversal;
  const place = kind === "gain" ? "above" : "below";
  return `${first} Reversed by ${by.total} ${when(by.point, zone)}, ${place} ${plain(reversal.beyond, Number.isInteger(reversal.beyond) ? 0 : 1)}.`;
}

/**
 * The three criteria of an interval with their values. Example: 56, 55, 55, then 38 three times give "Criterion
 * 1: 17 points; 10 or more asked: met.", "Criterion 2: 17 points; 13.8 or more asked (25 % of 55): met." and
 * "Criterion 3: means of 3 scores before and 3 after lie 17.3 points apart; more than 1.1 asked: met."
 */
export function criteriaWords({ criteria, from }: SuddenChange): readonly string[] {
  const { points, share, means } = criteria;
  const said = (met: boolean | null): string => (met === null ? "cannot be worked out" : met ? "met" : "not met");
  const size = points.value === null ? "a score is missing" : counted(points.value, "point");
  const quarter = share.needed === null || from === null ? "25 % of the score before asked" : `${tenth(share.needed)} or more asked (25 % of ${from.total})`;
  const third =
    means.value === null || means.needed === null
      ? `${counted(means.before, "score")} before and ${means.after} after, two of each asked`
      : `means of ${counted(means.before, "score")} before and ${means.after} after lie ${tenth(means.value)} points apart; more than ${tenth(means.needed)} asked`;
  return [
    `Criterion 1: ${size}; ${tenth(points.needed ?? 0)} or more asked: ${said(points.met)}.`,
    `Criterion 2: ${size}; ${quarter}: ${said(share.met)}.`,
    `Criterion 3: ${third}: ${said(means.met)}.`,
  ];
}

/** Why an interval was not tested. Example: whyNotWords.first is "the first step has one score before it". */
export const whyNotWords: Readonly<Record<NonNullable<SuddenChange["why"]>, string>> = {
  first: "the first step has one score before it",
  last: "the last step has one score after it",
  "no-score": "a score is missing",
  "few-before": "it takes two scores before the step",
  "few-after": "it takes two scores after the step",
};

function tenth(value: number): string {
  return plain(value, Number.isInteger(value) ? 0 : 1);
}

/** The number of the done therapy session on the day of a score, or null. */
function sessionOn(at: Date, sessions: readonly CourseSession[], zone: string): number | null {
  const done = sessions.filter(({ kind, status }) => kind === "therapy" && status === "done").toSorted((a, b) => +a.at - +b.at);
  const place = done.findIndex((session) => localDay(session.at, at, zone) === 0);
  return place < 0 ? null : place + 1;
}
