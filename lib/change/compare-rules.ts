/**
 * The same two scores under every rule that may be used on them. The rules answer different questions from
 * different samples, and may disagree: that is shown and not settled. The clinic's rule stays the one that
 * judges on every other page. Both scores are of one measure and one recall window; a rule not offered for
 * that window is left out, not applied "for orientation".
 */
import type { Recall } from "../measures/recall";
import { judge, type Judgement } from "./judge";
import type { Rule } from "./rule";
import { judgementLabel, verdictSentence } from "./verdict-words";

export interface ComparedRule {
  readonly rule: Rule;
  readonly judgement: Judgement;
  /** "Reliably improved". */
  readonly label: string;
  /** "Reliable improvement by Marx 2022 (15 points or more)." */
  readonly words: string;
}

/**
 * A row for each rule that covers the recall window, in the order given; none where none does. RangeError for
 * rules of different measures or for a total that is not a number. Example: from 62 to 47, past week, is
 * reliable by Marx 2022 at 15 points and not at 18, likely real by Blanchard 2023, a response by NCPTSD, no 30
 * per cent response, and above the end state of Resick 2021; for the past-day form there is no row.
 */
export function compareRules(
  rules: readonly Rule[],
  { from, to }: { readonly from: number; readonly to: number },
  recall: Recall,
): readonly ComparedRule[] {
  if (new Set(rules.map(({ measure }) => measure)).size > 1) throw new RangeError("Rules of one measure are compared");
  return rules
    .filter(({ recalls }) => recalls.includes(recall))
    .map((rule) => {
      const judgement = judge(rule, { from, to });
      return { rule, judgement, label: judgementLabel(judgement, rule), words: verdictSentence(judgement, rule) };
    });
}
