/**
 * A rule written out: what it asks for, what kind of question it answers, and for a Jacobson–Truax threshold the
 * way from SD and reliability to points, step by step, so that a reader can work it out again. The verdicts
 * themselves are worded in verdict-words.ts.
 */
import { RCI_LIMIT } from "./jacobson-truax";
import type { JacobsonTruax, Rule } from "./rule";
import { counted, plain } from "./signed";

/**
 * Which of the three questions a rule answers. Example: Blanchard 2023 is "Likely real change", NCPTSD is
 * "Response threshold, not a test of reliability".
 */
export function kindWords(rule: Rule): string {
  if (rule.kind === "response") return "Response threshold, not a test of reliability";
  if (rule.kind === "end-state") return "End state";
  return rule.calls === "reliable" ? "Reliable change" : "Likely real change";
}

/**
 * What a rule asks for, every threshold inclusive. Example: Marx 2022 at 15 points is "A change of 15 points or
 * more, either way. Recovered: an improvement of that size from above 28 to 28 or below. An improvement from 9
 * points up that stays below it is named as such."
 */
export function asks(rule: Rule): string {
  if (rule.kind === "end-state") return `A score of ${plain(rule.endState)} or below.`;
  if (rule.kind === "response") {
    const amount = rule.percent === null ? counted(rule.points ?? 0, "point") : `${rule.percent} %`;
    return `A fall of ${amount} or more${rule.percent === null ? "" : " of the score it is counted from"}.`;
  }
  const { endState, improvedFrom, points } = rule;
  const crossing = `Recovered: an improvement of that size from above ${endState} to ${endState} or below.`;
  const below = `An improvement from ${counted(improvedFrom ?? 0, "point")} up that stays below it is named as such.`;
  return [
    `A change of ${counted(points, "point")} or more, either way.`,
    ...(endState === null ? [] : [crossing]),
    ...(improvedFrom === null || improvedFrom >= points ? [] : [below]),
  ].join(" ");
}

/**
 * The steps of a computed threshold, rounded for reading only. Example: SD 7.5 and r .80 (Jacobson & Truax
 * 1991) are "SEM = 7.5 · √(1 − 0.8) = 3.35; S_diff = √2 · SEM = 4.74; threshold = 1.96 · S_diff = 9.3 points".
 */
export function stepsWords({ sd, r, standardError, standardErrorOfDifference }: JacobsonTruax): string {
  const threshold = plain(RCI_LIMIT * standardErrorOfDifference, 1);
  return (
    `SEM = ${sd} · √(1 − ${r}) = ${plain(standardError, 2)}; ` +
    `S_diff = √2 · SEM = ${plain(standardErrorOfDifference, 2)}; ` +
    `threshold = ${RCI_LIMIT} · S_diff = ${threshold} points`
  );
}
