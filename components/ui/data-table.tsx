"use client";

import { useRef, type ReactNode } from "react";
import styles from "./table.module.css";
import { useScrollStop } from "./use-scroll-stop";

interface DataTableProps {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  /** As long as it is, with no scrolling of its own: where the last row must not be missed. */
  whole?: boolean;
  children: ReactNode;
}

/** A plain table in the house look. Cells with `data-number` stand at the right. */
export function DataTable({ caption, whole, children }: DataTableProps) {
  const frame = useRef<HTMLElement>(null);
  useScrollStop(frame);
  return (
    <section ref={frame} className={styles.frame} data-whole={whole || undefined} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
