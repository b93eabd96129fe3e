import Link from "next/link";
import type { Measure } from "@/lib/measures/measure";
import { safetyInWords } from "./measure-words";
import styles from "./textbook.module.css";

/** The answers behind the safety rule, each with its measure. */
export function SafetyItems({ measures }: { measures: readonly Measure[] }) {
  return (
    <ul className={styles.list}>
      {measures.map((measure) => measure.safety && (
        <li key={measure.id}>
          <Link href={`/measures/${measure.id}#safety`} prefetch={false}>
            {measure.short}
          </Link>
          : {small(safetyInWords(measure))}. {measure.safety.meaning}{" "}
          <span className={styles.source}>{measure.safety.source}</span>
        </li>
      ))}
    </ul>
  );
}

function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
