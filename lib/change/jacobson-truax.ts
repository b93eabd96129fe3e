/**
 * Reliable change after Jacobson and Truax (1991, J Consult Clin Psychol 59:12–19): a change counts as
 * reliable when it is larger than the measure's own error would explain. With the standard deviation SD of
 * the people it is used on and the reliability r of the measure: SEM = SD·√(1 − r), S_diff = √2·SEM, RCI =
 * (later − earlier)/S_diff, and a change is reliable when |RCI| ≥ 1.96. Inclusive, with a slack of 1e-9 so
 * that a tie in decimals is not lost in binary. Published PCL-5 values give anything from about 10 points
 * (internal consistency) to 22 (retest), which is why every use names its SD, its r, the kind of r and the
 * source. It says nothing about whether a change matters to the person.
 */
import type { Recall } from "../measures/recall";
import { LEAST_REAL_POINTS } from "./pcl-5-rules";
import type { ReliableChangeRule } from "./rule";

export const RCI_LIMIT = 1.96;
export const RCI_SLACK = 1e-9;

export interface StandardErrors {
  readonly measurement: number;
  readonly difference: number;
}

/**
 * The standard error of measurement and of a difference, in points, from an SD in points above 0 and a
 * reliability from 0 to below 1; RangeError outside them. Example (Jacobson & Truax 1991): SD 7.5 and r .80
 * give a standard error of the difference of 4.74 points.
 */
export function standardErrors(sd: number, r: number): StandardErrors {
  if (!(sd > 0 && Number.isFinite(sd))) throw new RangeError(`A standard deviation is above 0, not ${sd}`);
  if (!(r >= 0 && r < 1)) throw new RangeError(`A reliability must lie from 0 to below 1, not ${r}`);
  const measurement = sd * Math.sqrt(1 - r);
  return { measurement, difference: Math.SQRT2 * measurement };
}

/**
 * The reliable change index, in standard errors of the difference; negative is improvement. Example (Jacobson
 * & Truax 1991): from 47.5 to 32.5 with SD 7.5 and r .80 is −3.16.
 */
export function reliableChangeIndex(from: number, to: number, sd: number, r: number): number {
  return (to - from) / standardErrors(sd, r).difference;
}

/**
 * Whether an index reaches the limit, either way. Example: isReliable(-1.96) is true, isReliable(1.95) false.
 */
export function isReliable(index: number): boolean {
  return Math.abs(index) >= RCI_LIMIT - RCI_SLACK;
}

export interface JacobsonTruaxInput {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly measure: string;
  readonly recalls: readonly Recall[];
  readonly sd: number;
  readonly r: number;
  readonly kindOfR: string;
  readonly endState: number | null;
  readonly population: string;
  readonly source: string;
}

/**
 * A rule from a stated SD and reliability; its threshold is 1.96·S_diff points. RangeError for an impossible
 * SD or r, and for a PCL-5 threshold under 9 points: no source supports calling so small a change reliable
 * (pcl-5-rules.ts). Example: SD 14.72 and r .82 give 17.3 points; SD 11.90 and r .82 give 14.0.
 */
export function jacobsonTruaxRule(input: JacobsonTruaxInput): ReliableChangeRule {
  const { sd, r, kindOfR, ...named } = input;
  const { measurement, difference } = standardErrors(sd, r);
  const points = RCI_LIMIT * difference;
  const least = input.measure === "pcl-5" ? LEAST_REAL_POINTS : null;
  if (least !== null && points < least) {
    throw new RangeError(`${points.toFixed(1)} points are under ${least}, the least any source supports`);
  }
  return {
    ...named,
    kind: "reliable-change",
    points,
    calls: "reliable",
    improvedFrom: least,
    computed: { sd, r, kindOfR, standardError: measurement, standardErrorOfDifference: difference },
    note: `Jacobson–Truax from SD ${sd} and r ${r} (${kindOfR}): 1.96 standard errors of the difference.`,
  };
}
