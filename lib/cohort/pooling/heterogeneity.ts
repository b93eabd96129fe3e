/**
 * How far studies differ beyond chance: τ², the variance of their true effects, and what is said of it. Estimated by
 * restricted maximum likelihood, or after DerSimonian & Laird (1986, Control Clin Trials 7:177–188); its interval by the
 * Q-profile (Viechtbauer 2007, Stat Med 26:37–52), which inverts Cochran's Q. With few studies all of it is uncertain:
 * look at the interval before the estimate.
 */
import { chiSquareQuantile } from "../distributions/quantiles";
import { CONFIDENCE, upperEnd, type Interval } from "../interval";

/** An effect and its sampling variance. */
export interface Effect {
  readonly yi: number;
  readonly vi: number;
}

export type TauMethod = "REML" | "DL" | "fixed";

/** The weighted mean when true effects vary by τ²: weights 1/(vi + τ²). */
export interface Weighted {
  readonly mean: number;
  /** Sums of the weights and of their squares. */
  readonly w: number;
  readonly ww: number;
  /** Σ w (y − mean)², Cochran's Q at τ² = 0, and Σ w² (y − mean)². */
  readonly q: number;
  readonly qq: number;
}

/** Example (by hand): effects 0 and 1, both with variance 1, at τ² = 0: mean ½, w 2, Q ½. */
export function weighted(effects: readonly Effect[], tau2: number): Weighted {
  const weights = effects.map(({ vi }) => 1 / (vi + tau2));
  const over = (value: (w: number, yi: number) => number): number => effects.reduce((sum, { yi }, at) => sum + value(weights[at] ?? 0, yi), 0);
  const w = over((each) => each);
  const mean = over((each, yi) => each * yi) / w;
  return { mean, w, ww: over((each) => each * each), q: over((each, yi) => each * (yi - mean) ** 2), qq: over((each, yi) => (each * (yi - mean)) ** 2) };
}

/**
 * τ² by one of the methods, 0 for one study. REML takes the highest of the restricted likelihood wherever it has several
 * tops. Example (Viechtbauer 2010, J Stat Softw 36(3), dat.bcg): .3132 by REML, .3088 after DerSimonian and Laird.
 */
export function tauSquared(effects: readonly Effect[], method: TauMethod): number {
  if (effects.length < 2 || method === "fixed") return 0;
  const { w, ww, q } = weighted(effects, 0);
  if (method === "DL") return Math.max(0, (q - (effects.length - 1)) / (w - ww / w));
  const slope = (tau2: number): number => {
    const at = weighted(effects, tau2);
    return at.qq - (at.w - at.ww / at.w);
  };
  const likelihood = (tau2: number): number => {
    const at = weighted(effects, tau2);
    return -(effects.reduce((sum, { vi }) => sum + Math.log(vi + tau2), 0) + Math.log(at.w) + at.q) / 2;
  };
  const points = [0, ...steps(effects)];
  const tops = points.slice(1).flatMap((right, at) => {
    const left = points[at] ?? 0;
    return slope(left) > 0 && slope(right) <= 0 ? [crossing(slope, left, right)] : [];
  });
  return [0, ...tops].reduce((best, each) => (likelihood(each) > likelihood(best) ? each : best));
}

/**
 * The Q-profile interval of τ²; null for one study; 0 to 0 where even no variance is more than the studies show. Example
 * (metafor, dat.bcg): .1197 to 1.1115.
 */
export function tauInterval(effects: readonly Effect[]): Interval | null {
  const df = effects.length - 1;
  if (df < 1) return null;
  const end = (p: number): number => {
    const wanted = chiSquareQuantile(p, df);
    const above = (tau2: number): number => weighted(effects, tau2).q - wanted;
    if (above(0) <= 0) return 0;
    let far = steps(effects).at(-1) ?? 1;
    while (above(far) > 0) far *= 2;
    return crossing(above, 0, far);
  };
  return { lower: end(upperEnd(CONFIDENCE)), upper: end(1 - upperEnd(CONFIDENCE)) };
}

/** Where to look for a top: from far below the smallest variance to beyond the spread of the effects. */
function steps(effects: readonly Effect[]): readonly number[] {
  const values = effects.map(({ yi }) => yi);
  const widest = (Math.max(...values) - Math.min(...values)) ** 2 + Math.max(...effects.map(({ vi }) => vi));
  const least = Math.min(...effects.map(({ vi }) => vi)) / 1000;
  const count = 120;
  return Array.from({ length: count + 1 }, (_, at) => least * (widest / least) ** (at / count));
}

/** Where a function falls through 0 between two points: the bracket is halved until a double can do no more. */
function crossing(of: (at: number) => number, left: number, right: number): number {
  let [low, high] = [left, right];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (of(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
