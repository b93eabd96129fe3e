/**
 * The three criteria of a sudden gain or loss on the scores around one step (sudden-gains.ts says what they are
 * and where they come from), each with its value and what it must reach, so that a page can show both.
 */

/** A value beside what it must reach, both in points; null where it cannot be worked out. */
export interface Criterion {
  readonly value: number | null;
  readonly needed: number | null;
  readonly met: boolean | null;
}

export interface SuddenCriteria {
  /** How far the score went, and the points asked for. */
  readonly points: Criterion;
  /** The same, and a quarter of the score before. */
  readonly share: Criterion;
  /** The difference of the two means, which must exceed so many points; and how many scores make each mean. */
  readonly means: Criterion & { readonly before: number; readonly after: number };
}

export const SUDDEN_SHARE = 0.25;

/** t(.975) for 2, 3 and 4 degrees of freedom, to the last digit of a double (R: qt(.975, 2:4)). */
export const T_975: Readonly<Record<number, number>> = { 2: 4.302652729749464, 3: 3.1824463052837095, 4: 2.7764451051977943 };

/**
 * The criteria for the step `from` → `to`, with up to three scores before and after it, those two among them. A
 * rise is held to a loss's criteria, anything else to a gain's. Example: 33 → 5 between 32, 31, 33 and 5, 6, 7, with
 * 7 points asked: 28 of 7, 28 of 8.25, and means 26 apart where more than 2.78 is asked.
 */
export function suddenCriteria(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  { before, after }: { readonly before: readonly number[]; readonly after: readonly number[] },
  points: number,
): SuddenCriteria {
  const size = from === null || to === null ? null : Math.abs(to - from);
  const rose = from !== null && to !== null && to > from;
  return {
    points: atLeast(size, points),
    share: atLeast(size, from === null ? null : SUDDEN_SHARE * from),
    means: { ...apart(rose ? after : before, rose ? before : after), before: before.length, after: after.length },
  };
}

function apart(higher: readonly number[], lower: readonly number[]): Criterion {
  const df = higher.length + lower.length - 2;
  const t = T_975[df];
  if (higher.length < 2 || lower.length < 2 || t === undefined) return { value: null, needed: null, met: null };
  const value = mean(higher) - mean(lower);
  const needed = t * Math.sqrt((squares(higher) + squares(lower)) / df);
  return { value, needed, met: value > needed };
}

function atLeast(value: number | null, needed: number | null): Criterion {
  return { value, needed, met: value === null || needed === null ? null : value >= needed };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sum of squares about the mean: (n − 1)s². */
function squares(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
