import Link from "next/link";
import { SessionMark } from "@/components/course/session-mark";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import type { TodayRow } from "./today-view";
import styles from "./today.module.css";

interface TodayListProps {
  title: string;
  rows: readonly TodayRow[];
  /** Said where there is none. */
  none: string;
}

/** One list of the day: when, who, what, how far it has come. */
export function TodayList({ title, rows, none }: TodayListProps) {
  return (
    <Card title={title} aside={rows.length > 0 && <span className={styles.soft}>{rows.length}</span>}>
      {rows.length === 0 && <p className={styles.soft}>{none}</p>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map(({ key, when, patient, what, href, kind, state, note }) => (
            <li key={key} className={styles.row}>
              <span className={styles.when}>{when}</span>{" "}
              <span className={styles.who}>
                <Link href={patient.href} prefetch={false}>
                  {patient.name}
                </Link>{" "}
                <span className={styles.number}>{patient.recordNumber}</span>
              </span>{" "}
              <span className={styles.what}>
                {kind !== "measure" && <SessionMark kind={kind} />}
                <Link href={href} prefetch={false} aria-label={`${what}, ${patient.name}`}>
                  {what}
                </Link>
              </span>{" "}
              <span className={styles.state}>
                {state && <Pill tone={state.tone}>{state.words}</Pill>} {note && <span className={styles.soft}>{note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
