import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import { courseWords } from "@/lib/course/course";
import { clockWords, minuteOf, nextReading, readingsDue, type DueState } from "@/lib/course/dosing/observation";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { dueWords, runningClock } from "./due-words";
import { clockTime } from "./moment";
import { standing } from "./reading-values";
import styles from "./room.module.css";

interface RoomClockProps {
  view: RoomView;
  minutes: readonly number[];
  now: Date;
}

const stateWords: Readonly<Record<DueState, string>> = { done: "taken", due: "due", late: "late", missed: "missed", upcoming: "to come" };

/** Always in sight: who this is, how long since the start, and which reading is next. */
export function RoomClock({ view, minutes, now }: RoomClockProps) {
  const { patient, session, course, dose, leaving } = view;
  const zone = course.timeZone;
  const startedAt = dose?.startedAt ? new Date(dose.startedAt) : null;
  const leftAt = leaving ? new Date(leaving.leftAt) : null;
  const due = startedAt && readingsDue({ startedAt, leftAt, now, minutes, readings: standing(view.readings).map((reading) => ({ ...reading, at: new Date(reading.at) })) });
  const next = due && nextReading(due);
  return (
    <header className={styles.clock} data-bar="top">
      <div className={styles.who}>
        <h1>
          <Link href={`/patients/${patient.id}`} prefetch={false}>
            {patient.name}
          </Link>
        </h1>
        <p>
          {session.name} · {courseWords({ therapy: "none", ...course })} · {patient.recordNumber}
        </p>
      </div>
      <div className={styles.time}>
        {startedAt === null ? (
          <p>
            <strong className={styles.big}>Not started</strong> {session.plannedAt && `planned for ${clockTime(session.plannedAt, zone)}`}
          </p>
        ) : leftAt === null ? (
          <p>
            <strong className={styles.big} data-number>
              {runningClock(now, startedAt)}
            </strong>{" "}
            since the start at {clockTime(startedAt, zone)}
          </p>
        ) : (
          <p>
            <strong className={styles.big}>Left {clockTime(leftAt, zone)}</strong> {clockWords(minuteOf(leftAt, startedAt))} after the start
          </p>
        )}
        {next && (
          <p className={styles.next} data-late={next.state === "late" || undefined}>
            {dueWords(next, now)}
          </p>
        )}
      </div>
      {due && (
        <ul className={styles.due} aria-label="Readings due">
          {due.map(({ minute, state }) => (
            <li key={minute}>
              <Pill tone={state === "done" ? "better" : state === "late" || state === "missed" ? "worse" : state === "due" ? "event" : "plain"}>
                {minute} min {stateWords[state]}
              </Pill>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
