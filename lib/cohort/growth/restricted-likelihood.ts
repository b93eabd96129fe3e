/**
 * How well a straight line for everyone, with each patient's own intercept and slope about it, describes the scores: the
 * restricted likelihood of the linear mixed model, in the form of lme4 (Bates et al. 2015, J Stat Softw 67(1), section
 * 3.4). The covariance of intercepts and slopes is σ²ΛΛ′ with Λ lower triangular; what is asked for is Λ's three
 * entries θ, everything else follows from them. Since fixed and random effects have the same columns (1, t), a patient
 * enters by six sums and no matrix is larger than two by two. The sign of a column of Λ means nothing, so θ may cross 0
 * and needs no bounds.
 */
import type { PatientSums } from "../tallies";
import type { Slope } from "./minimise";

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

/** What a patient adds, in the order it is kept: the information about the line (x, xt, xtt) and the lean (y, ty). */
const KEPT = 5;

/** The fit at θ = (Λ₁₁, Λ₂₁, Λ₂₂); value and slope are the criterion's per score. Example: tested at lme4's sleepstudy. */
export function fitAt(patients: readonly PatientSums[], theta: readonly number[]): LineFit & Slope {
  const [p, q, r] = theta as [number, number, number];
  const kept = new Float64Array(KEPT * patients.length);
  let [count, logs, x, xt, xtt, y, ty, yy, at] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const one of patients) {
    const { n, t, tt } = one;
    // A = I + Λ′SΛ, and M = Λ A⁻¹ Λ′, with S = [n t; t tt]; the information is S − S M S.
    const [a, b, c] = [1 + p * p * n + 2 * p * q * t + q * q * tt, r * (p * t + q * tt), 1 + r * r * tt];
    const size = a * c - b * b;
    const [m, k, l] = [(p * p * c) / size, (p * (q * c - r * b)) / size, (q * q * c - 2 * q * r * b + r * r * a) / size];
    const [mn, mt, kn, kt] = [m * n + k * t, m * t + k * tt, k * n + l * t, k * t + l * tt];
    const [my, ky] = [m * one.y + k * one.ty, k * one.y + l * one.ty];
    kept[at] = n - (n * mn + t * kn);
    kept[at + 1] = t - (n * mt + t * kt);
    kept[at + 2] = tt - (t * mt + tt * kt);
    kept[at + 3] = one.y - (n * my + t * ky);
    kept[at + 4] = one.ty - (t * my + tt * ky);
    x += kept[at] as number;
    xt += kept[at + 1] as number;
    xtt += kept[at + 2] as number;
    y += kept[at + 3] as number;
    ty += kept[at + 4] as number;
    yy += one.yy - (one.y * my + one.ty * ky);
    count += n;
    logs += Math.log(size);
    at += KEPT;
  }
  const size = x * xtt - xt * xt;
  const [c, d, e] = [xtt / size, -xt / size, x / size];
  const beta = [c * y + d * ty, d * y + e * ty] as const;
  const free = count - 2;
  const residual = (yy - beta[0] * y - beta[1] * ty) / free;
  // Half the slope by ΛΛ′: Σ P − P C P − u u′/σ², with P the information, C its inverse sum, u what is left to lean on.
  let [g, h, i] = [x, xt, xtt];
  for (at = 0; at < kept.length; at += KEPT) {
    const [px, pxt, pxtt] = [kept[at] as number, kept[at + 1] as number, kept[at + 2] as number];
    const [cx, cxt, dx, dxt] = [c * px + d * pxt, c * pxt + d * pxtt, d * px + e * pxt, d * pxt + e * pxtt];
    const u = (kept[at + 3] as number) - px * beta[0] - pxt * beta[1];
    const v = (kept[at + 4] as number) - pxt * beta[0] - pxtt * beta[1];
    g -= px * cx + pxt * dx + (u * u) / residual;
    h -= px * cxt + pxt * dxt + (u * v) / residual;
    i -= pxt * cxt + pxtt * dxt + (v * v) / residual;
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
