/**
 * A verdict in words: the label of a badge, the line that also says which rule fired, and the sentence for
 * running text. The words follow the paper: Marx 2022 says reliable, Blanchard 2023 says likely real, a
 * response threshold is met or not and is never called reliable. A rise that stays below the rule, but is as
 * large as a fall that would be named, is named too: no verdict of its own, but not passed over. Nothing here
 * praises, and nothing names a cause.
 */
import type { Judgement, Verdict } from "./judge";
import type { ReliableChangeRule, Rule } from "./rule";
import { counted, plain } from "./signed";

/** Which way a verdict points, for a colour that always stands beside its word. */
export const verdictTone: Readonly<Record<Verdict, "better" | "worse" | "neutral">> = {
  recovered: "better",
  "reliably-improved": "better",
  "improved-below-reliability": "neutral",
  "no-reliable-change": "neutral",
  "reliably-worse": "worse",
  met: "better",
  "not-met": "neutral",
  "not-evaluable": "neutral",
};

const reliable: Readonly<Partial<Record<Verdict, string>>> = {
  recovered: "Recovered",
  "reliably-improved": "Reliably improved",
  "improved-below-reliability": "Improved below reliability",
  "no-reliable-change": "No reliable change",
  "reliably-worse": "Reliably worse",
};

const likelyReal: Readonly<Partial<Record<Verdict, string>>> = {
  "reliably-improved": "Likely real improvement",
  "improved-below-reliability": "Improved below the rule",
  "no-reliable-change": "No likely real change",
  "reliably-worse": "Likely real worsening",
};

/**
 * The label of a verdict under its rule. RangeError for a verdict the rule cannot give. Example:
 * verdictWords("reliably-improved", findRule("marx-2022-15")) is "Reliably improved".
 */
export function verdictWords(verdict: Verdict, rule: Rule): string {
  const words = labelOf(verdict, rule);
  if (words === undefined) throw new RangeError(`${rule.id} gives no verdict ${verdict}`);
  return words;
}

/**
 * The label of a judgement: that of its verdict, except for a rise below the rule from `improvedFrom` points up.
 * Example: from 50 to 60 by Marx 2022 is "Rise below reliability", from 50 to 58 "No reliable change".
 */
export function judgementLabel(judgement: Judgement, rule: Rule): string {
  if (!isRiseBelow(judgement, rule)) return verdictWords(judgement.verdict, rule);
  return isReliableKind(rule) ? "Rise below reliability" : "Rise below the rule";
}

/**
 * The label with the points and the rule that fired. Example: "Reliable improvement, 33 points (Marx 2022)";
 * "No reliable change, 0 points (Marx 2022)"; "Response threshold met, 7 points lower (NCPTSD)".
 */
export function judgementWords(judgement: Judgement, rule: Rule): string {
  const { verdict, change } = judgement;
  const label = verdict === "reliably-improved" && isReliableKind(rule) ? "Reliable improvement" : null;
  const points = `${counted(Math.abs(change), "point")}${isRiseBelow(judgement, rule) ? "" : side(judgement)}`;
  return `${label ?? judgementLabel(judgement, rule)}, ${points} (${rule.short})`;
}

/**
 * The verdict as a sentence that says what the rule asks for. Example: "Reliable improvement by Marx 2022 (15
 * points or more)."
 */
export function verdictSentence(judgement: Judgement, rule: Rule): string {
  const { verdict } = judgement;
  if (rule.kind === "end-state") {
    const where = verdict === "met" ? "At or below" : "Above";
    return `${where} the good end state of ${rule.short} (${rule.endState} or below).`;
  }
  if (rule.kind === "response") {
    if (verdict === "not-evaluable") return "A response in per cent cannot be judged from a score of 0.";
    const asked = rule.percent === null ? counted(rule.points ?? 0, "point") : `${rule.percent} %`;
    const whose = rule.short.includes("%") ? "Response threshold" : `Response threshold of ${rule.short}`;
    return `${whose} (a fall of ${asked} or more) ${verdict === "met" ? "met" : "not met"}.`;
  }
  const asked = `${rule.short} (${counted(rule.points, "point")} or more)`;
  if (verdict === "recovered") {
    const cut = rule.endState;
    return `Recovered by ${asked}: a reliable improvement from above ${cut} to ${cut} or below.`;
  }
  const label = verdict === "reliably-improved" && isReliableKind(rule) ? "Reliable improvement" : null;
  return `${label ?? judgementLabel(judgement, rule)} by ${asked}.`;
}

function labelOf(verdict: Verdict, rule: Rule): string | undefined {
  if (rule.kind === "reliable-change") return (rule.calls === "reliable" ? reliable : likelyReal)[verdict];
  if (verdict === "not-evaluable" && rule.kind === "response") return "Cannot be judged";
  if (verdict !== "met" && verdict !== "not-met") return undefined;
  if (rule.kind === "response") return `Response threshold ${verdict === "met" ? "met" : "not met"}`;
  return verdict === "met" ? `At or below ${plain(rule.endState)}` : `Above ${plain(rule.endState)}`;
}

function isReliableKind(rule: Rule): rule is ReliableChangeRule {
  return rule.kind === "reliable-change" && rule.calls === "reliable";
}

/** A rise too small for the rule and at least as large as a fall that has a name. */
function isRiseBelow({ verdict, change }: Judgement, rule: Rule): boolean {
  if (rule.kind !== "reliable-change" || rule.improvedFrom === null) return false;
  return verdict === "no-reliable-change" && change >= rule.improvedFrom;
}

/** Where the label does not show the direction. */
function side({ verdict, change }: Judgement): string {
  if (change === 0 || verdict === "recovered" || verdict === "reliably-improved") return "";
  return change < 0 ? " lower" : " higher";
}
