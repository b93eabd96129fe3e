"use client";

import { useRef, type ReactNode } from "react";
import styles from "./table.module.css";
import { useScrollStop } from "./use-scroll-stop";

interface DataTableProps {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  children: ReactNode;
}

/** A plain table in the house look. Cells with `data-number` stand at the right. */
export function DataTable({ caption, children }: DataTableProps) {
  const frame = useRef<HTMLElement>(null);
  useScrollStop(frame);
  return (
    <section ref={frame} className={styles.frame} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
