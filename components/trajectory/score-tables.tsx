import styles from "./score-tables.module.css";
import { ScoreTable } from "./score-table";
import type { TrajectoryView } from "./view-shape";

/** The charts' twin: a table for each measure. */
export function ScoreTables({ view }: { view: TrajectoryView }) {
  if (view.others.length === 0) return <ScoreTable view={view} track={view} />;
  return (
    <div className={styles.tables}>
      {[view, ...view.others].map((track) => (
        <div key={track.measure.id} data-measure={track.measure.id}>
          <h3 className={styles.name}>{track.measure.short}</h3>
          <ScoreTable view={view} track={track} />
        </div>
      ))}
    </div>
  );
}
