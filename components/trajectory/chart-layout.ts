// Where everything on the trajectory chart lies. Across, positions are per cent of the plot's width, so that
// one drawing made on the server fits a phone, a desk and a sheet of paper; down, they are pixels of a plot
// with a fixed height. What fits is decided for two widths, `wide` and `narrow`; a style sheet chooses.
import {
  placeDoseLabels,
  placeWeeks,
  type DoseLabel,
  type WeekBand,
  type WeekTick,
  type Width,
} from "./chart-labels";
import { layLanes, type Lane } from "./chart-lanes-layout";
import { chartScale, plot, type Scale } from "./chart-scale";
import { gapDays, layLine, mostDots, type SeriesLayout } from "./chart-series-layout";
import { placeWords, type Words } from "./chart-words-layout";
import type { TrajectoryView } from "./view-shape";

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
  /** Scores whose recall window begins before the last dose. */
  overlaps: { x: number; y: number }[];
  /** Stretches between two scores that met the criteria of a sudden gain or loss. */
  sudden: { x1: number; y1: number; x2: number; y2: number; name: string; where: string }[];
  words: Record<Width, Words>;
  incomplete: { visit: number; x: number; label: boolean; end: boolean }[];
  notes: string[];
}

export function chartLayout(view: TrajectoryView): ChartLayout {
  const scale = chartScale(view);
  const { from, to, x, y } = scale;
  const series = view.lines.map((line, index) => layLine(view, line, index === 0, scale));
  const lanes = layLanes(view, scale);
  const cut = layCut(view, scale);
  const day = layDay(view, scale);
  const sudden = laySudden(view, scale);
  const doses = layDoses(view, scale);
  const words = { series, cut, day, sudden, uprights: [...doses.map((dose) => ({ x: dose.x, faint: dose.planned })), { x: x(view.now), faint: true }] };
  return {
    from,
    to,
    height: plot.top + plot.height + plot.axis + lanes.length * plot.lane + plot.bottom,
    yTicks: [0, 1, 2, 3, 4]
      .map((quarter) => (view.measure.max / 4) * quarter)
      .map((value) => ({ value, y: y(value) })),
    ...placeWeeks(view, x, from, to),
    today: x(view.now),
    cut,
    doses,
    lanes,
    series,
    day,
    overlaps: layOverlaps(view, scale),
    sudden,
    words: {
      wide: placeWords("wide", words),
      narrow: placeWords("narrow", words),
    },
    incomplete: layIncomplete(view, scale),
    notes: notes(view, series),
  };
}

function layCut(view: TrajectoryView, { y }: Scale): ChartLayout["cut"] {
  const { cut } = view.measure;
  return cut === null ? null : { y: y(cut.to), height: y(cut.from) - y(cut.to) };
}

function layDoses(view: TrajectoryView, { x }: Scale): ChartLayout["doses"] {
  const drawn = view.sessions.filter(
    (each) => each.kind === "dose" && (each.status === "done" || each.status === "planned"),
  );
  const labels = placeDoseLabels(drawn.map((dose) => ({ x: x(dose.at), number: dose.number })));
  return drawn.map((dose, index) => ({ ...labels[index]!, id: dose.id, planned: dose.status === "planned" }));
}

function layDay(view: TrajectoryView, { x, y }: Scale): ChartLayout["day"] {
  const visit = view.visits.find((each) => each.window === "24 h" && each.change !== null);
  if (visit === undefined || visit.total === null || visit.change === null) return null;
  return { x: x(visit.at), y: y(visit.total), points: visit.change.points };
}

function layOverlaps(view: TrajectoryView, { x, y }: Scale): ChartLayout["overlaps"] {
  if (view.visits.length > mostDots) return [];
  return view.visits.flatMap(({ at, total, overlap }) =>
    total === null || overlap === null ? [] : [{ x: x(at), y: y(total) }],
  );
}

function laySudden(view: TrajectoryView, { x, y }: Scale): ChartLayout["sudden"] {
  return view.sudden.map(({ from, to, name, where }) => {
    const [start, end] = [view.visits[from]!, view.visits[to]!];
    return { x1: x(start.at), y1: y(start.total ?? 0), x2: x(end.at), y2: y(end.total ?? 0), name, where };
  });
}

function layIncomplete(view: TrajectoryView, { x }: Scale): ChartLayout["incomplete"] {
  const marks = view.visits.flatMap((visit, index) =>
    visit.total === null ? [{ visit: index, x: x(visit.at) }] : [],
  );
  return marks.map((mark, index) => {
    const end = mark.x > 60;
    const next = marks[index + (end ? -1 : 1)];
    return { ...mark, end, label: next === undefined || Math.abs(next.x - mark.x) > 34 };
  });
}

function notes(view: TrajectoryView, series: SeriesLayout[]): string[] {
  const gaps = series
    .filter(({ segments }) => segments.some((segment) => segment.gap))
    .map(({ line }) => line);
  const said = gaps.map(
    (line) => `Dashed ${line.name} line: more than ${gapDays(line)} days without a score.`,
  );
  if (series.some(({ points }) => points.some((point) => point.corrected)))
    said.push("Ringed point: a corrected form.");
  if (view.visits.some((visit) => visit.total === null))
    said.push("Open square: an incomplete form, not scored.");
  if (view.visits.some(({ total, overlap }) => total !== null && overlap !== null))
    said.push("Stroke before a point: part of its recall window lies before the last dose.");
  if (view.events.some(({ serious }) => serious)) said.push("Filled triangle: a serious adverse event.");
  if (view.lines.length > 1) said.push("Scores of different recall windows are not joined.");
  return said;
}
