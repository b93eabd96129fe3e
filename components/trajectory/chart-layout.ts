// Where everything on the trajectory chart lies. Across, positions are per cent of the plot's width, so that
// one drawing made on the server fits a phone, a desk and a sheet of paper; down, they are pixels of a plot
// with a fixed height. What fits is decided for two widths, `wide` and `narrow`; a style sheet chooses.
import { recallDays } from "@/lib/measures/recall";
import { leastWidth, placeDoseLabels, placeWeeks, type DoseLabel, type WeekBand, type WeekTick, type Width } from "./chart-labels";
import { Paper, type Placed } from "./chart-places";
import type { LineView, TrajectoryView } from "./view-shape";

export const plot = { top: 26, height: 264, axis: 44, lane: 30, bottom: 4 } as const;

const day = 86_400_000;
/** Past this many points on a line, only those that matter are marked. */
export const mostDots = 60;

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

/** The words on the plot, placed for one of the two widths. */
export interface Words {
  cut: Placed | null;
  day: Placed | null;
  /** By series. */
  last: (Placed | null)[];
  threshold: (Placed | null)[];
}

export interface LaneMark {
  id: string;
  x: number;
  status: "planned" | "done" | "missed";
  number: number | null;
}

export interface Lane {
  kind: "dose" | "therapy";
  name: string;
  y: number;
  marks: LaneMark[];
  /** Room for a mark: with its number, slim, or as a stroke. */
  crowded: Record<Width, 0 | 1 | 2>;
}

export interface ChartLayout {
  from: number;
  to: number;
  height: number;
  yTicks: { value: number; y: number }[];
  bands: WeekBand[];
  ticks: WeekTick[];
  today: number;
  cut: { y: number; height: number } | null;
  doses: (DoseLabel & { id: string; planned: boolean })[];
  lanes: Lane[];
  series: SeriesLayout[];
  /** The visit that fills the 24 h window, if its change is known. */
  day: { x: number; y: number; points: number } | null;
  words: Record<Width, Words>;
  incomplete: { visit: number; x: number; label: boolean; end: boolean }[];
  notes: string[];
}

/** Everything dated that must be on the chart, with a little air on both sides. */
export function chartRange(view: TrajectoryView): { from: number; to: number } {
  const shown = view.sessions.filter((session) => session.status !== "cancelled").map((session) => session.at);
  const times = [view.now, ...view.visits.map((visit) => visit.at), ...shown];
  if (view.plannedEnd !== null) times.push(view.plannedEnd);
  const start = view.weeks[0];
  if (start !== undefined && start.number !== null) times.push(start.at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const air = Math.max((last - first) * 0.02, day / 2);
  return { from: first - air, to: last + air };
}

/** Pixels below the top of the plot; the whole range of the measure is always shown. */
export function height(total: number, max: number): number {
  return round((1 - total / max) * plot.height);
}

export function chartLayout(view: TrajectoryView): ChartLayout {
  const { from, to } = chartRange(view);
  const x = (at: number) => round(((at - from) / (to - from)) * 100);
  const y = (total: number) => height(total, view.measure.max);
  const series = view.lines.map((line, index) => layLine(view, line, index === 0, x, y));
  const lanes = layLanes(view, x);
  const cut = layCut(view, y);
  const day = layDay(view, x, y);
  return {
    from,
    to,
    height: plot.top + plot.height + plot.axis + lanes.length * plot.lane + plot.bottom,
    yTicks: [0, 1, 2, 3, 4].map((quarter) => (view.measure.max / 4) * quarter).map((value) => ({ value, y: y(value) })),
    ...placeWeeks(view, x, from, to),
    today: x(view.now),
    cut,
    doses: layDoses(view, x),
    lanes,
    series,
    day,
    words: { wide: placeWords("wide", series, cut, day), narrow: placeWords("narrow", series, cut, day) },
    incomplete: layIncomplete(view, x),
    notes: notes(view, series),
  };
}

/** The rule's line is drawn for the newest score's recall window alone; the table judges the others. */
function layLine(
  view: TrajectoryView,
  line: LineView,
  newest: boolean,
  x: (at: number) => number,
  y: (total: number) => number,
): SeriesLayout {
  const scored = line.at.flatMap((visit) => {
    const { at, total, corrected } = view.visits[visit]!;
    return total === null ? [] : [{ visit, at, total, corrected, x: x(at), y: y(total) }];
  });
  const final = scored.at(-1);
  const points = scored.map(({ visit, corrected, x, y }) => ({
    visit,
    x,
    y,
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
    threshold: !newest || level === null || start === undefined || scored.length < 2 ? null : { x: x(start.at), y: level },
  };
}

/** A recall window and the three days either side that a weekly visit may move: past that, one is missing. */
export function gapDays(line: LineView): number {
  return recallDays[line.recall] + 3;
}

function layCut(view: TrajectoryView, y: (total: number) => number): ChartLayout["cut"] {
  const { cut } = view.measure;
  return cut === null ? null : { y: y(cut.to), height: y(cut.from) - y(cut.to) };
}

/** The most important words choose their place first. */
function placeWords(width: Width, series: SeriesLayout[], cut: ChartLayout["cut"], day: ChartLayout["day"]): Words {
  const paper = new Paper(width, plot.height);
  for (const { segments, points } of series) {
    for (const { x1, y1, x2, y2 } of segments) paper.line({ x: x1, y: y1 }, { x: x2, y: y2 });
    for (const point of points) paper.line(point, point);
  }
  const threshold = series.map(({ threshold }) => {
    if (threshold === null) return null;
    if (width === "wide") return paper.choose([-2, -22, 18, -40, 36].map((dy) => ({ ...threshold, x: 100, anchor: "start", dx: 8, dy })), edgeLabel);
    const ends = [-5, 14].flatMap((dy): Placed[] => [
      { ...threshold, x: 100, anchor: "end", dx: 8, dy },
      { ...threshold, anchor: "start", dx: 4, dy },
    ]);
    return paper.choose(ends, { width: 150, height: 13, rise: 10 });
  });
  return {
    threshold,
    last: series.map(({ last }) => (last === null ? null : paper.beside(last, lastLabel))),
    day: day === null ? null : paper.beside(day, { width: 58, height: 13, rise: 10 }),
    cut: cut === null ? null : paper.choose(cutPlaces(cut), { width: 150, height: 13, rise: 10 }),
  };
}

const edgeLabel = { width: 104, height: 26, rise: 10 };
const lastLabel = { width: 66, height: 32, rise: 15 };

function cutPlaces({ y, height }: { y: number; height: number }): Placed[] {
  const rows = [-5, height + 13];
  return rows.flatMap((dy): Placed[] => [
    { x: 0, y, anchor: "start", dx: 5, dy },
    { x: 100, y, anchor: "end", dx: -4, dy },
  ]);
}

function layDoses(view: TrajectoryView, x: (at: number) => number): ChartLayout["doses"] {
  const drawn = view.sessions.filter((each) => each.kind === "dose" && (each.status === "done" || each.status === "planned"));
  const labels = placeDoseLabels(drawn.map((dose) => ({ x: x(dose.at), number: dose.number })));
  return drawn.map((dose, index) => ({ ...labels[index]!, id: dose.id, planned: dose.status === "planned" }));
}

function layLanes(view: TrajectoryView, x: (at: number) => number): Lane[] {
  const kinds = [
    { kind: "dose", name: "Doses" },
    { kind: "therapy", name: view.therapyLane },
  ] as const;
  const lanes = kinds.map(({ kind, name }) => {
    const marks = view.sessions.flatMap(({ id, at, status, number, ...session }) =>
      session.kind !== kind || status === "cancelled" ? [] : [{ id, x: x(at), status, number }],
    );
    const closest = Math.min(...marks.slice(1).map((mark, index) => mark.x - marks[index]!.x));
    return { kind, name, marks, crowded: { wide: crowding(closest, "wide"), narrow: crowding(closest, "narrow") } };
  });
  const top = plot.top + plot.height + plot.axis;
  return lanes.filter((lane) => lane.marks.length > 0).map((lane, index) => ({ ...lane, y: top + plot.lane * index + plot.lane / 2 }));
}

function crowding(percent: number, width: Width): 0 | 1 | 2 {
  const pixels = (percent * leastWidth[width]) / 100;
  if (pixels >= 17) return 0;
  return pixels >= 7.5 ? 1 : 2;
}

function layDay(view: TrajectoryView, x: (at: number) => number, y: (total: number) => number): ChartLayout["day"] {
  const visit = view.visits.find((each) => each.window === "24 h" && each.change !== null);
  if (visit === undefined || visit.total === null || visit.change === null) return null;
  return { x: x(visit.at), y: y(visit.total), points: visit.change.points };
}

function layIncomplete(view: TrajectoryView, x: (at: number) => number): ChartLayout["incomplete"] {
  const marks = view.visits.flatMap((visit, index) => (visit.total === null ? [{ visit: index, x: x(visit.at) }] : []));
  return marks.map((mark, index) => {
    const end = mark.x > 60;
    const next = marks[index + (end ? -1 : 1)];
    return { ...mark, end, label: next === undefined || Math.abs(next.x - mark.x) > 34 };
  });
}

function notes(view: TrajectoryView, series: SeriesLayout[]): string[] {
  const gaps = series.filter(({ segments }) => segments.some((segment) => segment.gap)).map(({ line }) => line);
  const said = gaps.map((line) => `Dashed ${line.name} line: more than ${gapDays(line)} days without a score.`);
  if (series.some(({ points }) => points.some((point) => point.corrected))) said.push("Ringed point: a corrected form.");
  if (view.visits.some((visit) => visit.total === null)) said.push("Open square: an incomplete form, not scored.");
  if (view.lines.length > 1) said.push("Scores of different recall windows are not joined.");
  return said;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
