import { Card } from "@/components/ui/card";
import { MeasureMultiple } from "./measure-multiple";
import styles from "./multiples.module.css";
import type { TrajectoryView } from "./view-shape";

/** The other measures under the large chart, on its time axis and never on its scale. */
export function MeasureMultiples({ view }: { view: TrajectoryView }) {
  if (view.others.length === 0) return null;
  return (
    <div className={`${styles.multiples} ${styles.roomy}`}>
      {view.others.map((track) => (
        <Card key={track.measure.id}>
          <MeasureMultiple view={view} track={track} />
        </Card>
      ))}
    </div>
  );
}
