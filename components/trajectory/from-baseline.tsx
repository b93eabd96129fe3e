import styles from "./from-baseline.module.css";

interface FromBaselineProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Shows differences since the reference in the place of the values themselves. */
export function FromBaseline({ on, onChange }: FromBaselineProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={() => onChange(!on)}>
      From baseline
    </button>
  );
}
