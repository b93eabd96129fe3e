import type { ReactNode } from "react";
import styles from "./textbook.module.css";

export type Fact = readonly [term: string, meaning: ReactNode];

interface FactsProps {
  /** In order; one that is null is left out. */
  facts: readonly (Fact | null)[];
}

/** A few facts, each named. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact !== null)
        .map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
    </dl>
  );
}
