// How an invented patient's PCL-5 moves along a course: early, partly, late, not at all, or the wrong way. Shapes and shares
// are made up so that every kind is there to be seen; they are no finding about any treatment, and nothing may be learnt from them.
import { pcl5 } from "../../../lib/measures/pcl-5/definition";

export type Way = "early" | "partial" | "late" | "flat" | "worse";

/** Shares of all patients, out of 100. */
export const shares: Readonly<Record<Way, number>> = { early: 38, partial: 18, late: 14, flat: 24, worse: 6 };

/** How much of the first total is gone at the end, from and to; negative where it rises. */
const falls: Readonly<Record<Way, readonly [number, number]>> = {
  early: [0.45, 0.8], partial: [0.18, 0.4], late: [0.4, 0.65], flat: [-0.06, 0.1], worse: [-0.35, -0.12],
};

/** One of the ways by its share, for a draw from 0 up to 1. */
export function wayFor(draw: number): Way {
  let left = draw * 100;
  for (const [way, share] of Object.entries(shares) as [Way, number][]) {
    if (left < share) return way;
    left -= share;
  }
  return "flat";
}

/** How much of the whole change is there on a day of the course, from 0 to 1; before day 0 there is none. */
function progress(way: Way, day: number, dosed: boolean): number {
  if (day <= 0) return 0;
  if (way === "late") return Math.min(1, Math.max(0, (day - 24) / 34));
  return 1 - Math.exp(-day / (dosed ? 11 : 18));
}

interface Course {
  way: Way;
  first: number;
  dosed: boolean;
  next: () => number;
}

/** The totals of one course, asked for in order of days. */
export function totals({ way, first, dosed, next }: Course): (day: number) => number {
  const [from, to] = falls[way];
  const fall = first * (from + (to - from) * next());
  let drift = 0;
  return (day) => {
    drift = 0.5 * drift + (next() + next() - 1) * 5;
    const dayAfter = dosed && day === 1 && way !== "worse" ? 4 + 6 * next() : 0;
    const total = Math.round(first - fall * progress(way, day, dosed) - dayAfter + drift);
    return Math.min(pcl5.range.max, Math.max(pcl5.range.min, total));
  };
}
