/**
 * The growth curve of a group: total on weeks since t0 (local_day / 7), a straight line for the group with each
 * patient's own intercept and slope about it, correlated, by restricted maximum likelihood (Laird & Ware 1982,
 * Biometrics 38:963–974). It uses every score from the baseline on, placed in a window or not, and takes scores that
 * are missing to be so at random given those seen. A straight line is a summary: where change comes early and levels
 * off, the means by window say more. Where the data cannot carry it, it says so and gives no numbers.
 */
import { Z, type Interval } from "../interval";
import type { PatientSums } from "../tallies";
import { minimise } from "./minimise";
import { fitAt, type LineFit } from "./restricted-likelihood";

export interface FixedEffect {
  readonly estimate: number;
  readonly se: number;
  /** Wald's, by the normal distribution. */
  readonly interval: Interval;
}

export interface GrowthCurve {
  readonly state: "estimated";
  readonly patients: number;
  readonly scores: number;
  /** Points at t0. */
  readonly intercept: FixedEffect;
  /** Points a week; negative is improvement. */
  readonly slope: FixedEffect;
  readonly covariance: number;
  /** Standard deviations between patients in points and points a week, and what is left about a patient's own line. */
  readonly sd: { readonly intercept: number; readonly slope: number; readonly residual: number };
  /** Of patients' intercepts and slopes; null where one of them does not vary. */
  readonly correlation: number | null;
  readonly criterion: number;
  /** On the edge: intercepts or slopes do not vary, or vary together without exception; the fixed effects stand. */
  readonly singular: boolean;
}

export type NotEstimable = "few-patients" | "few-scores" | "one-day" | "no-spread" | "not-converged";
export type Growth = GrowthCurve | { readonly state: "not-estimable"; readonly why: NotEstimable; readonly patients: number; readonly scores: number };

/** Under this, an entry of Λ is called 0, as lme4's isSingular has it. */
const SINGULAR = 1e-4;

/** The sums of one patient's scores. Example: 60 at t0 and 46 on day 14 are { n: 2, t: 2, tt: 4, y: 106, ty: 92, yy: 5716 }. */
export function patientSums(scores: readonly { readonly localDay: number; readonly total: number }[]): PatientSums {
  const sums = { n: 0, t: 0, tt: 0, y: 0, ty: 0, yy: 0 };
  for (const { localDay, total } of scores) {
    const t = localDay / 7;
    sums.n += 1;
    sums.t += t;
    sums.tt += t * t;
    sums.y += total;
    sums.ty += t * total;
    sums.yy += total * total;
  }
  return sums;
}

/**
 * The curve, or why there is none: "few-scores" asks, as lme4 does, for more scores than two for each patient. Order
 * does not matter. Example (lme4, sleepstudy, with days for weeks): intercept 251.405, SE 6.825, slope 10.467, SE 1.546,
 * standard deviations 24.741, 5.922 and 25.592, correlation .066, criterion 1743.628.
 */
export function growthCurve(given: readonly PatientSums[]): Growth {
  const seen = given.filter(({ n }) => n > 0);
  const [patients, scores] = [seen.length, total(seen, "n")];
  const none = (why: NotEstimable): Growth => ({ state: "not-estimable", why, patients, scores });
  if (patients < 2) return none("few-patients");
  if (scores <= 2 * patients) return none("few-scores");
  const middle = total(seen, "y") / scores;
  const week = total(seen, "t") / scores;
  if (seen.every(({ n, t, tt }) => tt - 2 * week * t + n * week * week < 1e-9)) return none("one-day");
  const centred = seen.map(({ n, t, tt, y, ty, yy }) => ({ n, t, tt, y: y - n * middle, ty: ty - t * middle, yy: yy - 2 * middle * y + n * middle * middle }));
  const spread = total(centred, "yy") / scores;
  if (!(fitAt(centred, [0, 0, 0]).residual > 1e-10 * Math.max(1, spread))) return none("no-spread");
  const { at: theta, level } = minimise((point) => fitAt(centred, point), [1, 0, 1]);
  const fit = fitAt(centred, theta);
  if (!(fit.residual > 1e-10 * Math.max(1, spread))) return none("no-spread");
  return level ? { patients, scores, ...described(fit, theta, middle) } : none("not-converged");
}

/** The line and its pointwise band so many weeks after t0, in points. Example: at t0 it is the intercept's own interval. */
export function lineAt({ intercept, slope, covariance }: GrowthCurve, weeks: number): Interval & { readonly mean: number } {
  const mean = intercept.estimate + slope.estimate * weeks;
  const reach = Z * Math.sqrt(intercept.se ** 2 + 2 * weeks * covariance + (weeks * slope.se) ** 2);
  return { mean, lower: mean - reach, upper: mean + reach };
}

function described(fit: LineFit, theta: readonly number[], middle: number): Omit<GrowthCurve, "patients" | "scores"> {
  const [p, q, r] = theta as [number, number, number];
  const sigma = Math.sqrt(fit.residual);
  const steep = Math.hypot(q, r);
  return {
    state: "estimated",
    intercept: effect(fit.beta[0] + middle, fit.variance[0]),
    slope: effect(fit.beta[1], fit.variance[2]),
    covariance: fit.variance[1],
    sd: { intercept: sigma * Math.abs(p), slope: sigma * steep, residual: sigma },
    correlation: Math.abs(p) < SINGULAR || steep < SINGULAR ? null : (Math.sign(p) * q) / steep,
    criterion: fit.criterion,
    singular: Math.abs(p) < SINGULAR || Math.abs(r) < SINGULAR,
  };
}

function effect(estimate: number, variance: number): FixedEffect {
  const se = Math.sqrt(variance);
  return { estimate, se, interval: { lower: estimate - Z * se, upper: estimate + Z * se } };
}

function total(list: readonly PatientSums[], key: keyof PatientSums): number {
  return list.reduce((sum, each) => sum + each[key], 0);
}
