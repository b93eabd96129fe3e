import type { ReactNode } from "react";
import styles from "./form-frame.module.css";

/** Short fields beside each other where there is room, below each other where there is not. */
export function SideBySide({ children }: { children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>;
}
