/**
 * The gamma function, by Stirling's formula and what it leaves over. Everything the quantiles need is written with that
 * remainder, S(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, so that large arguments cancel on paper and not in the
 * machine: the logarithm of Γ(50 000) has half its digits in front of the decimal point, S(50 000) has none. Accurate
 * to about 14 digits for arguments above 0; nothing here is meant for 0 or below.
 */

/** The series for S needs no more terms than these from here on (Abramowitz & Stegun 6.1.42). */
const SERIES_FROM = 15;
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const HALF_LN_2PI = 0.9189385332046727;

/**
 * Stirling's remainder S(z), for z above 0; RangeError otherwise. Below 15 it is carried down from above by S(z) =
 * S(z + 1) + (z + ½) ln(1 + 1/z) − 1. Example: S(1) is 1 − ½ ln 2π = 0.0810614667953273, because ln Γ(1) = 0.
 */
export function stirlingRemainder(z: number): number {
  if (!(z > 0)) throw new RangeError(`The gamma function is asked above 0 only, not at ${z}`);
  if (z === Infinity) return 0;
  let carried = 0;
  let at = z;
  while (at < SERIES_FROM) {
    carried += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const square = at * at;
  return carried + SERIES.reduceRight((rest, term) => rest / square + term, 0) / at;
}

/** ln Γ(z), for z above 0; RangeError otherwise. Example: logGamma(5) is ln 24 = 3.1780538303479458. */
export function logGamma(z: number): number {
  return (z - 0.5) * Math.log(z) - z + HALF_LN_2PI + stirlingRemainder(z);
}

/**
 * Γ(z + ½) / Γ(z), for z above 0; RangeError otherwise. It is what Student's t and Hedges' correction are made of.
 * Example: halfStep(0.5) is Γ(1)/Γ(½) = 1/√π = 0.5641895835477563.
 */
export function halfStep(z: number): number {
  const remainders = stirlingRemainder(z + 0.5) - stirlingRemainder(z);
  return Math.sqrt(z) * Math.exp(z * Math.log1p(0.5 / z) - 0.5 + remainders);
}

/**
 * ln q − (q − 1), for a ratio q above 0: how far the logarithm falls short of its tangent. `less` is q − 1, given beside
 * q because either may be the one that is known exactly. Example: shortOfTangent(1, 0) is 0; shortOfTangent(Math.E,
 * Math.E - 1) is 2 − e = −0.718281828459045.
 */
export function shortOfTangent(q: number, less: number): number {
  if (Math.abs(less) > 0.1) return Math.log(q) - less;
  let term = less;
  let total = 0;
  for (let n = 2; n < 40; n += 1) {
    term *= -less;
    total += term / n;
    if (Math.abs(term) < 1e-18 * Math.abs(total)) break;
  }
  return total;
}
