import Link from "next/link";
import { Card } from "@/components/ui/card";
import styles from "./doses-page.module.css";

interface AfterDosesProps {
  doses: number;
  /** What followed the last dose; null without a dose or a score. */
  words: string | null;
  /** One for each dose. */
  sentences: readonly string[];
}

/** The table has them all. */
const most = 6;

/** The latest doses and what followed the last, in sentences. */
export function AfterDoses({ doses, words, sentences }: AfterDosesProps) {
  const none = doses === 0 ? "No dose has been done in this course." : "No score of this course has a total.";
  const said = words === null ? [none] : [words, ...sentences.slice(-most)];
  return (
    <Card title="In words">
      <ul className={styles.words}>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.note}>
        {sentences.length > most && "Earlier doses: in the table above. "}
        Observed change: therapy, time and the recall window are in it too. <Link href="/how-it-counts#after-last-dose" prefetch={false}>How it is counted</Link>
      </p>
    </Card>
  );
}
