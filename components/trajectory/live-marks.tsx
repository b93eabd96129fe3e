import type { Row } from "./chart-rows";
import type { SeriesLayout } from "./chart-series-layout";
import styles from "./trajectory-chart.module.css";

export interface Dot {
  cx?: number;
  cy?: number;
  payload: Row;
}

export function Mark({
  cx,
  cy,
  payload,
  series,
  active = false,
}: Dot & { series: SeriesLayout; active?: boolean }) {
  const point = series.points.find((each) => payload.visits.includes(each.visit));
  if (point === undefined || cx === undefined || cy === undefined || !(point.dot || active)) return null;
  const final = point === series.points.at(-1);
  return (
    <g className={styles.series} data-recall={series.line.recall}>
      {(point.corrected || active) && (
        <circle cx={cx} cy={cy} r={active ? 9 : 8} className={active ? styles.halo : styles.ring} />
      )}
      <circle cx={cx} cy={cy} r={final ? 5 : 4} className={styles.point} />
    </g>
  );
}

/** The line in stretches, so that one across a gap can be dashed. */
export function Stretches({
  points = [],
  series,
}: {
  points?: readonly { x: number | null; y: number | null }[];
  series: SeriesLayout;
}) {
  const known = points.flatMap(({ x, y }) => (x === null || y === null ? [] : [{ x, y }]));
  return (
    <g className={styles.series} data-recall={series.line.recall}>
      {known.slice(1).map((end, index) => {
        const start = known[index]!;
        const gap = series.segments[index]?.gap || undefined;
        return <line key={index} x1={start.x} y1={start.y} x2={end.x} y2={end.y} data-gap={gap} />;
      })}
    </g>
  );
}
