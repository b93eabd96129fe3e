/**
 * The attention rules that read scores, one function each: reliably worse, no drop by a session or dose, rise
 * since the last dose. Each takes the newest series that may be judged, which is of one measure and one recall
 * window of a week or more, and gives one finding or none. The sentences carry the numbers that decided.
 */
import { localDay } from "../course/calendar";
import type { CourseSession } from "../course/course";
import { recallDays, recallWords } from "../measures/recall";
import type { Attention, Watched } from "./attention";
import { DURABILITY, LATE_RESPONSE } from "./attention-explained";
import { NEAR_DAYS, type AttentionSettings } from "./attention-rules";
import { changeSentence } from "./change-sentence";
import type { Point, Series } from "./series";
import { counted } from "./signed";
import { small, when } from "./wording";

type Found = readonly Attention[];

/**
 * The newest score the measure's rule covers is reliably worse than its reference. Example: "PCL-5: total rose
 * 17 points (34 %) from baseline (50 on day −1) to 67 on day 22, past week. Reliably worse by Marx 2022 (15
 * points or more). A rise is a reason to look; the rule says nothing of why."
 */
export function worseIn({ measure, trajectory, rule }: Watched): Found {
  if (rule === null) return [];
  const series = newest(trajectory.series.filter(({ recall }) => rule.recalls.includes(recall)));
  const point = series?.points.at(-1);
  if (series === undefined || point?.judgement?.verdict !== "reliably-worse") return [];
  const why = changeSentence(series, point, rule, trajectory.zone);
  return [{ id: "worse", measure: measure.id, words: `${measure.short}: ${small(why)} A rise is a reason to look; the rule says nothing of why.`, since: point.at }];
}

/**
 * The newest score lies `points` or more above the lowest since the last dose. Example: a last dose on day 14, 20
 * on day 15 and 37 on day 49: "PCL-5: rise of 17 points from the lowest score after the last dose: 20 on day 15,
 * 37 on day 49, past week, 35 days after that dose (looked at from 15 points). …"
 */
export function riseIn({ measure, trajectory }: Watched, sessions: readonly CourseSession[], { points }: AttentionSettings["rise"]): Found {
  const dose = done(sessions, "dose").at(-1);
  const series = newest(judgeable(trajectory));
  if (dose === undefined || series === undefined) return [];
  const { zone } = trajectory;
  const after = series.points.filter(({ at }) => at > dose.at);
  const last = after.at(-1);
  const lowest = lowestOf(after);
  if (last === undefined || lowest === undefined || last.total - lowest.total < points) return [];
  const days = counted(localDay(last.at, dose.at, zone), "day");
  const words =
    `${measure.short}: rise of ${counted(last.total - lowest.total, "point")} from the lowest score after the last dose: ` +
    `${lowest.total} ${when(lowest, zone)}, ${last.total} ${when(last, zone)}, ${recallWords[series.recall]}, ${days} after that dose ` +
    `(looked at from ${counted(points, "point")}). ${DURABILITY}`;
  return [{ id: "rise", measure: measure.id, words, since: last.at }];
}

/**
 * No score since the reference is `points` or more below it, although the therapy session or dose by which the
 * clinic asks for it has been, whichever came first. Not judged from a reference below `points`, from which no
 * such fall is possible, nor without a score in the week before that session or since. Example: "PCL-5: no fall
 * of 10 points or more by therapy session 6: 62 at baseline, 58 on day 41, past week. …"
 */
export function noDropIn({ measure, trajectory }: Watched, sessions: readonly CourseSession[], asked: AttentionSettings["no-drop"]): Found {
  const by = [
    { at: done(sessions, "therapy")[asked.session - 1]?.at, name: `therapy session ${asked.session}`, source: MANUAL },
    { at: done(sessions, "dose")[asked.dose - 1]?.at, name: `dose ${asked.dose}`, source: OURS },
  ].flatMap(({ at, ...rest }) => (at === undefined ? [] : [{ at, ...rest }])).toSorted((a, b) => +a.at - +b.at)[0];
  const series = newest(judgeable(trajectory));
  if (by === undefined || series === undefined) return [];
  const { zone } = trajectory;
  const { kind, point: base } = series.reference;
  const since = series.points.filter(({ change }) => change !== null);
  const last = since.at(-1);
  const lowest = lowestOf(since);
  if (last === undefined || lowest === undefined || base.total < asked.points || base.at > by.at) return [];
  if (localDay(last.at, by.at, zone) < -NEAR_DAYS || lowest.total <= base.total - asked.points) return [];
  const from = { baseline: "at baseline", chosen: "at the chosen baseline", first: `at the first score ${when(base, zone)}` }[kind];
  const between = lowest.total < last.total ? `, lowest ${lowest.total} ${when(lowest, zone)}` : "";
  const words =
    `${measure.short}: no fall of ${counted(asked.points, "point")} or more by ${by.name}: ${base.total} ${from}${between}, ` +
    `${last.total} ${when(last, zone)}, ${recallWords[series.recall]}. ${by.source} ${LATE_RESPONSE}`;
  return [{ id: "no-drop", measure: measure.id, words, since: by.at }];
}

const MANUAL = "The CPT manual asks here whether avoidance or assimilated beliefs are in the way (handout 3.1).";
const OURS = "No manual names a dose; this one is the clinic's own.";

/** Series that look back a week or more: the past day has no validated threshold. */
function judgeable({ series }: Watched["trajectory"]): readonly Series[] {
  return series.filter(({ recall }) => (recallDays[recall] ?? 0) >= NEAR_DAYS);
}

function newest(series: readonly Series[]): Series | undefined {
  return series.toSorted((a, b) => timeOf(b) - timeOf(a))[0];
}

function timeOf({ points }: Series): number {
  return +(points.at(-1)?.at ?? 0);
}

/** The lowest, and of several the latest. */
function lowestOf(points: readonly Point[]): Point | undefined {
  return points.toSorted((a, b) => a.total - b.total || +b.at - +a.at)[0];
}

function done(sessions: readonly CourseSession[], kind: CourseSession["kind"]): readonly CourseSession[] {
  return sessions.filter((session) => session.kind === kind && session.status === "done").toSorted((a, b) => +a.at - +b.at);
}
