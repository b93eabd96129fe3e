import type { ChartLayout } from "./chart-layout";
import { plot } from "./chart-scale";
import styles from "./trajectory-chart.module.css";

const ground = plot.height;

/** What the lines lie on: weeks, the cut range, the measure's scale, dates and today. */
export function ChartAxes({ layout }: { layout: ChartLayout }) {
  return (
    <>
      {layout.bands.map((band) => (
        <g key={band.x}>
          {band.shaded && (
            <rect x={`${band.x}%`} width={`${band.width}%`} height={ground} className={styles.week} />
          )}
          {(band.wide || band.narrow) && (
            <text
              x={`${band.x + band.width / 2}%`}
              y={ground + 18}
              className={styles.weekName}
              data-fits={fits(band)}
            >
              {band.text}
            </text>
          )}
        </g>
      ))}
      {layout.cut !== null && (
        <rect y={layout.cut.y} width="100%" height={layout.cut.height} className={styles.cut} />
      )}
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
      <line
        x1={`${layout.today}%`}
        x2={`${layout.today}%`}
        y1={0}
        y2={ground + 22}
        className={styles.today}
      />
      <text
        x={`${layout.today}%`}
        y={ground + 34}
        className={styles.todayName}
        data-end={layout.today > 90 || undefined}
      >
        today
      </text>
    </>
  );
}

function fits({ wide, narrow }: { wide: boolean; narrow: boolean }): "wide" | "narrow" | undefined {
  if (wide === narrow) return undefined;
  return wide ? "wide" : "narrow";
}
