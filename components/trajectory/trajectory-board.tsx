import type { ReactNode } from "react";
import { ClusterMultiples } from "./cluster-multiples";
import { InWords } from "./in-words";
import { LiveBoard } from "./live-board";
import { MeasureMultiples } from "./measure-multiples";
import { packView } from "./packed-view";
import { ScoresOnPaper } from "./scores-on-paper";
import { SummaryCards } from "./summary-cards";
import styles from "./trajectory-board.module.css";
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
  return (
    <div className={styles.board}>
      <SummaryCards view={view} />
      <LiveBoard packed={packView(view)}>
        <ClusterMultiples view={view} />
        <MeasureMultiples view={view} />
        <InWords sentences={view.words} beside={view.wordsBeside} note={note} />
        <ScoresOnPaper tracks={view.others} />
        {judged}
      </LiveBoard>
    </div>
  );
}
