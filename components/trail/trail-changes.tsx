import type { Change } from "@/lib/trail/changes";
import styles from "./trail.module.css";

/** The fields of one write, folded away: before and after of each. */
export function TrailChanges({ changes, about }: { changes: readonly Change[]; about: string }) {
  return (
    <details className={styles.changes}>
      <summary>
        {changes.length} {changes.length === 1 ? "field" : "fields"}
        <span className="visually-hidden"> of {about}</span>
      </summary>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{before === null ? after : `${before}, then ${after ?? "nothing"}`}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
