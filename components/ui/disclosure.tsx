import type { ComponentProps, ReactNode } from "react";
import styles from "./disclosure.module.css";

interface DisclosureProps extends Pick<ComponentProps<"details">, "open" | "ref" | "onToggle"> {
  summary: ReactNode;
  /** Stays in sight beside the summary. */
  beside?: ReactNode;
  children: ReactNode;
}

/** The browser's own: it opens before any script has run; `open` to begin with, or because something inside wants a look. Not printed. */
export function Disclosure({ summary, beside, open, children, ...details }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open || undefined} {...details}>
      <summary>
        <b>{summary}</b> {beside && <span>{beside}</span>}
      </summary>
      {children}
    </details>
  );
}
