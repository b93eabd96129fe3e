import type { Key, ReactNode } from "react";
import styles from "./row-list.module.css";

interface RowListProps {
  name: string;
  rows: readonly { key: Key; title: ReactNode; facts: readonly string[]; note?: string; action?: ReactNode }[];
}

/** A few things with a line of facts each and, at the end, what can be done: it needs no more room than a phone has. */
export function RowList({ name, rows }: RowListProps) {
  return (
    <ul className={styles.rows} aria-label={name}>
      {rows.map(({ key, title, facts, note, action }) => (
        <li key={key}>
          <div>
            <strong>{title}</strong>
            <p>{facts.join(" · ")}</p>
            {note && <p>{note}</p>}
          </div>
          {action}
        </li>
      ))}
    </ul>
  );
}
