import { Card } from "@/components/ui/card";
import { CopyNote } from "./copy-note";
import styles from "./in-words.module.css";

interface InWordsProps {
  sentences: readonly string[];
  /** Where each other measure stands: for the screen, on paper its small chart and its scores say it. */
  beside: readonly string[];
  /** The same for the health record, as plain text. */
  note: string | null;
}

/** The course in sentences, for a note or a letter. */
export function InWords({ sentences, beside, note }: InWordsProps) {
  return (
    <Card title="In words">
      <ul className={styles.words}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {beside.map((sentence) => (
          <li key={sentence} className={styles.beside}>
            {sentence}
          </li>
        ))}
      </ul>
      {note !== null && <CopyNote note={note} />}
    </Card>
  );
}
