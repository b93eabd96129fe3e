import { DataTable } from "@/components/ui/data-table";
import { checkWords, recordWords, type VisitCheck, type VisitRecord } from "./visit-words";
import styles from "./visit.module.css";

interface VisitHistoryProps {
  /** The newest first; each is a version of the record or of the answers about symptoms. */
  history: readonly { when: string; by: string; record: (VisitRecord & { number: number }) | null; check: (VisitCheck & { number: number }) | null }[];
}

/** Every version that was saved, the newest first. */
export function VisitHistory({ history }: VisitHistoryProps) {
  return (
    <DataTable caption="History of this visit">
      <thead>
        <tr>
          <th scope="col">When and who</th>
          <th scope="col">What was recorded</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ when, by, record, check }) => (
          <tr key={record ? `record ${record.number}` : `check ${check!.number}`}>
            <th scope="row">
              {when} <span className={styles.soft}>{by}</span>
            </th>
            <td className={styles.note}>{record ? recordWords(record) : checkWords(check!)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
