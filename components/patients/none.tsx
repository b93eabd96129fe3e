import styles from "./caseload.module.css";

/** A cell without a value: a dash, and "none" for those who listen. */
export function None() {
  return (
    <span className={styles.quiet}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">none</span>
    </span>
  );
}
