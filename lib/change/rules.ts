/**
 * The registry of rules: where settings, pages and sentences find a rule by the id that is stored. What each
 * rule says and where it comes from stands with its measure, in pcl-5-rules.ts.
 */
import { DEFAULT_PCL5_RULE, pcl5Rules } from "./pcl-5-rules";
import type { Rule } from "./rule";

export const rules: readonly Rule[] = pcl5Rules;

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

/**
 * The rule a clinic has chosen for a measure, or the measure's first where the stored id is not one of its
 * rules. RangeError for a measure without rules. Example: ruleFor("pcl-5", "marx-2022-18").points is 18, and
 * ruleFor("pcl-5", "gone").id is "marx-2022-15".
 */
export function ruleFor(measure: string, id: string): Rule {
  const offered = rulesFor(measure);
  const rule = offered.find((each) => each.id === id) ?? offered[0];
  if (rule === undefined) throw new RangeError(`No rule judges ${measure}`);
  return rule;
}
