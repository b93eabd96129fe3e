import type { ChartLayout } from "./chart-layout";
import { plot } from "./chart-scale";
import styles from "./trajectory-chart.module.css";

/** A line for each dose with its name on top; paler where planned, or where there are many. */
export function ChartDoses({ doses }: Pick<ChartLayout, "doses">) {
  return doses.map((dose) => (
    <g
      key={dose.id}
      className={styles.dose}
      data-planned={dose.planned || undefined}
      data-crowded={doses.length > 10 || undefined}
    >
      <line x1={`${dose.x}%`} x2={`${dose.x}%`} y1={-4} y2={plot.height} />
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
  ));
}
