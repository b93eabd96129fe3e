import { DataTable } from "@/components/ui/data-table";
import { Pill } from "@/components/ui/pill";
import type { FateShown, ImportAnswer } from "@/lib/schemas/exchange";
import styles from "./import.module.css";

const words: Readonly<Record<FateShown["fate"], string>> = { new: "New", incomplete: "New, incomplete", duplicate: "Here already", refused: "Refused", skipped: "Left out" };

interface ImportFatesProps {
  answer: ImportAnswer;
  skip: ReadonlySet<number>;
  /** Null once they are stored. */
  onSkip: ((line: number, skip: boolean) => void) | null;
}

/** What becomes of each row, the ones with a reason first. */
export function ImportFates({ answer, skip, onSkip }: ImportFatesProps) {
  const { counts, fates, more } = answer;
  const told = (Object.entries(counts) as [FateShown["fate"], number][]).filter(([, count]) => count > 0);
  return (
    <>
      <p className={styles.counts}>{told.map(([fate, count]) => `${count} ${words[fate].toLowerCase()}`).join(" · ") || "No rows."}</p>
      {fates.length > 0 && (
        <DataTable caption="What becomes of each row">
          <thead>
            <tr>
              {onSkip && <th scope="col">Bring in</th>}
              <th scope="col" data-number>Line</th>
              <th scope="col">Row</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {fates.map(({ line, fate, reason }) => (
              <tr key={line}>
                {onSkip && (
                  <td>
                    {fate !== "refused" && fate !== "duplicate" && (
                      <label className={styles.choice}>
                        <input type="checkbox" checked={!skip.has(line)} onChange={(event) => onSkip(line, !event.target.checked)} aria-label={`Bring in line ${line}`} />
                      </label>
                    )}
                  </td>
                )}
                <td data-number>{line}</td>
                <td>{fate === "refused" ? <Pill tone="event">{words[fate]}</Pill> : words[fate]}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {more > 0 && <p>{more} more rows are not shown.</p>}
    </>
  );
}
