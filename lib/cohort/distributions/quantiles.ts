/**
 * The quantiles every interval stands on: normal, Student's t, chi-square and beta, to at least 12 digits (14 as a
 * rule). Written here because the statistics library most used in JavaScript errs in the ninth digit of t. They are
 * checked against published tables and against an independent implementation in high precision; the tests say which.
 * A probability lies strictly between 0 and 1, degrees of freedom are above 0 and need not be whole; RangeError
 * otherwise.
 */
import { betaAreas, betaHeight, gammaAreas, type Areas } from "./areas";
import { halfStep, stirlingRemainder } from "./gamma";
import { invert } from "./invert";

/**
 * The normal distribution's area below z. Example: normalBelow(1.959963984540054) is 0.975; normalBelow(-40) is about
 * 3.7e-350, too small for a double, and so 0.
 */
export function normalBelow(z: number): number {
  const { lower, upper } = gammaAreas(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** The normal quantile. Example: normalQuantile(0.975) is 1.959963984540054 (Abramowitz & Stegun 26.2, more digits). */
export function normalQuantile(p: number): number {
  return fromCentre(p, (z) => ({ ...gammaAreas(0.5, (z * z) / 2), density: 2 * z * Math.exp((-z * z) / 2 - HALF_LN_2PI) }));
}

/** The area of Student's t below a point. Example: tBelow(1, 1) is 0.75, for Cauchy's has its quartile at 1. */
export function tBelow(t: number, df: number): number {
  const { lower, upper } = tAreas(Math.abs(t), positive(df));
  return t < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** The quantile of Student's t. Example: tQuantile(0.975, 10) is 2.2281388519862744 (R: qt(.975, 10)). */
export function tQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  const scale = (2 * halfStep(positive(df) / 2)) / Math.sqrt(df * Math.PI);
  return fromCentre(p, (t) => ({ ...tAreas(t, df), density: t * scale * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df)) }));
}

/** The area of the chi-square distribution above x. Example: chiSquareAbove(5.991464547107979, 2) is 0.05 = e^(−x/2). */
export function chiSquareAbove(x: number, df: number): number {
  return gammaAreas(positive(df) / 2, x / 2).upper;
}

/** The quantile of the chi-square distribution. Example: chiSquareQuantile(0.95, 2) is −2 ln 0.05 = 5.991464547107979. */
export function chiSquareQuantile(p: number, df: number): number {
  const a = positive(df) / 2;
  const density = (x: number): number => Math.exp(a * Math.log(x / a) - x + a - stirlingRemainder(a)) * Math.sqrt(a / (2 * Math.PI));
  const mass = (u: number) => ({ ...gammaAreas(a, Math.exp(u)), density: density(Math.exp(u)) });
  return 2 * Math.exp(invert(mass, sides(p), Math.log(a)));
}

/** The quantile of the beta distribution with shapes a and b. Example: betaQuantile(0.5248, 2, 3) is 0.4. */
export function betaQuantile(p: number, a: number, b: number): number {
  positive(a);
  positive(b);
  const mass = (u: number) => {
    const [x, y] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
    return { ...betaAreas(a, b, x, y), density: betaHeight(a, b, x, y) };
  };
  return 1 / (1 + Math.exp(-invert(mass, sides(p), Math.log(a / b))));
}

const HALF_LN_2PI = 0.9189385332046727;

/** The quantile of a distribution that is even about 0, from the areas within ±z and beyond. */
function fromCentre(p: number, within: (z: number) => { lower: number; upper: number; density: number }): number {
  const { lower, upper } = sides(p);
  if (lower === upper) return 0;
  const beyond = 2 * Math.min(lower, upper);
  const z = Math.exp(invert((u) => within(Math.exp(u)), { lower: Math.abs(lower - upper), upper: beyond }, 0));
  return lower < upper ? -z : z;
}

/** Of Student's t: the areas within ±t and beyond. */
function tAreas(t: number, df: number): Areas {
  const square = t * t;
  return betaAreas(0.5, df / 2, square / (df + square), df / (df + square));
}

function sides(p: number): { lower: number; upper: number } {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, not at ${p}`);
  return { lower: p, upper: 1 - p };
}

function positive(df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom and shapes are above 0, not ${df}`);
  return df;
}
