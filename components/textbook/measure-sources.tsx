import { Card } from "@/components/ui/card";
import type { Measure } from "@/lib/measures/measure";
import styles from "./textbook.module.css";

export function MeasureSources({ measure }: { measure: Measure }) {
  return (
    <Card id="sources" title="Sources and rights">
      <div className={styles.blocks}>
        <ul className={styles.list}>
          {measure.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p id="rights">{measure.rights}</p>
      </div>
    </Card>
  );
}
