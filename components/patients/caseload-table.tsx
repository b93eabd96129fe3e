import type { CaseloadRow as Row } from "@/lib/schemas/caseload";
import { CaseloadRow } from "./caseload-row";
import { sortedBy, type CaseloadSort, type CaseloadView } from "./caseload-view";
import styles from "./caseload.module.css";

interface CaseloadTableProps {
  rows: readonly Row[];
  max: number;
  view: CaseloadView;
  /** A newer list is on its way. */
  stale: boolean;
  onLook: (view: CaseloadView) => void;
}

// On a phone and a tablet the rows are laid out as cards; they stay a table for those who listen to it.
export function CaseloadTable({ rows, max, view, stale, onLook }: CaseloadTableProps) {
  function sortable(sort: CaseloadSort, words: string, className?: string) {
    const sorted = view.sort === sort;
    const direction = view.direction === "asc" ? "ascending" : "descending";
    return (
      <th scope="col" className={className} aria-sort={sorted ? direction : undefined}>
        <button type="button" onClick={() => onLook(sortedBy(view, sort))}>
          {words}
          <span
            className={styles.arrow}
            data-direction={sorted ? view.direction : undefined}
            aria-hidden="true"
          />
        </button>
      </th>
    );
  }
  return (
    <div className={styles.frame} aria-busy={stale}>
      <table className={styles.table} aria-label="Patients">
        <colgroup>
          {["patient", "course", "spark", "number", "change", "attention", "next"].map((column) => (
            <col key={column} className={styles[`${column}-width`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {sortable("name", "Patient")}
            {sortable("day", "Course and day")}
            <th scope="col">PCL-5</th>
            {sortable("latest", "Latest", styles.number)}
            {sortable("change", "Change")}
            <th scope="col">Attention</th>
            {sortable("due", "Next due")}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseloadRow key={row.id} row={row} max={max} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
