import type { ReactNode } from "react";
import { ClusterMultiples } from "./cluster-multiples";
import { InWords } from "./in-words";
import { ItemHeatmap } from "./item-heatmap";
import { MeasureMultiples } from "./measure-multiples";
import { MeasureStack } from "./measure-stack";
import { ScoresOnPaper } from "./scores-on-paper";
import { SummaryCards } from "./summary-cards";
import styles from "./trajectory-board.module.css";
import { TrajectoryViews } from "./trajectory-views";
import type { TrajectoryView } from "./view-shape";

interface TrajectoryBoardProps {
  view: TrajectoryView;
  /** The course as plain text, for the health record; null without a score. */
  note: string | null;
  /** How change was judged: below the sentences. */
  judged?: ReactNode;
}

/** Everything below the patient's heading, from one view: cards, charts, clusters, words, heat-map. */
export function TrajectoryBoard({ view, note, judged }: TrajectoryBoardProps) {
  const others =
    view.others.length === 0 ? null : { name: othersName(view), panel: <MeasureStack view={view} /> };
  return (
    <div className={styles.board}>
      <SummaryCards view={view} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <TrajectoryViews view={view} others={others} />
          <ClusterMultiples view={view} />
          <MeasureMultiples view={view} />
          <InWords sentences={view.words} beside={view.wordsBeside} note={note} />
          <ScoresOnPaper tracks={view.others} />
          {judged}
        </div>
        <div className={styles.side}>
          <ItemHeatmap view={view} />
        </div>
      </div>
    </div>
  );
}

/** "PHQ-9 · GAD-7", as long as it fits a tab. */
function othersName({ others }: TrajectoryView): string {
  return others.length > 2 ? "Other measures" : others.map(({ measure }) => measure.short).join(" · ");
}
