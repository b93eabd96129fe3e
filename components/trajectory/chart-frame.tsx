import { plot, type ChartLayout } from "./chart-layout";
import { ChartLane } from "./chart-lane";
import { ChartSeries } from "./chart-series";
import { ChartWords } from "./chart-words";
import styles from "./trajectory-chart.module.css";
import type { TrajectoryView } from "./view-shape";

interface ChartFrameProps {
  view: TrajectoryView;
  layout: ChartLayout;
  label: string;
}

/** The whole chart as plain SVG, at any width: what the server sends, what prints, what lies under the live lines. */
export function ChartFrame({ view, layout, label }: ChartFrameProps) {
  const ground = plot.height;
  return (
    <svg className={styles.frame} width="100%" height={layout.height} role="img" aria-label={label}>
      <g transform={`translate(0 ${plot.top})`}>
        <rect width="100%" height={plot.height} className={styles.ground} data-ground="" />
        {layout.bands.map((band) => (
          <g key={band.x}>
            {band.shaded && <rect x={`${band.x}%`} width={`${band.width}%`} height={ground} className={styles.week} />}
            {(band.wide || band.narrow) && (
              <text x={`${band.x + band.width / 2}%`} y={ground + 18} className={styles.weekName} data-fits={fits(band)}>
                {band.text}
              </text>
            )}
          </g>
        ))}
        {layout.cut !== null && <rect y={layout.cut.y} width="100%" height={layout.cut.height} className={styles.cut} />}
        {layout.yTicks.map(({ value, y }) => (
          <g key={value}>
            <line x2="100%" y1={y} y2={y} className={value === 0 ? styles.axis : styles.grid} />
            <text y={y} dx={-8} dy={4} className={styles.yTick}>
              {value}
            </text>
          </g>
        ))}
        {layout.ticks.map(
          (tick) =>
            (tick.wide || tick.narrow) && (
              <g key={tick.x} data-fits={fits(tick)}>
                <line x1={`${tick.x}%`} x2={`${tick.x}%`} y1={ground} y2={ground + 5} className={styles.axis} />
                <text x={`${tick.x}%`} y={ground + 34} className={styles.date}>
                  {tick.text}
                </text>
              </g>
            ),
        )}
        <line x1={`${layout.today}%`} x2={`${layout.today}%`} y1={0} y2={ground + 22} className={styles.today} />
        <text x={`${layout.today}%`} y={ground + 34} className={styles.todayName} data-end={layout.today > 90 || undefined}>
          today
        </text>
        {layout.doses.map((dose) => (
          <g key={dose.id} className={styles.dose} data-planned={dose.planned || undefined} data-crowded={layout.doses.length > 10 || undefined}>
            <line x1={`${dose.x}%`} x2={`${dose.x}%`} y1={-4} y2={ground} />
            {dose.wide !== null && (
              <text x={`${dose.x}%`} y={-10} data-fits={dose.wide === dose.narrow ? undefined : "wide"}>
                {dose.wide}
              </text>
            )}
            {dose.narrow !== null && dose.wide !== dose.narrow && (
              <text x={`${dose.x}%`} y={-10} data-fits="narrow">
                {dose.narrow}
              </text>
            )}
          </g>
        ))}
        {layout.series.map(({ line, threshold }) => (
          <g key={line.recall} className={styles.threshold} data-recall={line.recall}>
            {threshold !== null && <line x1={`${threshold.x}%`} x2="100%" y1={threshold.y} y2={threshold.y} />}
          </g>
        ))}
        <g className={styles.drawn}>
          {layout.series.map((series) => (
            <ChartSeries key={series.line.recall} series={series} />
          ))}
        </g>
        {layout.incomplete.map(({ visit, x, label, end }) => (
          <g key={visit} className={styles.incomplete} data-end={end || undefined}>
            <svg x={`${x}%`} y={ground} className={styles.mark}>
              <rect x={-5} y={-5} width={10} height={10} />
            </svg>
            {label && (
              <text x={`${x}%`} y={ground - 10}>
                {view.measure.items.length - view.visits[visit]!.missing.length} of {view.measure.items.length}
                <tspan data-fits="wide">, not scored</tspan>
              </text>
            )}
          </g>
        ))}
        {view.visits.length === 0 && (
          <text x="50%" y={ground / 3} className={styles.weekName}>
            No {view.measure.short} recorded yet
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

function fits({ wide, narrow }: { wide: boolean; narrow: boolean }): "wide" | "narrow" | undefined {
  if (wide === narrow) return undefined;
  return wide ? "wide" : "narrow";
}
