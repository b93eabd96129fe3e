// The measure and the clinic's rule as the chart draws them: what a line is called and where it lies.
import type { Rule } from "@/lib/change/rule";
import type { Series } from "@/lib/change/series";
import { plain, signed } from "@/lib/change/signed";
import { small } from "@/lib/change/wording";
import type { Measure } from "@/lib/measures/measure";
import type { MeasureView, RuleView } from "./view-shape";

export function measureView(measure: Measure): MeasureView {
  const range = measure.thresholds.find((threshold) => typeof threshold.value !== "number");
  const [low, high] = [measure.options[0], measure.options.at(-1)];
  return {
    id: measure.id,
    short: measure.short,
    max: measure.range.max,
    clusters: measure.clusters.map(({ id, short, max, items }) => ({
      id,
      name: short,
      max,
      items: [...items],
    })),
    items: measure.items.map(({ number, label }) => ({ number, label })),
    asked: measure.items.filter((item) => item.optional !== true).length,
    ratings: { max: high?.value ?? 0, low: small(low?.label ?? ""), high: small(high?.label ?? "") },
    cut:
      range === undefined || typeof range.value === "number"
        ? null
        : { from: range.value[0], to: range.value[1], label: range.name, source: range.source },
    banded: measure.bands !== null,
    provisional: measure.provisional !== null,
    page: `/measures/${measure.id}`,
  };
}

/** "Reliable −15", "Likely real −9", "Response −10", "Response −50 %", "End state 19". */
export function ruleView(rule: Rule | null): RuleView | null {
  if (rule === null) return null;
  return { id: rule.id, name: rule.short, label: labelOf(rule), source: rule.source };
}

function labelOf(rule: Rule): string {
  if (rule.kind === "end-state") return `End state ${plain(rule.endState)}`;
  if (rule.kind === "response") {
    return rule.points === null
      ? `Response ${signed(-(rule.percent ?? 0))} %`
      : `Response ${signed(-rule.points)}`;
  }
  const points = signed(-rule.points, Number.isInteger(rule.points) ? 0 : 1);
  return `${rule.calls === "reliable" ? "Reliable" : "Likely real"} ${points}`;
}

/** The total at which the rule is first reached from a series' reference; null below the measure's range. */
export function thresholdOf(rule: Rule | null, { recall, reference }: Series, measure: Measure): number | null {
  if (rule === null || !rule.recalls.includes(recall)) return null;
  const from = reference.point.total;
  const total = totalOf(rule, from);
  return total < measure.range.min || (rule.kind === "response" && from === 0) ? null : total;
}

function totalOf(rule: Rule, from: number): number {
  if (rule.kind === "end-state") return rule.endState;
  if (rule.kind === "response" && rule.points === null) return from - (from * (rule.percent ?? 0)) / 100;
  return from - (rule.points ?? 0);
}
