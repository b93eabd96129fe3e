import type { Option } from "@/lib/measures/measure";
import styles from "./textbook.module.css";

export function OptionsList({ options }: { options: readonly Option[] }) {
  return (
    <ul className={styles.options}>
      {options.map(({ value, label, uncounted }) => (
        <li key={value}>
          <b>{value}</b> {label}
          {uncounted && <span className={styles.source}> (not counted)</span>}
        </li>
      ))}
    </ul>
  );
}
