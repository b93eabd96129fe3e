import Link from "next/link";
import { sessionHref } from "@/components/course/session-href";
import { courseWords, sessionStatusWords } from "@/lib/course/course";
import type { BoardRow } from "@/lib/schemas/dosing-view";
import { clockTime } from "./moment";
import { needsConnection, placeAt } from "./places";
import styles from "./board.module.css";

/** One patient who is still expected, or over for today. */
export function BoardLine({ row, zone, offline }: { row: BoardRow; zone: string; offline: boolean }) {
  const { patient, session, course, leftAt, startedAt } = row;
  const href = sessionHref(`/patients/${patient.id}`, { id: session.id, kind: "dose" });
  const state = leftAt ? `Left ${clockTime(leftAt, zone)}` : session.status === "planned" ? clockTime(session.at, zone) : startedAt === null ? sessionStatusWords[session.status] : "";
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Link href={href} prefetch={false}>
          {patient.name}
        </Link>
        <p>
          {session.name} · {courseWords({ therapy: "none", ...course })} · {patient.recordNumber}
        </p>
        {offline && placeAt(href) === null && <p>{needsConnection}</p>}
      </div>
      <p className={styles.state} data-number>
        {state}
      </p>
    </li>
  );
}
