import type { Recall } from "@/lib/measures/recall";
import { gapDays, mostDots } from "./chart-series-layout";
import styles from "./small-lines.module.css";

export interface SmallLine {
  recall: Recall;
  points: { at: number; value: number }[];
}

interface SmallLinesProps {
  range: { from: number; to: number };
  /** The whole range of what is drawn; `ground` is where nothing is, the bottom if not said. */
  min?: number;
  max: number;
  ground?: number;
  /** Pixels. */
  high: number;
  /** Instants of the doses that were given. */
  doses: readonly number[];
  lines: readonly SmallLine[];
  /** Marks every score, as long as they can be told apart. */
  dots?: boolean;
}

const across = 1000;

/**
 * A few lines on the chart's own time axis, as plain SVG of any width; what it shows is said beside it. Written as text,
 * for it is numbers and our own names alone, and a page holds a dozen: as elements each mark would travel three times.
 */
export function SmallLines({ range, min = 0, max, ground = min, high, doses, lines, dots = false }: SmallLinesProps) {
  const share = (at: number) => (at - range.from) / (range.to - range.from);
  const x = (at: number) => `${(share(at) * 100).toFixed(2)}%`;
  const y = (value: number) => Math.round((1 - (value - min) / (max - min)) * high * 10) / 10;
  const marks = [
    `<line x2="100%" y1="0.5" y2="0.5" class="${styles.edge}"/>`,
    `<line x2="100%" y1="${y(ground)}" y2="${y(ground)}" class="${styles.ground}"/>`,
    ...doses.map((dose) => `<line x1="${x(dose)}" x2="${x(dose)}" y1="0" y2="${high}" class="${styles.dose}"/>`),
    ...lines.map(({ recall, points }) => {
      const { solid, gaps } = stretches(points, gapDays({ recall }), ({ at, value }) => `${Math.round(share(at) * across)} ${y(value)}`);
      const last = points.at(-1);
      const marked = dots && points.length <= mostDots ? points : points.slice(-1);
      const paths = path(solid) + path(gaps, ' data-gap=""');
      const circles = marked.map((point) => `<circle cx="${x(point.at)}" cy="${y(point.value)}" r="${point === last ? 3.5 : 2.5}"/>`);
      const drawing = `<svg viewBox="0 0 ${across} ${high}" width="100%" height="${high}" preserveAspectRatio="none">${paths}</svg>`;
      return `<g class="${styles.line}" data-recall="${recall}">${drawing}${circles.join("")}</g>`;
    }),
  ];
  return <svg className={styles.lines} width="100%" height={high + 1} aria-hidden="true" dangerouslySetInnerHTML={{ __html: marks.join("") }} />;
}

function path(d: string, more = ""): string {
  return d === "" ? "" : `<path d="${d}" vector-effect="non-scaling-stroke"${more}/>`;
}

/** The line as two paths: its stretches, and those across a gap. */
function stretches(points: SmallLine["points"], days: number, place: (point: SmallLine["points"][number]) => string) {
  let solid = "";
  let gaps = "";
  points.slice(1).forEach((end, index) => {
    const start = points[index]!;
    if (end.at - start.at > days * 86_400_000) gaps += `M${place(start)}L${place(end)}`;
    else solid += solid.endsWith(place(start)) ? `L${place(end)}` : `M${place(start)}L${place(end)}`;
  });
  return { solid, gaps };
}
