// One printed result, or the effect that follows from it, in a few words.
import { change, number } from "@/components/cohort/figure-words";
import { Z } from "@/lib/cohort/interval";
import { metricWords } from "@/lib/cohort/studies/compare";
import { figuresOf, figureProblems, figureTyped, groupsOf, reportedFrom, type Figure, type Kind } from "@/lib/cohort/studies/printed";
import { studyEffect, type Study, type StudyEffect } from "@/lib/cohort/studies/study";

/** "−1.92 (−2.22 to −1.61), SE 0.16; Hedges’ g by the SD at baseline, with r = 0.5 assumed" */
export function effectInWords({ metric, yi, sei, ri, assumedR }: StudyEffect): string {
  const interval = `${number(yi - Z * sei, 2)} to ${number(yi + Z * sei, 2)}`;
  const with_ = ri === null ? "" : `, with r = ${number(ri, 2)}${assumedR ? " assumed" : ""}`;
  return `${change(yi, 2)} (${interval}), SE ${number(sei, 2)}; ${metricWords[metric]}${with_}`;
}

/** What the figures typed so far lead to; null while they lead to nothing. */
export function effectTyped(kind: Kind, groups: Study["groups"] | undefined, typed: Readonly<Partial<Record<Figure, string>>>, range: { min: number; max: number }): string | null {
  const figures = Object.fromEntries(figuresOf[kind].map((name) => [name, figureTyped(typed[name] ?? "")]));
  const of = groupsOf(kind) ?? groups;
  if (of === undefined || Object.keys(figureProblems(kind, figures, range)).length > 0) return null;
  const effect = studyEffect({ groups: of, reported: reportedFrom(kind, figures) });
  return effect === null ? "Without an SD there is no effect: it is listed, and enters no mean." : effectInWords(effect);
}
