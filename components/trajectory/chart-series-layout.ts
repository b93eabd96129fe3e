// One recall window on the chart: its points, the stretches between neighbours, and the line of the rule.
import { recallDays } from "@/lib/measures/recall";
import type { Scale } from "./chart-scale";
import type { LineView, TrajectoryView } from "./view-shape";

/** Past this many points on a line, only those that matter are marked. */
export const mostDots = 60;

const day = 86_400_000;

export interface Point {
  visit: number;
  x: number;
  y: number;
  dot: boolean;
  corrected: boolean;
}

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  gap: boolean;
}

export interface SeriesLayout {
  line: LineView;
  points: Point[];
  segments: Segment[];
  last: { x: number; y: number; total: number } | null;
  /** From the baseline rightwards, where change reaches the rule. */
  threshold: { x: number; y: number } | null;
}

/** The rule's line is drawn for the newest score's recall window alone; the table judges the others. */
export function layLine(
  view: TrajectoryView,
  line: LineView,
  newest: boolean,
  { x, y }: Scale,
): SeriesLayout {
  const scored = line.at.flatMap((visit) => {
    const { at, total, corrected } = view.visits[visit]!;
    return total === null ? [] : [{ visit, at, total, corrected, x: x(at), y: y(total) }];
  });
  const final = scored.at(-1);
  const points = scored.map(({ visit, corrected, ...at }) => ({
    visit,
    x: at.x,
    y: at.y,
    corrected,
    dot: scored.length <= mostDots || corrected || visit === final?.visit || visit === line.from?.at,
  }));
  const segments = scored.slice(1).map((point, index) => {
    const before = scored[index]!;
    const gap = point.at - before.at > gapDays(line) * day;
    return { x1: before.x, y1: before.y, x2: point.x, y2: point.y, gap };
  });
  const start = line.from === null ? undefined : view.visits[line.from.at];
  const level = line.threshold === null ? null : y(line.threshold);
  return {
    line,
    points,
    segments,
    last: final === undefined ? null : { x: final.x, y: final.y, total: final.total },
    threshold:
      !newest || level === null || start === undefined || scored.length < 2
        ? null
        : { x: x(start.at), y: level },
  };
}

/** A recall window and the three days either side that a weekly visit may move: past that, one is missing. */
export function gapDays(line: Pick<LineView, "recall">): number {
  return (recallDays[line.recall] ?? recallDays.week ?? 0) + 3;
}
