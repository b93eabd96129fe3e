import styles from "./logo.module.css";

/** A course seen from the side: it rises, turns, comes down. */
export function Logo() {
  return (
    <span className={styles.logo}>
      <svg viewBox="0 0 24 16" width="24" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M2 13C3.6 6.4 7.2 3 12 3s8.4 3.4 10 10" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      Courseline
    </span>
  );
}
