/**
 * The trajectory in words: what the chart shows, in sentences a clinician could have written into the record.
 * Pure: the same trajectory always gives the same sentences, in this order: change and verdict, the band, items
 * a published rule stood in for, the first 24 hours, the items, the overlap of the recall window with the last
 * dose, sudden gains and losses, incomplete forms, other recall windows. Every measure is served: without a rule
 * of change no verdict is given and that is said; an entered total has no items; a result has no change. Scores "came" or "are"; no sentence names a cause, praises, says cured, or advises. Numbers of two
 * recall windows never stand in one comparison.
 */
import type { CourseSession } from "../course/course";
import type { Measure } from "../measures/measure";
import { recallWords } from "../measures/recall";
import { changeSentence, earlySentence } from "./change-sentence";
import { bandSentence, incompleteSentence, missingSentence, resultSentence, valueWords } from "./form-words";
import { itemChanges, type ItemChange } from "./item-change";
import type { Rule } from "./rule";
import type { Point, Series } from "./series";
import { counted } from "./signed";
import type { SuddenSettings } from "./sudden-gains";
import { suddenSentence } from "./sudden-words";
import type { Trajectory } from "./trajectory";
import { suddenFinding } from "./weekly-series";
import { capital, small, when } from "./wording";

/** Given where sudden gains are to be said: the measure's points, and the sessions they may lie between. */
export interface Sudden {
  readonly settings: SuddenSettings;
  readonly sessions: readonly CourseSession[];
}

/**
 * The sentences, at least one. The measure and the rule are those the trajectory was made with; RangeError
 * otherwise. Example: "Total fell 33 points (53 %) from baseline (62 on day 0) to 29 on day 22, past week.
 * Reliable improvement by Marx 2022 (15 points or more)."
 */
export function inWords(
  trajectory: Trajectory,
  measure: Measure,
  rule: Rule | null,
  sudden: Sudden | null = null,
): readonly string[] {
  if (trajectory.measure !== measure.id || trajectory.ruleId !== (rule?.id ?? null)) {
    throw new RangeError("The sentences need the measure and the rule of the trajectory");
  }
  const { latest, zone } = trajectory;
  const forms = trajectory.incomplete.map((form) => incompleteSentence(form, measure, zone));
  if (latest === null) return [`No scored ${measure.short} yet.`, ...forms];
  const { series, point } = latest;
  const others = trajectory.series.filter((each) => each.recall !== latest.recall).map((each) => apartSentence(measure, each, zone));
  if (measure.entry === "result") return [firstSentence(measure, series, point, rule, zone), ...others];
  const { point: base } = series.reference;
  return [
    firstSentence(measure, series, point, rule, zone),
    point.change === null || rule !== null ? null : `No published threshold of change was found for the ${measure.short}; none is applied.`,
    bandSentence(measure, point),
    missingSentence(point, base, zone),
    earlySentence(trajectory.startedBy, series, point),
    point.change === null ? null : itemSentence(measure, base, point),
    overlapSentence(point),
    ...suddenSentences(trajectory, sudden),
    ...forms,
    ...others,
  ].filter((sentence) => sentence !== null);
}

/**
 * The first sentence alone, for a form just saved or a measure named beside others: where this score stands, or
 * the result and the one before it. Example: "Total fell 33 points (53 %) from baseline (62 on day 0) to 29 on day
 * 22, past week. Reliable improvement by Marx 2022 (15 points or more)."; for the C-SSRS screener, "Result on day
 * 22: Moderate. Before it: Low on day −1."
 */
export function firstSentence(measure: Measure, series: Series, point: Point, rule: Rule | null, zone: string): string {
  return measure.entry === "result" ? resultSentence(measure, series, point, zone) : changeSentence(series, point, rule, zone);
}

function suddenSentences(trajectory: Trajectory, sudden: Sudden | null): readonly string[] {
  const finding = sudden === null ? null : suddenFinding(trajectory, sudden.settings);
  if (sudden === null || finding?.state !== "tested") return [];
  return finding.met.map((found) => suddenSentence(found, sudden.sessions, trajectory.zone));
}

function itemSentence(measure: Measure, from: Point, to: Point): string | null {
  const changes = measure.items.length === 0 ? null : itemChanges(measure, from.ratings, to.ratings);
  if (changes === null) return null;
  const { most, othersMost, least, othersLeast } = changes;
  const size = Math.abs(most.to - most.from);
  if (size === 0) return "No item changed.";
  if (size === Math.abs(least.to - least.from)) return `Every item changed by ${counted(size, "point")}.`;
  const largest = `Largest item change: ${moved(most)}${others(othersMost, " by as much")}.`;
  if (least.from === least.to) {
    return `${largest} Unchanged: ${small(least.item.label)} (${least.from})${others(othersLeast, "")}.`;
  }
  return `${largest} Least: ${moved(least)}${others(othersLeast, " by as little")}.`;
}

function overlapSentence({ overlap }: Point): string | null {
  if (overlap === null) return null;
  const { daysBefore, days } = overlap;
  if (days === 1) return "The day the latest form asks about lies before the last dose.";
  const verb = daysBefore === 1 ? "lies" : "lie";
  return `${daysBefore} of the ${days} days the latest form asks about ${verb} before the last dose.`;
}

function apartSentence(measure: Measure, { recall, points }: Series, zone: string): string {
  const last = points.at(-1);
  const latest = last === undefined ? "" : `${valueWords(measure, last)} ${when(last, zone)}`;
  const noun = measure.entry === "result" ? "result" : "score";
  const scores = points.length === 1 ? `1 ${noun}, ${latest}` : `${points.length} ${noun}s, the latest ${latest}`;
  return `${capital(recallWords[recall])} is kept apart: ${scores}.`;
}

function others(count: number, how: string): string {
  return count === 0 ? "" : ` and ${counted(count, "other")}${how}`;
}

function moved({ item, from, to }: ItemChange): string {
  return `${small(item.label)} (${from} → ${to})`;
}
