/**
 * How much of a gamma or beta distribution lies below a point, and how much above: both, each worked out without
 * subtracting the other from 1, so that a small tail keeps its digits. The chi-square and normal distributions are
 * cases of the first, Student's t and Snedecor's F of the second. Series and continued fractions as in Abramowitz &
 * Stegun 6.5.29, 6.5.31 and 26.5.8, summed until they stand still.
 */
import { shortOfTangent, stirlingRemainder } from "./gamma";

export interface Areas {
  readonly lower: number;
  readonly upper: number;
}

const MOST_STEPS = 100_000;
const STILL = 1e-17;
const TINY = 1e-300;

/**
 * The areas of the gamma distribution with shape a and rate 1 about x. RangeError unless a > 0 and x ≥ 0. Example:
 * gammaAreas(1, Math.LN2) has ½ on either side, for it is the exponential distribution.
 */
export function gammaAreas(a: number, x: number): Areas {
  if (!(a > 0 && x >= 0)) throw new RangeError(`No gamma distribution with shape ${a} at ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const height = Math.exp(a * shortOfTangent(x / a, (x - a) / a) - stirlingRemainder(a)) / Math.sqrt(2 * Math.PI * a);
  if (x < a + 1) {
    let term = 1;
    let total = 1;
    for (let n = 1; n < MOST_STEPS && term > STILL * total; n += 1) {
      term *= x / (a + n);
      total += term;
    }
    const lower = height * total;
    return { lower, upper: 1 - lower };
  }
  const upper = (height * a) / fraction(x + 1 - a, (n) => ({ over: -n * (n - a), under: x + 1 - a + 2 * n }));
  return { lower: 1 - upper, upper };
}

/**
 * The areas of the beta distribution with shapes a and b about x, where y is 1 − x given separately because near 1 the
 * difference would lose it. RangeError unless both shapes are above 0 and x and y lie from 0 to 1. Example:
 * betaAreas(2, 3, 0.4, 0.6) has 0.5248 below (by hand: 1 − 0.6⁴ − 4 · 0.4 · 0.6³).
 */
export function betaAreas(a: number, b: number, x: number, y: number): Areas {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0 && x <= 1 && y <= 1)) throw new RangeError(`No beta distribution ${a}, ${b} at ${x}`);
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = betaAreas(b, a, y, x);
    return { lower: upper, upper: lower };
  }
  if (x === 0) return { lower: 0, upper: 1 };
  const lower = betaHeight(a, b, x, y) / fraction(betaStep(a, b, x, y, 0).under, (m) => betaStep(a, b, x, y, m));
  return { lower, upper: 1 - lower };
}

/**
 * x^a y^b / B(a, b), the density of the beta distribution times xy. Range and errors as for betaAreas. Example:
 * betaHeight(1, 1, 0.5, 0.5) is 0.25.
 */
export function betaHeight(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const remainders = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  const away = x * b - y * a;
  const power = a * shortOfTangent((x * n) / a, away / a) + b * shortOfTangent((y * n) / b, -away / b);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(power + remainders);
}

/** Two steps of 26.5.8 in one (DiDonato & Morris 1992, BFRAC): it needs x and y each, so that neither end is lost. */
function betaStep(a: number, b: number, x: number, y: number, m: number): { over: number; under: number } {
  const odd = a + 2 * m - 1;
  const turn = m === 0 ? 0 : (m * (b - m) * x) / odd;
  return {
    over: m === 0 ? 0 : ((a + m - 1) * (a + b + m - 1) * turn * x) / odd,
    under: m + turn + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (odd + 2),
  };
}

/** A continued fraction first + over₁/(under₁ + over₂/(under₂ + …)), by Lentz's method as modified by Thompson. */
function fraction(first: number, part: (n: number) => { over: number; under: number }): number {
  let total = first === 0 ? TINY : first;
  let [c, d] = [total, 0];
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const { over, under } = part(n);
    d = 1 / (under + over * d || TINY);
    c = under + over / c || TINY;
    total *= c * d;
    if (Math.abs(c * d - 1) < 3e-16) break;
  }
  return total;
}
