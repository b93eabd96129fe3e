import styles from "./score-tables.module.css";
import { ScoreTable } from "./score-table";
import type { TrajectoryView } from "./view-shape";

interface ScoreTablesProps {
  view: TrajectoryView;
  /** Whether the other measures' tables are wanted: they are for the screen, and come when they are looked at. */
  all: boolean;
}

/** The charts' twin: a table for each measure. */
export function ScoreTables({ view, all }: ScoreTablesProps) {
  if (view.others.length === 0) return <ScoreTable view={view} track={view} />;
  return (
    <div className={styles.tables}>
      {[view, ...(all ? view.others : [])].map((track) => (
        <div key={track.measure.id} data-measure={track.measure.id}>
          <h3 className={styles.name}>{track.measure.short}</h3>
          <ScoreTable view={view} track={track} />
        </div>
      ))}
    </div>
  );
}
