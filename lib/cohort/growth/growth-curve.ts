/**
 * The growth curve of a group: total on weeks since t0 (local_day / 7), a straight line for the group with each
 * patient's own intercept and slope about it, correlated, by restricted maximum likelihood (Laird & Ware 1982,
 * Biometrics 38:963–974). It uses every score from the baseline on, placed in a window or not, and takes scores that
 * are missing to be so at random given those seen. A straight line is a summary: where change comes early and levels
 * off, the means by window say more. Where the data cannot carry it, it says so and gives no numbers.
 */
import { Z, type Interval } from "../interval";
import type { LineSums } from "../tallies";
import { minimise } from "./minimise";
import { fitAt, type LineFit, type Pattern } from "./restricted-likelihood";

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

/**
 * The sums of one patient's scores. Example: 60 at t0 and 46 on day 14 are { patients: 1, n: 2, d: 14, dd: 196, y: 106,
 * dy: 644, yy: 5716 } and the squares of 106 and 644.
 */
export function lineSums(scores: readonly { readonly localDay: number; readonly total: number }[]): LineSums {
  const sums = { n: 0, d: 0, dd: 0, y: 0, dy: 0, yy: 0 };
  for (const { localDay, total } of scores) {
    sums.n += 1;
    sums.d += localDay;
    sums.dd += localDay * localDay;
    sums.y += total;
    sums.dy += localDay * total;
    sums.yy += total * total;
  }
  return { patients: 1, ...sums, y2: sums.y * sums.y, ydy: sums.y * sums.dy, dy2: sums.dy * sums.dy };
}

/** Those of the same n, d and dd together, ascending. Example: the example above, twice, has 2 patients and y 212. */
export function addLines(list: readonly LineSums[]): readonly LineSums[] {
  const found = new Map<string, LineSums>();
  for (const one of list) {
    const key = `${one.n} ${one.d} ${one.dd}`;
    const so = found.get(key);
    const added = so && {
      ...one, patients: so.patients + one.patients, y: so.y + one.y, dy: so.dy + one.dy, yy: so.yy + one.yy, y2: so.y2 + one.y2, ydy: so.ydy + one.ydy, dy2: so.dy2 + one.dy2,
    };
    found.set(key, added ?? one);
  }
  return [...found.values()].sort((a, b) => a.n - b.n || a.d - b.d || a.dd - b.dd);
}

/**
 * The curve, or why there is none: "few-scores" asks, as lme4 does, for more scores than two for each patient. Order
 * does not matter. Example (lme4, sleepstudy, with days for weeks): intercept 251.405, SE 6.825, slope 10.467, SE 1.546,
 * standard deviations 24.741, 5.922 and 25.592, correlation .066, criterion 1743.628.
 */
export function growthCurve(given: readonly LineSums[]): Growth {
  const seen = given.filter(({ n }) => n > 0).map(inWeeks);
  const patients = total(seen, ({ many }) => many);
  const scores = total(seen, ({ many, n }) => many * n);
  const none = (why: NotEstimable): Growth => ({ state: "not-estimable", why, patients, scores });
  if (patients < 2) return none("few-patients");
  if (scores <= 2 * patients) return none("few-scores");
  const middle = total(seen, ({ y }) => y) / scores;
  const week = total(seen, ({ many, t }) => many * t) / scores;
  if (seen.every(({ n, t, tt }) => tt - 2 * week * t + n * week * week < 1e-9)) return none("one-day");
  const centred = seen.map((one) => centre(one, middle));
  const spread = total(centred, ({ yy }) => yy) / scores;
  if (!(fitAt(centred, [0, 0, 0]).residual > 1e-10 * Math.max(1, spread))) return none("no-spread");
  const { at: theta, level } = minimise((point) => fitAt(centred, point), [1, 0, 1]);
  const fit = fitAt(centred, theta);
  if (!(fit.residual > 1e-10 * Math.max(1, spread))) return none("no-spread");
  return level ? { patients, scores, ...described(fit, theta, middle) } : none("not-converged");
}

function inWeeks({ patients: many, n, d, dd, y, dy, yy, y2, ydy, dy2 }: LineSums): Pattern {
  return { many, n, t: d / 7, tt: dd / 49, y, ty: dy / 7, yy, y2, yty: ydy / 7, ty2: dy2 / 49 };
}

/** As if every score were so many points lower. */
function centre({ many, n, t, tt, y, ty, yy, y2, yty, ty2 }: Pattern, middle: number): Pattern {
  const square = middle * middle;
  return {
    many, n, t, tt,
    y: y - many * n * middle,
    ty: ty - many * t * middle,
    yy: yy - 2 * middle * y + many * n * square,
    y2: y2 - 2 * n * middle * y + many * n * n * square,
    yty: yty - middle * (t * y + n * ty) + many * n * t * square,
    ty2: ty2 - 2 * t * middle * ty + many * t * t * square,
  };
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

function total(list: readonly Pattern[], value: (one: Pattern) => number): number {
  return list.reduce((sum, each) => sum + value(each), 0);
}
