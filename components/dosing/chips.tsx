import styles from "./room.module.css";

interface ChipsProps {
  words: readonly string[];
  onChoose: (words: string) => void;
  chosen?: string;
  /** Said before each for those who cannot see where it stands. */
  prefix?: string;
}

/** Words ready to hand. */
export function Chips({ words, onChoose, chosen, prefix }: ChipsProps) {
  return (
    <div className={styles.chips}>
      {words.map((each) => (
        <button key={each} type="button" className={styles.chip} aria-pressed={chosen === undefined ? undefined : chosen === each} aria-label={prefix ? `${prefix} ${each}` : undefined} onClick={() => onChoose(each)}>
          {each}
        </button>
      ))}
    </div>
  );
}
