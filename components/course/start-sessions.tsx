import { Button } from "@/components/ui/button";
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
  const change = (id: string, part: Partial<StartRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...part, insteadOf: null } : row)));
  return (
    <ol className={styles.rows} aria-label="Planned sessions">
      {rows.map((row) => {
        const name = `${sessionKindWords[row.kind]} ${(counted[row.kind] += 1)}`;
        const problem = problems[row.id];
        const described = problem ? { "aria-invalid": true, "aria-describedby": `start-${row.id}-problem` } : {};
        return (
          <li key={row.id} className={styles.row}>
            <SessionMark kind={row.kind} />
            <span className={styles.name}>
              <strong>{name}</strong> <span className={styles.day}>{weekday(row.day)}</span>
              {row.insteadOf !== null && <small>instead of {dayInWords(row.insteadOf)}, a day the clinic is closed or that is taken</small>}
              {problem && (
                <small id={`start-${row.id}-problem`} className={styles.problem}>
                  {problem}
                </small>
              )}
            </span>
            <span className={styles.when}>
              <input {...described} id={`start-${row.id}`} type="date" aria-label={`Date of ${name}`} value={row.day} onChange={(event) => change(row.id, { day: event.target.value })} />
              <input {...described} type="time" aria-label={`Time of ${name}`} value={row.time} onChange={(event) => change(row.id, { time: event.target.value })} />
            </span>
            <span className={styles.remove}>
              <Button look="quiet" aria-label={`Remove ${name}`} onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
                Remove
              </Button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const weekday = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? weekdayInWords(day) : "");
