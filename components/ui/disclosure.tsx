import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

interface DisclosureProps {
  summary: ReactNode;
  /** Stays in sight beside the summary. */
  beside?: ReactNode;
  children: ReactNode;
}

/** The browser's own: it opens before any script has run. Not printed. */
export function Disclosure({ summary, beside, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary>
        <b>{summary}</b> {beside && <span>{beside}</span>}
      </summary>
      {children}
    </details>
  );
}
