// Where the words on the plot go, for one of the two widths.
import type { Width } from "./chart-labels";
import { Paper, type Placed } from "./chart-places";
import { plot } from "./chart-scale";
import type { SeriesLayout } from "./chart-series-layout";

/** The words on the plot, placed for one of the two widths. */
export interface Words {
  cut: Placed | null;
  day: Placed | null;
  /** By series. */
  last: (Placed | null)[];
  threshold: (Placed | null)[];
  sudden: Placed[];
}

const edgeLabel = { width: 104, height: 26, rise: 10 };
const lastLabel = { width: 66, height: 32, rise: 15 };
const dayLabel = { width: 58, height: 13, rise: 10 };
const suddenLabel = { wide: { width: 176, height: 27, rise: 10 }, narrow: { width: 96, height: 27, rise: 10 } };
const cutLabel = { width: 96, height: 13, rise: 10 };
const lineLabel = { width: 150, height: 13, rise: 10 };

interface Labelled {
  series: SeriesLayout[];
  cut: { y: number; height: number } | null;
  day: { x: number; y: number } | null;
  sudden: { x1: number; y1: number; x2: number; y2: number }[];
  /** The upright lines, in per cent across: doses, and fainter those planned and today. */
  uprights: { x: number; faint: boolean }[];
}

/** The most important words choose their place first. */
export function placeWords(width: Width, { series, cut, day, sudden, uprights }: Labelled): Words {
  const paper = new Paper(width, plot.height);
  for (const { segments, points } of series) {
    for (const { x1, y1, x2, y2 } of segments) paper.line({ x: x1, y: y1 }, { x: x2, y: y2 });
    for (const point of points) paper.line(point, point);
  }
  for (const { x, faint } of uprights) paper.line({ x, y: 0 }, { x, y: plot.height }, faint ? 0.4 : 1);
  for (const { threshold } of series) if (threshold !== null) paper.line(threshold, { x: 100, y: threshold.y });
  const threshold = series.map(({ threshold }) => {
    if (threshold === null) return null;
    if (width === "wide")
      return paper.choose(
        [-2, -22, 18, -40, 36].map((dy) => ({ ...threshold, x: 100, anchor: "start", dx: 8, dy })),
        edgeLabel,
      );
    const ends = [-7, 14].flatMap((dy): Placed[] => [
      { ...threshold, x: 100, anchor: "end", dx: 8, dy },
      { ...threshold, anchor: "start", dx: 4, dy },
    ]);
    return paper.choose(ends, lineLabel);
  });
  return {
    threshold,
    last: series.map(({ last }) => (last === null ? null : paper.beside(last, lastLabel))),
    day: day === null ? null : paper.beside(day, dayLabel),
    sudden: sudden.map(({ x1, y1, x2, y2 }) => paper.beside({ x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, suddenLabel[width])),
    cut: cut === null ? null : paper.choose(cutPlaces(cut, width), cutLabel),
  };
}

/** In the right margin where there is one; else above or below the range, wherever least stands in its way. */
function cutPlaces({ y, height }: { y: number; height: number }, width: Width): Placed[] {
  if (width === "wide")
    return [4, 20, -12, 36, -28].map((dy) => ({ x: 100, y: y + height / 2, anchor: "start", dx: 8, dy }));
  const rows = [-5, height + 13];
  return rows.flatMap((dy): Placed[] => [
    { x: 0, y, anchor: "start", dx: 5, dy },
    { x: 100, y, anchor: "end", dx: -4, dy },
    ...[20, 35, 50, 65, 80].map((x): Placed => ({ x, y, anchor: "middle", dx: 0, dy })),
  ]);
}
