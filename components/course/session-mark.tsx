import type { SessionKind } from "@/lib/course/course";
import styles from "./session-mark.module.css";

const shapes: Record<SessionKind, string> = {
  dose: "M8 1L15 8L8 15L1 8Z",
  therapy: "M4 2H12A2 2 0 0 1 14 4V12A2 2 0 0 1 12 14H4A2 2 0 0 1 2 12V4A2 2 0 0 1 4 2Z",
  assessment: "M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z",
};

/** The shape a session has on every chart: diamond, square, circle. The name beside it says the same. */
export function SessionMark({ kind }: { kind: SessionKind }) {
  return (
    <svg
      className={styles.mark}
      data-kind={kind}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={shapes[kind]} />
    </svg>
  );
}
