// What the settings form is filled with, and what its sections are told about the measures: plain values, for they travel
// to the browser.
import { ATTENTION_IDS, type AttentionId } from "@/lib/change/attention-rules";
import { recallsOfRules, ruleFor, rulesFor } from "@/lib/change/rules";
import type { Measure } from "@/lib/measures/measure";
import { recallWords, type Recall } from "@/lib/measures/recall";
import type { ClinicSettings } from "@/lib/schemas/settings";

export interface MeasureChoice {
  id: string;
  short: string;
  title: string;
  /** Of the total. */
  max: number;
  /** Published rules of change, the one to start with first. */
  rules: { id: string; name: string }[];
  /** The recall windows a rule of the clinic's own may cover. */
  recalls: { id: Recall; words: string }[];
}

export function measureChoice(measure: Measure): MeasureChoice {
  const { id, short, title, range } = measure;
  return {
    id,
    short,
    title,
    max: range.max,
    rules: rulesFor(id).map((rule) => ({ id: rule.id, name: rule.name })),
    recalls: recallsOfRules(measure).map((recall) => ({ id: recall, words: recallWords[recall] })),
  };
}

export interface SettingsValues extends Omit<ClinicSettings, "guidance" | "rules"> {
  rules: Record<string, string>;
  guidance: Record<AttentionId, string>;
}

/** The settings with every choice spelled out, so that each field has a value to begin with. */
export function settingsValues(settings: ClinicSettings, measures: readonly Measure[]): SettingsValues {
  const rules = measures.flatMap(({ id }) => {
    const rule = ruleFor(id, settings);
    return rule === null ? [] : [[id, rule.id] as const];
  });
  const guidance = ATTENTION_IDS.map((id) => [id, settings.guidance[id] ?? ""] as const);
  return { ...settings, rules: Object.fromEntries(rules), guidance: Object.fromEntries(guidance) as SettingsValues["guidance"] };
}
