import Link from "next/link";
import { sessionHref } from "@/components/course/session-href";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { courseWords } from "@/lib/course/course";
import { outsideLimits, type ObservationLimits } from "@/lib/course/dosing/limits";
import type { InRoom } from "./board-order";
import { cadssWords } from "@/lib/course/dosing/reading";
import { dueWords, runningClock } from "./due-words";
import { needsConnection, placeAt } from "./places";
import styles from "./board.module.css";

interface BoardInRoomProps extends InRoom {
  /** What of this session only this device has. */
  kept: { waiting: number; refused: number };
  offline: boolean;
  now: Date;
  limits: ObservationLimits;
  /** Takes a reading here, on the board: without a connection too. */
  onRead: () => void;
}

/** One patient in the room: since when, the next reading, and what the last one was. The whole line is the way in. */
export function BoardInRoom({ row, startedAt, next, kept, offline, now, limits, onRead }: BoardInRoomProps) {
  const { patient, session, course, readings, events, stoppedAt } = row;
  const last = readings.findLast(({ at }) => new Date(at) >= startedAt);
  const outside = last ? outsideLimits(last, limits, "during") : [];
  const href = sessionHref(`/patients/${patient.id}`, { id: session.id, kind: "dose" });
  const values = last && [`${last.systolic ?? "–"}/${last.diastolic ?? "–"}`, `pulse ${last.pulse ?? "–"}`, `SpO₂ ${last.spo2 ?? "–"}`, `dissociation ${last.dissociation ?? "–"}`, ...(last.cadss ? [cadssWords(last.cadss)] : [])].join(", ");
  return (
    <li className={styles.row} data-late={next?.state === "late" || undefined}>
      <div className={styles.who}>
        <Link href={href} prefetch={false}>
          {patient.name}
        </Link>
        <p>
          {session.name} · {courseWords({ therapy: "none", ...course })} · {patient.recordNumber}
        </p>
        <p>
          {values ? `Last: ${values}` : "No reading since the start"} {outside.length > 0 && <Pill tone="event">outside limits</Pill>} {events > 0 && <Pill tone="event">{events === 1 ? "1 event" : `${events} events`}</Pill>}
          {kept.waiting > 0 && <Pill tone="event">{kept.waiting} kept on this device</Pill>} {kept.refused > 0 && <Pill tone="worse">{kept.refused} not stored: open the patient to mend it</Pill>}
        </p>
        {offline && placeAt(href) === null && <p>{needsConnection}; readings can be taken here</p>}
      </div>
      <span className={styles.read}>
        <Button look={next?.state === "late" || next?.state === "due" ? "primary" : "secondary"} aria-label={`Reading of ${patient.name}`} onClick={onRead}>
          Reading
        </Button>
      </span>
      <div className={styles.clock}>
        <strong data-number>{runningClock(now, startedAt)}</strong>
        <p data-state={next?.state}>{next === null ? (stoppedAt === null ? "All readings taken" : "All readings taken; leaving is next") : dueWords(next, now)}</p>
      </div>
    </li>
  );
}
