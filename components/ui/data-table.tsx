import type { ReactNode } from "react";
import styles from "./table.module.css";

interface DataTableProps {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  children: ReactNode;
}

/** A plain table in the house look. Cells with `data-number` stand at the right. */
export function DataTable({ caption, children }: DataTableProps) {
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
