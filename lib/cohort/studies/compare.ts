/**
 * One's own teams beside published studies: a forest for each kind of effect, so that what cannot be averaged is not even
 * in one picture. Change within a group holds everything that happened in that time; a difference between groups does
 * not. Neither says what a treatment did in one's own patients.
 */
import { entryOf, forest, type Forest, type ForestEntry } from "./forest";
import { metaforLine } from "./metafor";
import { publishedStudies } from "./published";
import type { PoolMethod } from "../pooling/pool";
import type { Metric, Study } from "./study";

export interface Compared extends Forest {
  readonly groups: "within" | "between";
  readonly metric: Metric;
  readonly measure: string;
  /** The line of R that repeats the mean from the export. */
  readonly line: string;
}

export const metricWords: Readonly<Record<Metric, string>> = {
  SMCR: "Hedges’ g by the SD at baseline",
  SMD: "Hedges’ g of two groups",
  MC: "points",
  MD: "points",
  "SMD-reported": "standard deviations, as the paper has them",
};

export const groupsWords: Readonly<Record<Compared["groups"], string>> = {
  within: "Change within a group",
  between: "Difference between groups",
};

/** Measures of PTSD: a study of one of them is offered beside the other. */
const OF_PTSD: readonly string[] = ["pcl-5", "caps-5"];

/** The studies that belong beside a measure: of that one, or of PTSD as it is. Example: beside the PHQ-9 no study of the PCL-5. */
export function studiesBeside<S extends Study>(measure: string, studies: readonly S[]): readonly S[] {
  return studies.filter((study) => study.measure === measure || (OF_PTSD.includes(measure) && OF_PTSD.includes(study.measure)));
}

/**
 * A forest for each kind there is: own teams first, then the studies the clinic entered, then those shipped. Example: two teams on the PCL-5 stand with
 * Earleywine's clinic; Albott 2018 in points, Feder 2025 as reported, Rohde 2024 in points of the CAPS-5 and McGeary 2022
 * between groups have a forest of their own each.
 */
export function compare(own: readonly ForestEntry[], entered: readonly Study[], measure: string, method: PoolMethod): readonly Compared[] {
  const printed = [
    ...studiesBeside(measure, entered).flatMap((study) => entryOf(study, "entered") ?? []),
    ...studiesBeside(measure, publishedStudies).flatMap((study) => entryOf(study, "shipped") ?? []),
  ];
  const kinds = new Map<string, ForestEntry[]>();
  for (const entry of [...own, ...printed]) {
    const kind = `${entry.groups} ${entry.metric} ${entry.measure}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), entry]);
  }
  return [...kinds.values()].flatMap((entries) => {
    const first = entries[0];
    if (first === undefined) return [];
    const { groups, metric, measure: of } = first;
    return [{ ...forest(entries, method), groups, metric, measure: of, line: metaforLine(method, { groups, metric, measure: of }) }];
  });
}
