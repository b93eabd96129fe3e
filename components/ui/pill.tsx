import type { ReactNode } from "react";
import styles from "./pill.module.css";

export type Tone = "plain" | "better" | "worse" | "event" | "dose" | "therapy" | "measure";

/** A word or two on a tint. The words carry the meaning; the colour only helps to find them. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
