import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { Measure } from "@/lib/measures/measure";
import { totalInWords } from "./measure-words";
import styles from "./textbook.module.css";

interface MeasureHeadProps {
  measure: Measure;
  clinic: string;
  on: boolean;
}

const parts = [
  ["#forms", "Forms"],
  ["#scoring", "Scoring"],
  ["#thresholds", "Thresholds"],
  ["#rules", "Rules for change"],
  ["#items", "Items"],
  ["#sources", "Sources and rights"],
] as const;

export function MeasureHead({ measure, clinic, on }: MeasureHeadProps) {
  return (
    <header className={styles.lead}>
      <p>
        <Link href="/measures" prefetch={false}>
          All measures
        </Link>
      </p>
      <h1 className={styles.name}>
        {measure.title} {measure.short !== measure.title && <span className={styles.short}>{measure.short}</span>}
      </h1>
      <p>
        {measure.purpose} {totalInWords(measure)} It does not diagnose.
      </p>
      <p>
        <Pill tone={on ? "measure" : "plain"}>{on ? `Recorded at ${clinic}` : `Not recorded at ${clinic}`}</Pill>
      </p>
      <nav aria-label="On this page">
        <ul className={styles.nav}>
          {parts.map(([href, words]) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
