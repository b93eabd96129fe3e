import { ChartAxes } from "./chart-axes";
import { ChartDoses } from "./chart-doses";
import type { ChartLayout } from "./chart-layout";
import { ChartLane } from "./chart-lane";
import { plot } from "./chart-scale";
import { ChartSeries } from "./chart-series";
import { ChartWords } from "./chart-words";
import styles from "./trajectory-chart.module.css";
import type { TrajectoryView } from "./view-shape";

interface ChartFrameProps {
  view: TrajectoryView;
  layout: ChartLayout;
  label: string;
}

/** The whole chart as plain SVG at any width: sent by the server, printed, and the ground of the live lines. */
export function ChartFrame({ view, layout, label }: ChartFrameProps) {
  const ground = plot.height;
  return (
    <svg className={styles.frame} width="100%" height={layout.height} role="img" aria-label={label}>
      <g transform={`translate(0 ${plot.top})`}>
        <rect width="100%" height={plot.height} className={styles.ground} data-ground="" />
        <ChartAxes layout={layout} />
        <ChartDoses doses={layout.doses} />
        {layout.series.map(({ line, threshold }) => (
          <g key={line.recall} className={styles.threshold} data-recall={line.recall}>
            {threshold !== null && (
              <line x1={`${threshold.x}%`} x2="100%" y1={threshold.y} y2={threshold.y} />
            )}
          </g>
        ))}
        {layout.sudden.map(({ x1, y1, x2, y2 }) => (
          <line key={x1} x1={`${x1}%`} y1={y1} x2={`${x2}%`} y2={y2} className={styles.sudden} />
        ))}
        <g className={styles.drawn}>
          {layout.series.map((series) => (
            <ChartSeries key={series.line.recall} series={series} />
          ))}
        </g>
        {layout.overlaps.map(({ x, y }) => (
          <svg key={`${x} ${y}`} x={`${x}%`} y={y} className={styles.mark}>
            <path d="M-12 0H-7" className={styles.overlap} />
          </svg>
        ))}
        {layout.incomplete.map(({ visit, x, label, end }) => (
          <g key={visit} className={styles.incomplete} data-end={end || undefined}>
            <svg x={`${x}%`} y={ground} className={styles.mark}>
              <rect x={-5} y={-5} width={10} height={10} />
            </svg>
            {label && (
              <text x={`${x}%`} y={ground - 10}>
                {view.measure.asked - view.visits[visit]!.missing.length} of {view.measure.asked}
                <tspan data-fits="wide">, not scored</tspan>
              </text>
            )}
          </g>
        ))}
        {view.visits.length === 0 && (
          <text x="50%" y={ground / 3} className={styles.weekName}>
            No {view.measure.short} {view.ofCourse ? "in this course" : "recorded"} yet
          </text>
        )}
        <ChartWords view={view} layout={layout} />
      </g>
      {layout.lanes.map((lane) => (
        <ChartLane key={lane.kind} lane={lane} />
      ))}
    </svg>
  );
}
