/**
 * What counts as a response and as remission: each its own outcome, because the field has several and they give
 * different shares of the same patients. A response compares a score with the baseline; remission looks at the later
 * score alone, and is given once more among those who were above its cut at baseline, since the others could not get
 * there. Of every outcome two shares are shown: among those observed, and with the missing counted as not met.
 */
import { judge } from "../change/judge";
import type { Rule } from "../change/rule";
import { rulesFor } from "../change/rules";
import type { CohortQuestion } from "./definition";

export interface Outcome {
  /** Fixed: the id in the export. */
  readonly id: string;
  readonly kind: "response" | "remission" | "worse";
  readonly words: string;
  readonly source: string;
  /** Whether a patient with this baseline is judged at all. */
  readonly appliesTo: (baseline: number) => boolean;
  readonly met: (baseline: number, later: number) => boolean;
}

const always = (): boolean => true;
const convention = "A convention of trials, not worked out on a sample";

/**
 * The least fall of a response, in points of the PCL-5. 10: NCPTSD guidance as repeated by calculate.qxmd.com; 15: Marx
 * et al. 2022, Psychol Assess 34(2):197–203, sample 1.
 */
const PCL5_POINTS: readonly (readonly [points: number, source: string])[] = [
  [10, "National Center for PTSD guidance, as repeated by calculate.qxmd.com"],
  [15, "Marx et al. 2022, Psychol Assess 34(2):197–203, sample 1"],
];

/**
 * The highest total of remission on the PCL-5. 30: below the lower end of NCPTSD's range of cuts, 31 to 33; 28: the end
 * state of Marx et al. 2022 in both samples.
 */
const PCL5_REMISSION: readonly (readonly [id: string, most: number, words: string, source: string])[] = [
  ["below-31", 30, "Below 31", "National Center for PTSD: 31 to 33 suggests probable PTSD"],
  ["at-most-28", 28, "28 or below", "Marx et al. 2022, Psychol Assess 34(2):197–203"],
];

/**
 * The outcomes of a measure, in the order in which they are shown: responses, the named rule (and, where it tells
 * reliable change, its worsening), remissions. A rule that does not cover the recall window is not among them. Example:
 * of the PCL-5 past month with Marx 2022, "percent-50", "points-10", "points-15", "rule", "rule-worse", "below-31",
 * "at-most-28", "below-31-of-above" and "at-most-28-of-above".
 */
export function outcomesFor({ definition, measure, rule }: Pick<CohortQuestion, "definition" | "measure" | "rule">): readonly Outcome[] {
  const pcl5 = measure.id === "pcl-5";
  const named = rule !== null && rule.recalls.includes(definition.recall) ? byRule(rule) : [];
  const ends = pcl5 ? PCL5_REMISSION : endStates(measure.id);
  return [
    percent50,
    ...(pcl5 ? PCL5_POINTS.map(([points, source]) => byPoints(points, source)) : []),
    ...named,
    ...ends.map(([id, most, words, source]) => remission(id, most, words, source, false)),
    ...ends.map(([id, most, words, source]) => remission(id, most, words, source, true)),
  ];
}

/** Whether the named rule says this is an improvement. Example: by Marx 2022 at 15 points from 60 to 45 it is, to 46 not. */
export function improvedBy(rule: Rule, from: number, to: number): boolean {
  return ["recovered", "reliably-improved", "met"].includes(judge(rule, { from, to }).verdict);
}

const percent50: Outcome = {
  id: "percent-50",
  kind: "response",
  words: "Response: 50 % or more below baseline",
  source: `${convention}; a baseline of 0 is left out`,
  appliesTo: (baseline) => baseline > 0,
  met: (baseline, later) => 2 * (baseline - later) >= baseline,
};

function byPoints(points: number, source: string): Outcome {
  const words = `Response: ${points} points or more below baseline`;
  return { id: `points-${points}`, kind: "response", words, source, appliesTo: always, met: (baseline, later) => baseline - later >= points };
}

function byRule(rule: Rule): readonly Outcome[] {
  const evaluable = (baseline: number): boolean => judge(rule, { from: baseline, to: baseline }).verdict !== "not-evaluable";
  const shared = { source: rule.source, appliesTo: evaluable };
  const better: Outcome = { ...shared, id: "rule", kind: "response", words: `Improved by ${rule.name}`, met: (from, to) => improvedBy(rule, from, to) };
  if (rule.kind !== "reliable-change") return [better];
  const worse = (from: number, to: number): boolean => judge(rule, { from, to }).verdict === "reliably-worse";
  return [better, { ...shared, id: "rule-worse", kind: "worse", words: `Worse by ${rule.name}`, met: worse }];
}

function endStates(measure: string): typeof PCL5_REMISSION {
  const ends = rulesFor(measure).flatMap(({ endState, source }) => (endState === null ? [] : [{ endState, source }]));
  const first = ends.filter(({ endState }, at) => ends.findIndex((each) => each.endState === endState) === at);
  return first.map(({ endState, source }) => [`at-most-${endState}`, endState, `${endState} or below`, source] as const);
}

function remission(id: string, most: number, words: string, source: string, ofAbove: boolean): Outcome {
  return {
    id: ofAbove ? `${id}-of-above` : id,
    kind: "remission",
    words: ofAbove ? `Remission: ${words}, among those above at baseline` : `Remission: ${words}`,
    source,
    appliesTo: ofAbove ? (baseline) => baseline > most : always,
    met: (_, later) => later <= most,
  };
}
