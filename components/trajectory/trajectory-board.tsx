"use client";

import { ClusterMultiples } from "./cluster-multiples";
import { InWords } from "./in-words";
import { ItemHeatmap } from "./item-heatmap";
import { SummaryCards } from "./summary-cards";
import styles from "./trajectory-board.module.css";
import { TrajectoryViews } from "./trajectory-views";
import type { TrajectoryView } from "./view-shape";

/** Everything below the patient's heading, from one view: cards, chart, clusters, words, heat-map. */
export function TrajectoryBoard({ view }: { view: TrajectoryView }) {
  return (
    <div className={styles.board}>
      <SummaryCards view={view} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <TrajectoryViews view={view} />
          <ClusterMultiples view={view} />
          <InWords sentences={view.words} />
        </div>
        <div className={styles.side}>
          <ItemHeatmap view={view} />
        </div>
      </div>
    </div>
  );
}
