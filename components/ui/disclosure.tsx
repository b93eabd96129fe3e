import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

interface DisclosureProps {
  summary: ReactNode;
  /** Stays in sight beside the summary. */
  beside?: ReactNode;
  /** Open to begin with, or because something inside wants a look. */
  open?: boolean;
  children: ReactNode;
}

/** The browser's own: it opens before any script has run. Not printed. */
export function Disclosure({ summary, beside, open, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open || undefined}>
      <summary>
        <b>{summary}</b> {beside && <span>{beside}</span>}
      </summary>
      {children}
    </details>
  );
}
