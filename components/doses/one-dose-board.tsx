import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import styles from "./one-dose-board.module.css";
import { ReadingsTable } from "./readings-table";
import type { OneDoseView } from "./one-dose-view";
import { VitalPanelChart } from "./vital-panel";

/** One dose: what happened in sentences, over minutes, and in its table. */
export function OneDoseBoard({ view, zone }: { view: OneDoseView; zone: string }) {
  return (
    <>
      <Card title="In words">
        <ul className={styles.words}>
          {view.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {view.events.map(({ id, words }) => (
            <li key={id}>
              <Pill tone="event">Event</Pill> {words}
            </li>
          ))}
          {view.events.length === 0 && <li>No adverse event is recorded.</li>}
        </ul>
        <p className={styles.note}>
          A record of safety on the day. Dissociation during a dose does not reliably predict the outcome.{" "}
          <Link href="/how-it-counts#one-dose" prefetch={false}>
            How peak and way back are counted
          </Link>
        </p>
      </Card>
      {view.panels.length > 0 && (
        <Card title="Over minutes from the start">
          <div className={styles.panels}>
            {view.panels.map((panel, index) => (
              <VitalPanelChart key={panel.id} panel={panel} view={view} high={index === 0 ? 150 : 90} />
            ))}
          </div>
          {view.events.length > 0 && <p className={styles.note}>Upright amber lines: adverse events.</p>}
        </Card>
      )}
      <Card title="Readings">
        {view.rows.length === 0 ? <p>No reading is recorded for this dose.</p> : <ReadingsTable view={view} zone={zone} />}
      </Card>
    </>
  );
}
