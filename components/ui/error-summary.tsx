"use client";

import { useEffect, useRef, type MouseEvent } from "react";
import styles from "./error-summary.module.css";

export interface SummaryError {
  /** The id of the control it leads to; without one the sentence stands alone. */
  id?: string;
  message: string;
}

interface ErrorSummaryProps {
  title?: string;
  errors: readonly SummaryError[];
  /** Counts the attempts to save: each takes the focus to the summary again. */
  attempt: number;
}

/** The same sentences as beside the fields, in one place that takes the focus after a failed attempt. */
export function ErrorSummary({ title = "There is a problem", errors, attempt }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) summary.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div
      ref={summary}
      className={styles.summary}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{title}</h2>
      <ul className={styles.list}>
        {errors.map((error) => (
          <li key={`${error.id}${error.message}`}>
            {error.id ? (
              <a href={`#${error.id}`} onClick={lead}>
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function lead(event: MouseEvent<HTMLAnchorElement>): void {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  (control.closest("fieldset") ?? control.parentElement ?? control).scrollIntoView({ block: "center" });
}
