"use client";

import { useEffect, useRef, type ReactNode } from "react";
import styles from "./table.module.css";

interface DataTableProps {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  children: ReactNode;
}

/** A plain table in the house look. Cells with `data-number` stand at the right. */
export function DataTable({ caption, children }: DataTableProps) {
  const frame = useRef<HTMLElement>(null);

  // A stop for the keyboard only where there is something to scroll.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const scrolls =
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  return (
    <section ref={frame} className={styles.frame} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
