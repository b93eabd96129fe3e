import { recallWords } from "@/lib/measures/recall";
import { shownDate, shownTime } from "./shown-date";
import { changeInWords, clustersInWords, provisionalInWords, stateInWords } from "./visit-in-words";
import styles from "./visit-detail.module.css";
import type { TrajectoryView, Visit } from "./view-shape";

/** The facts of the forms answered at one moment: the same as their rows in the table. */
export function VisitDetail({ view, visits }: { view: TrajectoryView; visits: number[] }) {
  return (
    <div className={styles.detail} role="status">
      {visits.map((index) => (
        <Facts key={index} view={view} visit={view.visits[index]!} />
      ))}
    </div>
  );
}

function Facts({ view, visit }: { view: TrajectoryView; visit: Visit }) {
  const facts = [
    `${shownDate(visit.wall)}, ${shownTime(visit.wall)}${visit.day === null ? "" : `, day ${visit.day}`}`,
    visit.session,
    visit.change === null ? null : changeInWords(visit.change),
    visit.total === null ? null : clustersInWords(view, visit),
    visit.provisional === null ? null : `Provisional rule ${provisionalInWords(visit.provisional)}`,
    visit.window === null ? null : `Window: ${visit.window}`,
    visit.overlap,
    stateInWords(view, visit),
  ];
  return (
    <div className={styles.facts}>
      <p className={styles.total}>
        {visit.total === null ? "Not scored" : <strong>{visit.total}</strong>} {recallWords[visit.recall]}
      </p>
      {facts.map((fact) => fact !== null && <p key={fact}>{fact}</p>)}
    </div>
  );
}
