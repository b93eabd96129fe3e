import Link from "next/link";
import { attentionTitles } from "@/lib/change/attention-explained";
import styles from "./attention-panel.module.css";

interface AttentionPanelProps {
  /** The most urgent first. */
  fired: readonly { id: keyof typeof attentionTitles; words: string; unmarked?: boolean }[];
  /** The clinic's own words, by rule. */
  guidance: Partial<Record<string, string>>;
}

/** What calls for a look, why, and what the clinic says to do then. It concludes nothing. */
export function AttentionPanel({ fired, guidance }: AttentionPanelProps) {
  if (fired.length === 0) return null;
  return (
    <section className={styles.panel} aria-label="Attention">
      <h2>Attention</h2>
      <ul>
        {fired.map(({ id, words, unmarked }) => (
          <li key={`${id} ${words}`}>
            <p>
              <strong>{attentionTitles[id]}.</strong> {words}{" "}
              <Link href={`/attention#${id}`} prefetch={false}>
                Rule
              </Link>
            </p>
            {!unmarked && guidance[id] && <p className={styles.guidance}>{guidance[id]}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
