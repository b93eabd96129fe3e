// The result of one form: what it says, what it says since the reference, and where each rule stands.
import { changeSentence } from "@/lib/change/change-sentence";
import type { Rule } from "@/lib/change/rule";
import { listed, signed } from "@/lib/change/signed";
import type { Trajectory } from "@/lib/change/trajectory";
import { judgementWords, verdictTone } from "@/lib/change/verdict-words";
import { bandOf, itemOf, type Measure } from "@/lib/measures/measure";
import { recallWords } from "@/lib/measures/recall";
import { sinceOf } from "./view-visits";
import type { Tone } from "./view-shape";

export interface ResultView {
  measure: string;
  recall: string;
  /** Null for an incomplete form. */
  total: number | null;
  max: number;
  /** The name of an entered result; elsewhere the total speaks for itself. */
  named: string | null;
  /** Only where a source has bands. */
  band: string | null;
  /** How a form with items missing came to a total. */
  byRule: string | null;
  clusters: {
    id: string;
    name: string;
    total: number | null;
    max: number;
    criterion: { endorsed: number; needed: number; met: boolean } | null;
  }[];
  provisional: boolean | null;
  /** Null where the measure knows no such count. */
  endorsed: { number: number; label: string }[] | null;
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
  const { judgement, provisional } = point;
  const named = measure.options.find(({ value }) => measure.entry === "result" && value === point.total)?.label ?? null;
  // The numbers of results only order them: their difference says nothing.
  const change = named === null ? point.change : null;
  const tone = judgement === null || rule === null ? "neutral" : verdictTone[judgement.verdict];
  const sources = [
    change === null || rule === null ? null : { words: `${rule.name}: who it was worked out on`, href: `${page}#${rule.id}` },
    cut === undefined ? null : { words: cut.name, href: `${page}#${cut.id}` },
    measure.bands === null ? null : { words: "Bands", href: `${page}#bands` },
    point.missing === 0 ? null : { words: "Missing-item rule", href: `${page}#missing` },
    provisional === null ? null : { words: "Provisional PTSD rule", href: `${page}#provisional` },
  ];
  return {
    measure: measure.short,
    recall: recallWords[series.recall],
    total: point.total,
    max: measure.range.max,
    named,
    band: bandOf(measure, point.total)?.label ?? null,
    byRule: point.missing === 0 ? null : byRuleWords(measure, point.missing),
    clusters: point.clusters.map((cluster) => ({
      id: cluster.id,
      name: cluster.short,
      total: cluster.total,
      max: cluster.max,
      criterion: provisional?.criteria[cluster.id] ?? null,
    })),
    provisional: provisional?.met ?? null,
    endorsed:
      measure.endorsedFrom === null
        ? null
        : point.endorsed.map((number) => ({ number, label: itemOf(measure, number).label })),
    items: measure.items.length,
    change:
      change === null
        ? null
        : {
            words:
              rule === null
                ? `${signed(change)}, no rule of change is known`
                : judgement === null
                  ? `${rule.short} does not cover this form`
                  : judgementWords(judgement, rule),
            since: sinceOf(series),
            from: series.reference.point.total,
            tone: tone === "neutral" ? "plain" : tone,
          },
    sentence: named === null ? changeSentence(series, point, rule, trajectory.zone) : `The result entered is “${named}”.`,
    sources: sources.filter((source) => source !== null),
  };
}

function incompleteView({ incomplete }: Trajectory, measure: Measure, id: string): ResultView | null {
  const form = incomplete.find((each) => each.assessmentId === id);
  if (form === undefined) return null;
  const items = form.missing.length === 1 ? "item" : "items";
  const of = askedOf(measure);
  const answered = `${of - form.missing.length} of ${of} answered`;
  const missing = form.missing.length === 0 ? "no item that counts was rated" : `${items} ${listed(form.missing)} missing`;
  return {
    measure: measure.short,
    recall: recallWords[form.recall],
    total: null,
    max: measure.range.max,
    named: null,
    band: null,
    byRule: null,
    clusters: form.subtotals.map(({ id: cluster, short, total, max }) => ({
      id: cluster,
      name: short,
      total,
      max,
      criterion: null,
    })),
    provisional: null,
    endorsed: null,
    items: measure.items.length,
    change: null,
    sentence: `Not scored: ${answered}, ${missing}.`,
    sources: [],
  };
}

/** "8 of 9 answered; scored by the published rule for missing items." */
function byRuleWords(measure: Measure, missing: number): string {
  const of = measure.items.filter(({ unscored }) => unscored !== true).length;
  return `${of - missing} of ${of} answered; scored by the published rule for missing items.`;
}

/** How many items must be answered. */
function askedOf(measure: Measure): number {
  return measure.items.filter(({ optional }) => optional !== true).length;
}
