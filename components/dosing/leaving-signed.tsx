import { instantInWords } from "@/lib/dates";
import type { LeavingView } from "@/lib/schemas/dosing-view";
import styles from "./room.module.css";

/** What was signed, as it stood then. */
export function LeavingSigned({ leaving, zone }: { leaving: LeavingView; zone: string }) {
  return (
    <div className={styles.form}>
      <p>
        <strong>Left {instantInWords(new Date(leaving.leftAt), zone)}</strong>, signed by {leaving.by} at {instantInWords(new Date(leaving.at), zone)}
        {leaving.escort && ` · with ${leaving.escort}`}
      </p>
      <ul className={styles.points} aria-label="What stood">
        {leaving.points.map(({ id, met, words }) => (
          <li key={id} data-met={met}>
            <p>
              <span aria-hidden="true">{met ? "✓" : "–"}</span> <strong>{met ? "Met" : "Not met"}</strong> {words}
            </p>
            {leaving.overrides[id] && <p>Reason: {leaving.overrides[id]}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
