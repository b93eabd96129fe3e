/**
 * The registry of rules: where settings, pages and sentences find a rule by the id that is stored. What each
 * rule says and where it comes from stands with its measure, in pcl-5-rules.ts and its neighbours.
 */
import { caps5Rules } from "./caps-5-rules";
import { gad7Rules } from "./gad-7-rules";
import type { Measure } from "../measures/measure";
import type { Recall } from "../measures/recall";
import { jacobsonTruaxRule, type JacobsonTruaxInput } from "./jacobson-truax";
import { DEFAULT_PCL5_RULE, pcl5Rules } from "./pcl-5-rules";
import { phq9Rules } from "./phq-9-rules";
import type { Rule } from "./rule";

export const rules: readonly Rule[] = [...pcl5Rules, ...phq9Rules, ...gad7Rules, ...caps5Rules];

/** The id of the rule a new clinic uses for the PCL-5. */
export const DEFAULT_RULE_ID = DEFAULT_PCL5_RULE;

/** The rule with this id, or null. Example: findRule("marx-2022-15")?.name is "Marx 2022, 15 points". */
export function findRule(id: string): Rule | null {
  return rules.find((rule) => rule.id === id) ?? null;
}

/** The rules for a measure, the default first. Example: rulesFor("pcl-5") has nine rules. */
export function rulesFor(measure: string): readonly Rule[] {
  return rules.filter((rule) => rule.measure === measure);
}

/** A clinic's own rule from numbers it states; see jacobson-truax.ts. */
export type OwnRule = Omit<JacobsonTruaxInput, "short">;

/** What a clinic has chosen: the id of a rule by measure, and the rules it has added. */
export interface RuleChoice {
  readonly rules: Readonly<Record<string, string | undefined>>;
  readonly ownRules: readonly OwnRule[];
}

/** The rules a clinic can choose from for a measure: the published ones, then its own. */
export function rulesOf(measure: string, { ownRules }: Pick<RuleChoice, "ownRules">): readonly Rule[] {
  const own = ownRules.filter((rule) => rule.measure === measure);
  return [...rulesFor(measure), ...own.map((rule) => jacobsonTruaxRule({ ...rule, short: rule.name }))];
}

/**
 * The rule a clinic has chosen for a measure; the measure's first where the stored id is not one of its rules;
 * null for a measure without rules. Example: with { "pcl-5": "marx-2022-18" } chosen, the PCL-5's rule has 18
 * points; with nothing or "gone" chosen, its id is "marx-2022-15"; the AUDIT-C, for which no threshold of
 * change was found, has none.
 */
export function ruleFor(measure: string, choice: RuleChoice): Rule | null {
  const offered = rulesOf(measure, choice);
  return offered.find((each) => each.id === choice.rules[measure]) ?? offered[0] ?? null;
}

/**
 * The recall windows a rule for a measure may cover: those its published rules cover, all of its own where none
 * is published, and none where a result and no number is entered. Example: for the PCL-5 month and week; a
 * threshold for the past day has been validated by nobody.
 */
export function recallsOfRules({ id, entry, recalls }: Measure): readonly Recall[] {
  const published = rulesFor(id).flatMap((rule) => rule.recalls);
  if (entry === "result") return [];
  return published.length === 0 ? recalls : recalls.filter((recall) => published.includes(recall));
}
