import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  tone?: "plain" | "good" | "warning" | "problem";
  title?: string;
  /** A button or link beside the words. */
  action?: ReactNode;
  /** Read aloud when it appears: politely, or at once. */
  live?: "status" | "alert";
  children: ReactNode;
}

export function Notice({ tone = "plain", title, action, live, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={live}>
      <div className={styles.words}>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
