/**
 * How well a straight line for everyone, with each patient's own intercept and slope about it, describes the scores: the
 * restricted likelihood of the linear mixed model, in the form of lme4 (Bates et al. 2015, J Stat Softw 67(1), section
 * 3.4). The covariance of intercepts and slopes is σ²ΛΛ′ with Λ lower triangular; what is asked for is Λ's three
 * entries θ, everything else follows from them. Since fixed and random effects have the same columns (1, t), a patient
 * enters by six sums and no matrix is larger than two by two; and what it adds is at most of the second degree in the sums
 * of the scores, so that patients scored on the same days enter together. The sign of a column of Λ means nothing, so θ
 * may cross 0 and needs no bounds.
 */
import type { Slope } from "./minimise";

/** Of `many` patients with the same n, t and tt: these once, the rest added up over them (tallies.ts, LineSums). */
export interface Pattern {
  readonly many: number;
  readonly n: number;
  readonly t: number;
  readonly tt: number;
  readonly y: number;
  readonly ty: number;
  readonly yy: number;
  readonly y2: number;
  readonly yty: number;
  readonly ty2: number;
}

export interface LineFit {
  /** Intercept and slope per unit of t. */
  readonly beta: readonly [number, number];
  /** σ²: what is left about each patient's own line. */
  readonly residual: number;
  /** Of intercept and slope: their sampling variances and covariance. */
  readonly variance: readonly [intercept: number, both: number, slope: number];
  /** −2 times the logarithm of the restricted likelihood ("REML criterion"). */
  readonly criterion: number;
}

/** What is kept of a pattern: each patient's information about the line (x, xt, xtt), and how the lean on it comes of y and ty. */
const KEPT = 7;

/** The fit at θ = (Λ₁₁, Λ₂₁, Λ₂₂); value and slope are the criterion's per score. Example: tested at lme4's sleepstudy. */
export function fitAt(patterns: readonly Pattern[], theta: readonly number[]): LineFit & Slope {
  const [p, q, r] = theta as [number, number, number];
  const kept = new Float64Array(KEPT * patterns.length);
  let [count, logs, x, xt, xtt, y, ty, yy] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, one] of patterns.entries()) {
    const { many, n, t, tt } = one;
    // A = I + Λ′SΛ, and M = Λ A⁻¹ Λ′, with S = [n t; t tt]; the information is S − S M S, the lean (I − S M)(y, ty).
    const [a, b, c] = [1 + p * p * n + 2 * p * q * t + q * q * tt, r * (p * t + q * tt), 1 + r * r * tt];
    const size = a * c - b * b;
    const [m, k, l] = [(p * p * c) / size, (p * (q * c - r * b)) / size, (q * q * c - 2 * q * r * b + r * r * a) / size];
    const [mn, mt, kn, kt] = [m * n + k * t, m * t + k * tt, k * n + l * t, k * t + l * tt];
    const own = [n - (n * mn + t * kn), t - (n * mt + t * kt), tt - (t * mt + tt * kt), 1 - mn, -kn, -mt, 1 - kt] as const;
    kept.set(own, KEPT * index);
    x += many * own[0];
    xt += many * own[1];
    xtt += many * own[2];
    y += own[3] * one.y + own[4] * one.ty;
    ty += own[5] * one.y + own[6] * one.ty;
    yy += one.yy - (m * one.y2 + 2 * k * one.yty + l * one.ty2);
    count += many * n;
    logs += many * Math.log(size);
  }
  const size = x * xtt - xt * xt;
  const [c, d, e] = [xtt / size, -xt / size, x / size];
  const beta = [c * y + d * ty, d * y + e * ty] as const;
  const free = count - 2;
  const residual = (yy - beta[0] * y - beta[1] * ty) / free;
  // Half the slope by ΛΛ′: Σ P − P C P − u u′/σ², with P the information, C its inverse sum, u what is left to lean on.
  let [g, h, i] = [x, xt, xtt];
  for (const [index, { many, y: oy, ty: oty, y2, yty, ty2 }] of patterns.entries()) {
    const at = KEPT * index;
    const [px, pxt, pxtt] = [kept[at] as number, kept[at + 1] as number, kept[at + 2] as number];
    const [sy, st, vy, vt] = [kept[at + 3] as number, kept[at + 4] as number, kept[at + 5] as number, kept[at + 6] as number];
    const [cx, cxt, dx, dxt] = [c * px + d * pxt, c * pxt + d * pxtt, d * px + e * pxt, d * pxt + e * pxtt];
    const [u, v] = [px * beta[0] + pxt * beta[1], pxt * beta[0] + pxtt * beta[1]];
    const [leanU, leanV] = [sy * oy + st * oty, vy * oy + vt * oty];
    const uu = sy * sy * y2 + 2 * sy * st * yty + st * st * ty2 - 2 * u * leanU + many * u * u;
    const uv = sy * vy * y2 + (sy * vt + st * vy) * yty + st * vt * ty2 - u * leanV - v * leanU + many * u * v;
    const vv = vy * vy * y2 + 2 * vy * vt * yty + vt * vt * ty2 - 2 * v * leanV + many * v * v;
    g -= many * (px * cx + pxt * dx) + uu / residual;
    h -= many * (px * cxt + pxt * dxt) + uv / residual;
    i -= many * (pxt * cxt + pxtt * dxt) + vv / residual;
  }
  const criterion = logs + Math.log(size) + free * (1 + Math.log(2 * Math.PI * residual));
  return {
    beta,
    residual,
    variance: [residual * c, residual * d, residual * e],
    criterion,
    value: Number.isFinite(criterion) ? criterion / free : Infinity,
    gradient: [g * p + h * q, h * p + i * q, i * r].map((half) => (2 * half) / free),
  };
}
