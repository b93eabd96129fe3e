// The plot's fixed measures and its two scales. Across, a position is per cent of the plot's width; down, it
// is pixels of a plot with a fixed height.
import type { TrajectoryView } from "./view-shape";

export const plot = { top: 26, height: 264, axis: 44, lane: 30, bottom: 4 } as const;

/** Where an instant lies across, and a total down. */
export interface Scale {
  x: (at: number) => number;
  y: (total: number) => number;
}

/** The whole range of the measure is always shown. */
export function chartScale(view: TrajectoryView): Scale & { from: number; to: number } {
  const { from, to } = view.range;
  return {
    from,
    to,
    x: (at) => round(((at - from) / (to - from)) * 100),
    y: (total) => round((1 - total / view.measure.max) * plot.height),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
