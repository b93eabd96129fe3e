import { Card } from "@/components/ui/card";
import { ClusterMultiple } from "./cluster-multiple";
import styles from "./multiples.module.css";
import type { TrajectoryView } from "./view-shape";

/** Each cluster on its own full range: how much of it is left, and how that moved. */
export function ClusterMultiples({ view }: { view: TrajectoryView }) {
  if (view.lines.length === 0) return null;
  return (
    <div className={styles.multiples}>
      {view.measure.clusters.map((cluster, index) => (
        <Card key={cluster.id}>
          <ClusterMultiple view={view} cluster={cluster} index={index} />
        </Card>
      ))}
    </div>
  );
}
