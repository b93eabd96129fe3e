/**
 * From an area back to the point: a quantile is where a distribution function reaches a given area. Newton's steps on
 * the logarithm of the smaller tail, which is nearly straight where the area itself is all but flat; a step that leaves
 * the bracket is replaced by halving it, so it always ends.
 */

/** The areas below and above a point u, and the density there: d lower / du. */
export interface Mass {
  readonly lower: number;
  readonly upper: number;
  readonly density: number;
}

/** Beyond this a double's exponential overflows. */
const REACH = 700;

/**
 * The u at which `lower` of the mass lies below and `upper` above, both given because one of them may be too near 1 to
 * carry the other. Both above 0, RangeError otherwise. Example: for the logistic distribution, whose areas are
 * 1/(1 + e^∓u), invert at 0.75 and 0.25 is ln 3 = 1.0986122886681098.
 */
export function invert(mass: (u: number) => Mass, { lower, upper }: { readonly lower: number; readonly upper: number }, start: number): number {
  if (!(lower > 0 && upper > 0)) throw new RangeError(`No quantile where ${lower} lies below and ${upper} above`);
  const below = lower <= upper;
  let [least, most] = [-REACH, REACH];
  let u = Math.min(most, Math.max(least, start));
  for (let step = 0; step < 300; step += 1) {
    const here = mass(u);
    const area = below ? here.lower : here.upper;
    const off = Math.log(area) - Math.log(below ? lower : upper);
    if (off === 0) return u;
    if (off > 0 === below) most = u;
    else least = u;
    const newton = u - ((below ? 1 : -1) * off * area) / here.density;
    const next = newton > least && newton < most ? newton : (least + most) / 2;
    if (Math.abs(next - u) <= 2e-16 * Math.max(1, Math.abs(u))) return next;
    u = next;
  }
  return u;
}
