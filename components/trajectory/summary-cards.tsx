import { recallWords } from "@/lib/measures/recall";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { shownDate, shownDay } from "./shown-date";
import styles from "./summary-cards.module.css";
import { overlapInWords } from "./visit-in-words";
import type { TrajectoryView, Visit } from "./view-shape";

/** The four numbers a clinician looks for first. */
export function SummaryCards({ view }: { view: TrajectoryView }) {
  const latest = view.visits[view.lines[0]?.at.at(-1) ?? -1];
  const { day, due } = view.cards;
  return (
    <div className={styles.cards}>
      <Card>{latest === undefined ? <Unscored view={view} /> : <Latest view={view} visit={latest} />}</Card>
      {day !== null && (
        <Card>
          <Figure label={day.label} value={day.value} note={day.note} />
        </Card>
      )}
      {latest !== undefined && latest.provisional !== null && (
        <Card>
          <Figure label={`Provisional PTSD, ${recallWords[latest.recall]}`} value={latest.provisional.met ? "Yes" : "No"}>
            {view.measure.clusters.map(({ id }) => (
              <ClusterMet key={id} id={id} met={latest.provisional?.by.includes(id) ?? false} />
            ))}
          </Figure>
          <p className={styles.under}>the rule describes the {recallWords[latest.recall]}; it is not a diagnosis</p>
        </Card>
      )}
      {due !== null && (
        <Card>
          <Figure label="Next due" value={due.value} note={due.note.replace(/ (?=\d)/g, "\u00a0")} />
          {due.overdue !== null && <Pill tone="event">{wholeNames(due.overdue)}</Pill>}
        </Card>
      )}
    </div>
  );
}

function Latest({ view, visit }: { view: TrajectoryView; visit: Visit }) {
  const date = `${shownDate(visit.wall)}${visit.day === null ? "" : `, ${shownDay(visit.day)}`}`;
  const from = visit.change === null ? null : `was ${visit.change.from} at ${visit.change.since}`;
  return (
    <>
      <Figure
        label={`${view.measure.short} total, ${recallWords[visit.recall]} · ${date}`}
        value={String(visit.total)}
        note={from ?? "no earlier score to compare with"}
      />
      {visit.change !== null && <Pill tone={visit.change.tone}>{visit.change.words}</Pill>}
      {visit.overlap !== null && <p className={styles.under}>{overlapInWords(visit.overlap)}</p>}
    </>
  );
}

function Unscored({ view }: { view: TrajectoryView }) {
  return <Figure label={`${view.measure.short} total`} value="–" note="not scored yet" />;
}

interface FigureProps {
  label: string;
  value: string;
  note?: string | null;
  children?: React.ReactNode;
}

function Figure({ label, value, note, children }: FigureProps) {
  return (
    <>
      <p className={styles.label}>{wholeNames(label)}</p>
      <p className={styles.figure}>
        <strong className={styles.value}>{value}</strong>{" "}
        <span className={styles.note}>{children ?? wholeNames(note ?? "")}</span>
      </p>
    </>
  );
}

/** "PCL-5" on one line: browsers break after its hyphen. */
function wholeNames(text: string): React.ReactNode {
  return text.split(/(\w+(?:-\w+)+)/).map((part, index) => (index % 2 === 0 ? part : <span key={index} className={styles.whole}>{part}</span>));
}

function ClusterMet({ id, met }: { id: string; met: boolean }) {
  return (
    <span className={styles.whole}>
      {id} <span aria-hidden="true">{met ? "✓" : "✗"}</span>
      <span className="visually-hidden">{met ? "met," : "not met,"}</span>{" "}
    </span>
  );
}
