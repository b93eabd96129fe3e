/**
 * Where a smooth function of a few numbers is least: the method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal &
 * Wright 2006, Numerical Optimization, algorithm 6.1), with steps halved until they go down far enough. It finds a
 * lowest point near where it starts; that it is the lowest of all is for the caller to know.
 */

export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Lowest {
  readonly at: readonly number[];
  /** False if the steps ran out before the slope was level. */
  readonly level: boolean;
}

const MOST_STEPS = 300;
const ENOUGH = 1e-4;
/** Near the lowest point values differ by their rounding alone, while the slope still tells. */
const ROUNDING = 1e-15;

/**
 * The lowest point from a start; `level` once every slope is under `flat` or no step goes further down. Example: of
 * (x − 1)² + 10(y + 2)² from (0, 0) it is (1, −2).
 */
export function minimise(of: (at: readonly number[]) => Slope, start: readonly number[], flat = 1e-9): Lowest {
  let at = start;
  let here = of(at);
  let inverse: number[][] = start.map((_, row) => start.map((__, column) => (row === column ? 1 : 0)));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (here.gradient.every((slope) => Math.abs(slope) < flat)) return { at, level: true };
    let way = inverse.map((row) => -dot(row, here.gradient));
    if (dot(way, here.gradient) >= 0) way = here.gradient.map((slope) => -slope);
    const next = lower(of, at, here, way);
    if (next === null) return { at, level: here.gradient.every((slope) => Math.abs(slope) < Math.sqrt(flat)) };
    const moved = next.at.map((value, index) => value - (at[index] ?? 0));
    const turned = next.slope.gradient.map((value, index) => value - (here.gradient[index] ?? 0));
    inverse = updated(inverse, moved, turned);
    at = next.at;
    here = next.slope;
  }
  return { at, level: false };
}

function lower(of: (at: readonly number[]) => Slope, at: readonly number[], here: Slope, way: readonly number[]): { at: number[]; slope: Slope } | null {
  const fall = dot(way, here.gradient);
  for (let length = 1; length > 1e-14; length /= 2) {
    const there = at.map((value, index) => value + length * (way[index] ?? 0));
    const slope = of(there);
    if (slope.value <= here.value + ENOUGH * length * fall + ROUNDING * Math.abs(here.value)) return { at: there, slope };
  }
  return null;
}

function updated(inverse: number[][], moved: readonly number[], turned: readonly number[]): number[][] {
  const along = dot(moved, turned);
  if (!(along > 0)) return inverse;
  const bent = inverse.map((row) => dot(row, turned));
  const size = (1 + dot(turned, bent) / along) / along;
  return inverse.map((row, i) =>
    row.map((value, j) => value + size * (moved[i] ?? 0) * (moved[j] ?? 0) - ((bent[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (bent[j] ?? 0)) / along),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
