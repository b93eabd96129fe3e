"use client";

import type { ReactNode } from "react";
import { ItemHeatmap } from "./item-heatmap";
import styles from "./trajectory-board.module.css";
import { TrajectoryViews } from "./trajectory-views";
import { useView, type PackedView } from "./packed-view";

interface LiveBoardProps {
  packed: PackedView;
  /** What stands below the chart. */
  children: ReactNode;
}

/** The parts of the board that answer to a hand, from one view. */
export function LiveBoard({ packed, children }: LiveBoardProps) {
  const view = useView(packed);
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <TrajectoryViews view={view} />
        {children}
      </div>
      <div className={styles.side}>
        <ItemHeatmap view={view} />
      </div>
    </div>
  );
}
