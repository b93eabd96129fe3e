import type { ReactNode } from "react";
import { ScrollFrame } from "./scroll-frame";
import styles from "./table.module.css";

interface DataTableProps {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  /** As long as it is, with no scrolling of its own: where the last row must not be missed. */
  whole?: boolean;
  /** Of so many columns that they stand closer. */
  dense?: boolean;
  children: ReactNode;
}

/** A plain table in the house look. Cells with `data-number` stand at the right. */
export function DataTable({ caption, whole = false, dense = false, children }: DataTableProps) {
  return (
    <ScrollFrame label={caption} whole={whole}>
      <table className={dense ? `${styles.table} ${styles.dense}` : styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </ScrollFrame>
  );
}
