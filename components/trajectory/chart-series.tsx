import type { SeriesLayout } from "./chart-series-layout";
import styles from "./trajectory-chart.module.css";

/** One recall window as plain lines and points: what prints, and what shows until the live lines come. */
export function ChartSeries({ series }: { series: SeriesLayout }) {
  const final = series.points.at(-1);
  return (
    <g className={styles.series} data-recall={series.line.recall}>
      {series.segments.map((segment) => (
        <line
          key={segment.x1}
          x1={`${segment.x1}%`}
          y1={segment.y1}
          x2={`${segment.x2}%`}
          y2={segment.y2}
          data-gap={segment.gap || undefined}
        />
      ))}
      {series.points.map((point) => (
        <g key={point.visit}>
          {point.corrected && <circle cx={`${point.x}%`} cy={point.y} r={8} className={styles.ring} />}
          {point.dot && (
            <circle cx={`${point.x}%`} cy={point.y} r={point === final ? 5 : 4} className={styles.point} />
          )}
        </g>
      ))}
    </g>
  );
}
