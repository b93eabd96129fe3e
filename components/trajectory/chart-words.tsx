import { signed } from "@/lib/change/signed";
import type { ChartLayout } from "./chart-layout";
import { PlacedText } from "./placed-text";
import styles from "./trajectory-chart.module.css";
import type { TrajectoryView } from "./view-shape";

/** The direct labels: the rule's line, each last value with its recall window, 24 h, sudden gains, the cut range. */
export function ChartWords({ view, layout }: { view: TrajectoryView; layout: ChartLayout }) {
  const { wide, narrow } = layout.words;
  return (
    <>
      {view.measure.cut !== null && (
        <PlacedText wide={wide.cut} narrow={narrow.cut} className={styles.cutName}>
          {view.measure.cut.label}
        </PlacedText>
      )}
      {layout.series.map(({ line, last }, index) => {
        const named = index === 0 ? (view.rule?.name ?? line.name) : line.name;
        return (
          <g key={line.recall} data-recall={line.recall}>
            <PlacedText
              wide={wide.threshold[index]}
              narrow={narrow.threshold[index]}
              className={styles.thresholdName}
              short={`${view.rule?.label ?? ""}, ${named}`}
              under={named}
            >
              {view.rule?.label}
            </PlacedText>
            {last !== null && (
              <PlacedText
                wide={wide.last[index]}
                narrow={narrow.last[index]}
                className={styles.last}
                under={line.name}
                underNarrow
              >
                <tspan className={index === 0 ? styles.value : styles.lesser}>{last.total}</tspan>
              </PlacedText>
            )}
          </g>
        );
      })}
      {layout.day !== null && (
        <PlacedText wide={wide.day} narrow={narrow.day} className={styles.dayName}>
          24 h: {signed(layout.day.points)}
        </PlacedText>
      )}
      {layout.sudden.map(({ x1, name, where }, index) => (
        <PlacedText
          key={x1}
          wide={wide.sudden[index]}
          narrow={narrow.sudden[index]}
          className={styles.dayName}
          short={name}
          under="association only"
          underNarrow
        >
          {name}, {where}
        </PlacedText>
      ))}
    </>
  );
}
