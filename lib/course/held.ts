/**
 * How much of what fell since a dose is still there at the last score before the next one: the question whether it
 * held. The fall is the largest, from the score before the dose to the lowest since; a later rise takes from it. The
 * lowest of several scores is partly luck, so the share leans to the low side, and what is held says nothing about
 * why.
 */
export type Held =
  /** Points that fell and points lost of them again; the share is 1 at most, and below 0 where more was lost than fell. */
  | { readonly share: number; readonly gain: number; readonly lost: number }
  /** Why no share is given. */
  | { readonly share: null; readonly reason: string };

/**
 * What held, from the total before the dose and the totals since, in order of time. Not defined without a score
 * before, with fewer than two since, or where nothing fell. Example: 50 before, then 38 and 41: of 12 points 3 were
 * lost again, and 0.75 of them held.
 */
export function heldOf(before: number | null, since: readonly number[]): Held {
  const last = since.at(-1);
  if (before === null) return { share: null, reason: "no score to count from" };
  if (last === undefined) return { share: null, reason: "no score since the dose" };
  const lowest = Math.min(...since);
  const gain = before - lowest;
  if (gain <= 0) return { share: null, reason: "no fall since the dose" };
  if (since.length < 2) return { share: null, reason: "one score since the dose" };
  const lost = last - lowest;
  return { share: (gain - lost) / gain, gain, lost };
}
