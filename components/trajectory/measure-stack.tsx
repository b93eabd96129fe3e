import { placeWeeks } from "./chart-labels";
import { MeasureMultiple } from "./measure-multiple";
import styles from "./measure-stack.module.css";
import type { TrajectoryView } from "./view-shape";

/** Every measure under the other on one time axis, each on its own full range. */
export default function MeasureStack({ view }: { view: TrajectoryView }) {
  const tracks = [view, ...view.others];
  return (
    <div className={styles.stack}>
      {tracks.map((track) => (
        <MeasureMultiple key={track.measure.id} view={view} track={track} large />
      ))}
      <TimeAxis view={view} />
      <p className={styles.notes}>One time axis; each scale is the measure’s own whole range. Upright lines: doses given.</p>
    </div>
  );
}

function TimeAxis({ view }: { view: TrajectoryView }) {
  const { from, to } = view.range;
  const x = (at: number) => Math.round(((at - from) / (to - from)) * 100_000) / 1000;
  const { ticks } = placeWeeks(view, x, from, to);
  const today = x(view.now);
  return (
    <svg className={styles.axis} width="100%" height={24} aria-hidden="true">
      {ticks.map(
        ({ x: at, text, narrow }) =>
          narrow && (
            <g key={at}>
              <line x1={`${at}%`} x2={`${at}%`} y2={5} />
              <text x={`${at}%`} y={18}>
                {text}
              </text>
            </g>
          ),
      )}
      <text x={`${today}%`} y={18} className={styles.today} data-end={today > 90 || undefined}>
        today
      </text>
    </svg>
  );
}
