// The result of one form: what it says, what it says since the reference, and where each rule stands.
import { changeSentence } from "@/lib/change/change-sentence";
import type { Rule } from "@/lib/change/rule";
import { listed } from "@/lib/change/signed";
import type { Trajectory } from "@/lib/change/trajectory";
import { judgementWords, verdictTone } from "@/lib/change/verdict-words";
import { itemOf, type Measure } from "@/lib/measures/measure";
import { recallWords } from "@/lib/measures/recall";
import { sinceOf } from "./view-visits";
import type { Tone } from "./view-shape";

export interface ResultView {
  measure: string;
  recall: string;
  /** Null for an incomplete form. */
  total: number | null;
  max: number;
  clusters: {
    id: string;
    name: string;
    total: number | null;
    max: number;
    criterion: { endorsed: number; needed: number; met: boolean } | null;
  }[];
  provisional: boolean | null;
  endorsed: { number: number; label: string }[];
  items: number;
  change: { words: string; since: string; from: number; tone: Tone } | null;
  sentence: string;
  sources: { words: string; href: string }[];
}

export interface ResultInput {
  trajectory: Trajectory;
  measure: Measure;
  rule: Rule | null;
  id: string;
}

/** Null if the trajectory does not hold this form: it was voided, or is not this patient's. */
export function resultView({ trajectory, measure, rule, id }: ResultInput): ResultView | null {
  const series = trajectory.series.find(({ points }) => points.some((point) => point.assessmentId === id));
  const point = series?.points.find((each) => each.assessmentId === id);
  if (series === undefined || point === undefined) return incompleteView(trajectory, measure, id);
  const page = `/measures/${measure.id}`;
  const cut = measure.thresholds.find((threshold) => typeof threshold.value !== "number");
  const { change, judgement, provisional } = point;
  const tone = judgement === null || rule === null ? "neutral" : verdictTone[judgement.verdict];
  const sources = [
    change === null || rule === null ? null : { words: `${rule.name}: who it was worked out on`, href: `${page}#${rule.id}` },
    cut === undefined ? null : { words: cut.name, href: `${page}#${cut.id}` },
    provisional === null ? null : { words: "Provisional PTSD rule", href: `${page}#provisional` },
  ];
  return {
    measure: measure.short,
    recall: recallWords[series.recall],
    total: point.total,
    max: measure.range.max,
    clusters: point.clusters.map((cluster) => ({
      id: cluster.id,
      name: cluster.short,
      total: cluster.total,
      max: cluster.max,
      criterion: provisional?.criteria[cluster.id] ?? null,
    })),
    provisional: provisional?.met ?? null,
    endorsed: point.endorsed.map((number) => ({ number, label: itemOf(measure, number).label })),
    items: measure.items.length,
    change:
      change === null
        ? null
        : {
            words:
              judgement === null || rule === null
                ? `${rule?.short ?? "No rule"} does not cover this form`
                : judgementWords(judgement, rule),
            since: sinceOf(series),
            from: series.reference.point.total,
            tone: tone === "neutral" ? "plain" : tone,
          },
    sentence: changeSentence(series, point, rule, trajectory.zone),
    sources: sources.filter((source) => source !== null),
  };
}

function incompleteView({ incomplete }: Trajectory, measure: Measure, id: string): ResultView | null {
  const form = incomplete.find((each) => each.assessmentId === id);
  if (form === undefined) return null;
  const items = form.missing.length === 1 ? "item" : "items";
  const answered = `${measure.items.length - form.missing.length} of ${measure.items.length} answered`;
  return {
    measure: measure.short,
    recall: recallWords[form.recall],
    total: null,
    max: measure.range.max,
    clusters: form.subtotals.map(({ id: cluster, short, total, max }) => ({
      id: cluster,
      name: short,
      total,
      max,
      criterion: null,
    })),
    provisional: null,
    endorsed: [],
    items: measure.items.length,
    change: null,
    sentence: `Not scored: ${answered}, ${items} ${listed(form.missing)} missing.`,
    sources: [],
  };
}
