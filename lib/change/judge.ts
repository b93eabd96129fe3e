/**
 * The verdict of one rule on two scores of the same measure and recall window, an earlier and a later one.
 * Thresholds are inclusive; lower is better; change is later minus earlier. The verdicts of a reliable-change
 * rule, first that fits:
 *
 * - reliably worse: the score rose by the rule's points or more. No end state need be crossed.
 * - recovered: it fell by the rule's points or more, from above the rule's end state to it or below.
 * - reliably improved: it fell by the rule's points or more.
 * - improved below reliability: it fell by less than that, but by at least `improvedFrom`; for the PCL-5 that
 *   is 9 points, the least that Blanchard 2023 calls likely real. A smaller fall may well be noise and is not
 *   named.
 * - no reliable change: everything else, in either direction.
 *
 * After Jacobson and Truax these are often called recovered, improved, unchanged and deteriorated. The names here
 * say which question was asked, and "improved below reliability" is split off from unchanged, so that a fall that
 * is likely real by Blanchard 2023 is not passed over. A rise of that size keeps the verdict of no reliable change
 * and is named in words (verdict-words.ts).
 *
 * A response rule is met or not met, and cannot be judged in per cent of 0; an end-state rule is met or not
 * by the later score alone. A verdict describes two numbers. It does not say why they differ.
 */
import { isReliable } from "./jacobson-truax";
import type { ReliableChangeRule, ResponseRule, Rule } from "./rule";

export type Verdict =
  | "recovered"
  | "reliably-improved"
  | "improved-below-reliability"
  | "no-reliable-change"
  | "reliably-worse"
  | "met"
  | "not-met"
  | "not-evaluable";

export interface Judgement {
  readonly ruleId: string;
  readonly from: number;
  readonly to: number;
  /** Points, later minus earlier; negative is improvement. */
  readonly change: number;
  readonly verdict: Verdict;
}

/**
 * Judges the way from one total to another by a rule. RangeError for a total that is not a finite number.
 * Example: from 62 to 29 is reliably improved by Marx 2022 at 15 points, and to 28 it is recovered; from 62
 * to 50 it is improved below reliability, and from 62 to 54 there is no reliable change.
 */
export function judge(rule: Rule, { from, to }: { readonly from: number; readonly to: number }): Judgement {
  if (!Number.isFinite(from) || !Number.isFinite(to)) throw new RangeError("Only two scores can be judged");
  return { ruleId: rule.id, from, to, change: to - from, verdict: verdictOf(rule, from, to) };
}

function verdictOf(rule: Rule, from: number, to: number): Verdict {
  if (rule.kind === "reliable-change") return reliableVerdict(rule, from, to);
  if (rule.kind === "end-state") return to <= rule.endState ? "met" : "not-met";
  return responseVerdict(rule, from, to);
}

function reliableVerdict(rule: ReliableChangeRule, from: number, to: number): Verdict {
  const change = to - from;
  const reached = rule.computed
    ? isReliable(change / rule.computed.standardErrorOfDifference)
    : Math.abs(change) >= rule.points;
  if (reached && change > 0) return "reliably-worse";
  if (reached) {
    const crossed = rule.endState !== null && from > rule.endState && to <= rule.endState;
    return crossed ? "recovered" : "reliably-improved";
  }
  return rule.improvedFrom !== null && -change >= rule.improvedFrom
    ? "improved-below-reliability"
    : "no-reliable-change";
}

function responseVerdict(rule: ResponseRule, from: number, to: number): Verdict {
  if (rule.points !== null) return from - to >= rule.points ? "met" : "not-met";
  if (rule.percent === null || from <= 0) return "not-evaluable";
  return (from - to) * 100 >= rule.percent * from ? "met" : "not-met";
}
