/**
 * Studies taken together: a mean of effects, weighted by how well each is known, with the studies' differences allowed
 * for (random effects) or not (fixed). Random effects by REML are the default. Its interval is Wald's, or after Hartung
 * & Knapp (2001, Stat Med 20:3875–3889), which is better kept with few studies and can also come out too narrow: the ad
 * hoc truncation never lets it be narrower than Wald's variance. The prediction interval says where the true effect of a
 * further study may lie, by default with t(k − 2) (Higgins, Thompson & Spiegelhalter 2009; Riley, Higgins & Deeks 2011,
 * BMJ 342:d549). Effects within groups and between groups are different things: pool one kind at a time.
 */
import { chiSquareAbove, normalBelow, normalQuantile, tBelow, tQuantile } from "../distributions/quantiles";
import { CONFIDENCE, upperEnd, type Interval } from "../interval";
import { tauInterval, tauSquared, weighted, type Effect, type TauMethod } from "./heterogeneity";

export interface PoolMethod {
  readonly tau: TauMethod;
  readonly test: "wald" | "hartung-knapp" | "hartung-knapp-ad-hoc";
  /** What the prediction interval's reach is counted in. */
  readonly prediction: "k-2" | "k-1" | "normal";
}

export const STARTING_METHOD: PoolMethod = { tau: "REML", test: "wald", prediction: "k-2" };

export interface Pooled {
  readonly k: number;
  readonly method: PoolMethod;
  readonly estimate: number;
  /** Null where Hartung and Knapp's cannot be worked out: for one study. */
  readonly se: number | null;
  readonly interval: Interval | null;
  /** z, or t with k − 1 degrees of freedom, and its two-sided p. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** Null for a fixed effect, and where there are no degrees of freedom left. */
  readonly prediction: Interval | null;
  readonly q: { readonly value: number; readonly df: number; readonly p: number | null };
  readonly tau2: number;
  readonly tauInterval: Interval | null;
  /** Per cent of the variance that is not chance: τ²/(τ² + typical variance), and (Q − df)/Q; null for one study. */
  readonly i2: { readonly byTau: number; readonly byQ: number } | null;
  /** Per cent, in the order given. */
  readonly weights: readonly number[];
}

/**
 * The pooled effect; null of no studies. RangeError for an effect that is not finite or a variance not above 0. Order
 * does not matter but for the weights. Example (Viechtbauer 2010, J Stat Softw 36(3):1–48, dat.bcg, log relative risks of
 * 13 trials): −0.7145, SE 0.1798, −1.0669 to −0.3622, τ² .3132, I² 92.22 %, Q 152.23.
 */
export function pool(effects: readonly Effect[], method: PoolMethod = STARTING_METHOD): Pooled | null {
  const k = effects.length;
  if (k === 0) return null;
  if (effects.some(({ yi, vi }) => !Number.isFinite(yi) || !(vi > 0 && vi < Infinity))) throw new RangeError("An effect is a finite number with a variance above 0");
  const tau2 = tauSquared(effects, method.tau);
  const alone = weighted(effects, 0);
  const { mean, w, q } = weighted(effects, tau2);
  const se = standardError(method.test, w, q, k);
  const df = method.test === "wald" ? Infinity : k - 1;
  const statistic = se === null ? null : mean / se;
  return {
    k,
    method,
    estimate: mean,
    se,
    interval: around(mean, se, df),
    statistic,
    p: statistic === null ? null : 2 * (df === Infinity ? normalBelow(-Math.abs(statistic)) : tBelow(-Math.abs(statistic), df)),
    prediction: method.tau === "fixed" || se === null ? null : around(mean, Math.hypot(Math.sqrt(tau2), se), predictionDf(method.prediction, k)),
    q: { value: alone.q, df: k - 1, p: k < 2 ? null : chiSquareAbove(alone.q, k - 1) },
    tau2,
    tauInterval: method.tau === "fixed" ? null : tauInterval(effects),
    i2: k < 2 ? null : shares(alone, tau2, k, method.tau),
    weights: effects.map(({ vi }) => 100 / (vi + tau2) / w),
  };
}

function standardError(test: PoolMethod["test"], w: number, q: number, k: number): number | null {
  if (test === "wald") return Math.sqrt(1 / w);
  if (k < 2) return null;
  const scale = q / (k - 1);
  return Math.sqrt((test === "hartung-knapp" ? scale : Math.max(1, scale)) / w);
}

function around(mean: number, se: number | null, df: number): Interval | null {
  if (se === null || df <= 0) return null;
  const p = upperEnd(CONFIDENCE);
  const reach = (df === Infinity ? normalQuantile(p) : tQuantile(p, df)) * se;
  return { lower: mean - reach, upper: mean + reach };
}

function predictionDf(prediction: PoolMethod["prediction"], k: number): number {
  if (prediction === "normal") return Infinity;
  return prediction === "k-2" ? k - 2 : k - 1;
}

/** Of a fixed effect both are Higgins and Thompson's, as in metafor. */
function shares({ w, ww, q }: { w: number; ww: number; q: number }, tau2: number, k: number, tau: TauMethod): { byTau: number; byQ: number } {
  const byQ = q > 0 ? Math.max(0, (100 * (q - (k - 1))) / q) : 0;
  const typical = ((k - 1) * w) / (w * w - ww);
  return { byTau: tau === "fixed" ? byQ : (100 * tau2) / (tau2 + typical), byQ };
}
