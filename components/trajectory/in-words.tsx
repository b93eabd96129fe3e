import { Card } from "@/components/ui/card";
import styles from "./in-words.module.css";

/** The course in sentences, for a note or a letter. */
export function InWords({ sentences }: { sentences: string[] }) {
  return (
    <Card title="In words">
      {sentences.length === 0 ? (
        <p>No score yet.</p>
      ) : (
        <ul className={styles.words}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
