import { recallWords } from "@/lib/measures/recall";
import { shownDate, shownDay, shownTime } from "./shown-date";
import {
  changeInWords,
  clustersInWords,
  missingInWords,
  overlapInWords,
  provisionalInWords,
  stateInWords,
} from "./visit-in-words";
import styles from "./visit-detail.module.css";
import type { TrajectoryView, Visit } from "./view-shape";

/** The facts of the forms answered at one moment: the same as their rows in the table. */
export function VisitDetail({ view, visits }: { view: TrajectoryView; visits: number[] }) {
  return (
    <output className={styles.detail}>
      {visits.map((index) => (
        <Facts key={index} view={view} visit={view.visits[index]!} />
      ))}
    </output>
  );
}

function Facts({ view, visit }: { view: TrajectoryView; visit: Visit }) {
  const facts = [
    [shownDate(visit.wall), shownTime(visit.wall), visit.day === null ? [] : shownDay(visit.day)]
      .flat()
      .join(", "),
    visit.session,
    visit.change === null ? null : changeInWords(visit.change),
    visit.total === null || view.measure.clusters.length === 0 ? null : clustersInWords(view, visit),
    visit.provisional === null ? null : `Provisional rule: ${provisionalInWords(visit.provisional)}`,
    visit.window === null ? null : `Window: ${visit.window}`,
    visit.overlap === null ? null : overlapInWords(visit.overlap),
    visit.missing.length === 0 ? null : missingInWords(view, visit),
    stateInWords(visit),
  ];
  return (
    <span className={styles.facts}>
      <span className={styles.total}>
        {visit.total === null ? "Not scored," : <strong>{visit.total}</strong>} {recallWords[visit.recall]}
      </span>
      {facts.map((fact) => fact !== null && <span key={fact}>{fact}</span>)}
    </span>
  );
}
