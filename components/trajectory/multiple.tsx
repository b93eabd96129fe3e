import type { ReactNode } from "react";
import styles from "./multiple.module.css";

interface MultipleProps {
  /** What it shows, for those who hear it. */
  label: string;
  title: ReactNode;
  value: string;
  /** "/27", after the value. */
  of: string;
  /** What the numbers say, below the lines. */
  children: ReactNode;
  lines: ReactNode;
}

/** One of several small charts side by side: its name and latest value, its lines, its words. */
export function Multiple({ label, title, value, of, lines, children }: MultipleProps) {
  return (
    <section className={styles.multiple} aria-label={label}>
      <h3 className={styles.head}>
        <span>{title}</span>
        <span className={styles.value}>
          {value}
          <small>{of}</small>
        </span>
      </h3>
      <div className={styles.lines}>{lines}</div>
      {children}
    </section>
  );
}
