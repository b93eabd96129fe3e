// The plot's fixed measures and its two scales. Across, a position is per cent of the plot's width; down, it
// is pixels of a plot with a fixed height.
import type { TrajectoryView } from "./view-shape";

export const plot = { top: 26, height: 264, axis: 44, lane: 30, bottom: 4 } as const;

/** Where an instant lies across, and a total down. */
export interface Scale {
  x: (at: number) => number;
  y: (total: number) => number;
}

/** Everything dated that must be on the chart, with a little air on both sides. */
export function chartRange(view: TrajectoryView): { from: number; to: number } {
  const shown = view.sessions
    .filter((session) => session.status !== "cancelled")
    .map((session) => session.at);
  const times = [view.now, ...view.visits.map((visit) => visit.at), ...shown];
  if (view.plannedEnd !== null) times.push(view.plannedEnd);
  const start = view.weeks[0];
  if (start !== undefined && start.number !== null) times.push(start.at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const air = Math.max((last - first) * 0.02, day / 2);
  return { from: first - air, to: last + air };
}

/** The whole range of the measure is always shown. */
export function chartScale(view: TrajectoryView): Scale & { from: number; to: number } {
  const { from, to } = chartRange(view);
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

const day = 86_400_000;
