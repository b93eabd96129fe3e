import { Button } from "@/components/ui/button";
import { DateTimeField } from "@/components/ui/date-time-field";
import { sessionKindWords } from "@/lib/course/course";
import { dayInWords, weekdayInWords } from "@/lib/dates";
import { SessionMark } from "./session-mark";
import type { StartRow } from "./start-answers";
import styles from "./start-sessions.module.css";

interface StartSessionsProps {
  rows: readonly StartRow[];
  problems: Readonly<Record<string, string>>;
  onChange: (rows: StartRow[]) => void;
}

/** The dates a template plans, each to be moved or taken out before anything is saved. */
export function StartSessions({ rows, problems, onChange }: StartSessionsProps) {
  if (rows.length === 0) return <p className={styles.none}>No sessions are planned. They can be added once the course is saved.</p>;
  const counted = { dose: 0, therapy: 0, assessment: 0 };
  function change(id: string, at: string) {
    const [day = "", time = ""] = at.split("T");
    onChange(rows.map((row) => (row.id === id ? { ...row, day, time, insteadOf: null } : row)));
  }
  return (
    <ol className={styles.rows} aria-label="Planned sessions">
      {rows.map((row) => {
        const name = `${sessionKindWords[row.kind]} ${(counted[row.kind] += 1)}`;
        return (
          <li key={row.id} className={styles.row}>
            <SessionMark kind={row.kind} />
            <DateTimeField
              id={`start-${row.id}`}
              label={name}
              hint={row.insteadOf === null ? weekday(row.day) : `${weekday(row.day)} instead of ${dayInWords(row.insteadOf)}`}
              value={`${row.day}T${row.time}`}
              error={problems[row.id]}
              onChange={(at) => change(row.id, at)}
            />
            <Button look="quiet" aria-label={`Remove ${name}`} onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
              Remove
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

const weekday = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? weekdayInWords(day) : "");
