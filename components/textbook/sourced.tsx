import type { ReactNode } from "react";
import styles from "./textbook.module.css";

interface SourcedProps {
  /** Where links from other pages arrive. */
  id: string;
  name: ReactNode;
  source?: string | undefined;
  children: ReactNode;
}

/** One statement with its source under it. */
export function Sourced({ id, name, source, children }: SourcedProps) {
  return (
    <div id={id} className={styles.block}>
      <h3 className={styles.name}>{name}</h3>
      <p>{children}</p>
      {source && <p className={styles.source}>{source}</p>}
    </div>
  );
}
