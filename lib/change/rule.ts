/**
 * What a rule of change is: a named, published way to read the difference of two scores, with the people it
 * was worked out on and the paper it stands in. There is no one right threshold for any of our measures, so
 * no number is ever used without its rule. Three kinds, which answer different questions: reliable change (is
 * it more than the error of measurement?), response (has an agreed amount been reached?) and end state (where
 * does it end?). A response threshold is never called reliable.
 */
import type { Recall } from "../measures/recall";

interface Named {
  /** Stored with a clinic's settings; never changes its meaning. */
  readonly id: string;
  /** "Marx 2022, 15 points". */
  readonly name: string;
  /** For a sentence that gives the points itself: "Marx 2022". */
  readonly short: string;
  readonly measure: string;
  /** The recall windows it may be used on. */
  readonly recalls: readonly Recall[];
  readonly population: string;
  readonly source: string;
  readonly note: string;
}

export interface ReliableChangeRule extends Named {
  readonly kind: "reliable-change";
  /** Least change, in points either way, inclusive. */
  readonly points: number;
  /** Ending here or below, from above, a reliable improvement counts as recovered; null if none is given. */
  readonly endState: number | null;
  /** What the paper calls a change of that size. */
  readonly calls: "reliable" | "likely real";
  /** Least improvement, in points, named although below the rule; null if no source gives one. */
  readonly improvedFrom: number | null;
  /** How the points came about, where they were computed and not printed. */
  readonly computed: JacobsonTruax | null;
}

export interface ResponseRule extends Named {
  readonly kind: "response";
  /** Least improvement, inclusive: in points, or in per cent of the score it is counted from. */
  readonly points: number | null;
  readonly percent: number | null;
  readonly endState: null;
}

export interface EndStateRule extends Named {
  readonly kind: "end-state";
  readonly points: null;
  /** Met at or below this total. */
  readonly endState: number;
}

export type Rule = ReliableChangeRule | ResponseRule | EndStateRule;

/** The inputs and steps of a Jacobson–Truax threshold, all in points but r. */
export interface JacobsonTruax {
  readonly sd: number;
  readonly r: number;
  /** "test–retest, one week", "Cronbach's alpha": it moves the threshold more than anything else. */
  readonly kindOfR: string;
  readonly standardError: number;
  readonly standardErrorOfDifference: number;
}
