// How change was counted and judged, series by series: what it is counted from and by which definition, what
// every rule that fits says of it, and what could be chosen in its place.
import { wallTime } from "@/lib/course/calendar";
import { BASELINE_FROM_DAY } from "@/lib/course/windows";
import { compareRules, type ComparedRule } from "@/lib/change/compare-rules";
import type { Rule } from "@/lib/change/rule";
import { rulesOf, type RuleChoice } from "@/lib/change/rules";
import type { Point, Series } from "@/lib/change/series";
import { plain } from "@/lib/change/signed";
import { verdictTone } from "@/lib/change/verdict-words";
import { hyphenated } from "@/lib/change/wording";
import { recallWords } from "@/lib/measures/recall";
import { shownDate, shownDay, shownTime } from "./shown-date";
import type { BaselineChoice } from "./tracks";
import type { Tone } from "./view-shape";
import type { Track } from "./view-visits";

export interface JudgedSeries {
  measure: string;
  short: string;
  recall: Series["recall"];
  /** "past week". */
  name: string;
  page: string;
  /** "62 on 1 Nov 2026, day 0". */
  baseline: string;
  /** By which definition, in a sentence. */
  definition: string;
  /** The clinician's reason, who, and when; null where the definition chose. */
  chosen: { reason: string; by: string } | null;
  /** The form it is counted from, where a clinician chose it. */
  chosenId: string | null;
  /** Every score it could be counted from. */
  choices: { id: string; label: string }[];
  /** "62 to 29", what the rules below judge; null with one score. */
  span: string | null;
  rules: { id: string; name: string; verdict: string; tone: Tone; population: string; ours: boolean }[];
  /** Rules for the measure that do not cover this recall window. */
  otherRules: number;
}

export function judgedSeries(
  tracks: readonly Track[],
  baselines: readonly BaselineChoice[],
  settings: Pick<RuleChoice, "ownRules">,
): JudgedSeries[] {
  return tracks.flatMap(({ trajectory, measure, rule }) => {
    const { zone, latest } = trajectory;
    const newestFirst = trajectory.series.toSorted((a, b) => Number(b === latest?.series) - Number(a === latest?.series));
    return newestFirst.map((series): JudgedSeries => {
      const { recall, reference, points } = series;
      const choice = baselines.find((each) => each.measure === measure.id && each.recall === recall);
      const to = points.at(-1);
      const offered = rulesOf(measure.id, settings);
      const rows =
        to?.change == null ? [] : compareRules(offered, { from: reference.point.total, to: to.total }, recall);
      return {
        measure: measure.id,
        short: measure.short,
        recall,
        name: recallWords[recall],
        page: `/measures/${measure.id}`,
        baseline: pointWords(reference.point, zone),
        definition: definitionOf(series),
        chosen:
          reference.kind === "chosen" && choice !== undefined
            ? { reason: choice.reason, by: `${choice.by}, ${dateOf(choice.at, zone)}` }
            : null,
        chosenId: reference.kind === "chosen" ? reference.point.assessmentId : null,
        choices: points.map((point) => ({ id: point.assessmentId, label: pointWords(point, zone) })),
        span: to?.change == null ? null : `${reference.point.total} to ${to.total}`,
        rules: rows.map((row) => compared(row, rule)),
        otherRules: to?.change == null ? 0 : offered.length - rows.length,
      };
    });
  });
}

function compared({ rule, judgement, label }: ComparedRule, ours: Rule | null): JudgedSeries["rules"][number] {
  const tone = verdictTone[judgement.verdict];
  return {
    id: rule.id,
    name: rule.name,
    verdict: label,
    tone: tone === "neutral" ? "plain" : tone,
    population: rule.population,
    ours: rule.id === ours?.id,
  };
}

function definitionOf({ recall, reference }: Series): string {
  const name = hyphenated(recallWords[recall]);
  if (reference.kind === "chosen") return "Chosen by a clinician in the place of the definition.";
  return reference.kind === "baseline"
    ? `The baseline: the latest ${name} score before treatment began, at most ${plain(-BASELINE_FROM_DAY)} days before.`
    : `No ${name} score in the baseline window, so the first one stands in.`;
}

function pointWords({ total, at, day }: Point, zone: string): string {
  const wall = wallTime(at, zone);
  return `${total} on ${shownDate(wall)}, ${day === null ? shownTime(wall) : shownDay(day)}`;
}

function dateOf(at: Date, zone: string): string {
  return shownDate(wallTime(at, zone));
}
