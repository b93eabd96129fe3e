import { useState } from "react";
import { ClusterMultiple } from "./cluster-multiple";
import styles from "./clusters-panel.module.css";
import { FromBaseline } from "./from-baseline";
import type { TrajectoryView } from "./view-shape";

/** The clusters with room to read them, as they are or since the reference. */
export default function ClustersPanel({ view }: { view: TrajectoryView }) {
  const [fromBaseline, setFromBaseline] = useState(false);
  if (view.lines.length === 0) return <p>No score yet.</p>;
  return (
    <>
      <div className={styles.how}>
        <p>{fromBaseline ? `Points since ${view.lines[0]!.from?.since ?? "baseline"}; each scale is the whole range either way.` : "Points; each scale is the cluster’s whole range."}</p>
        <FromBaseline on={fromBaseline} onChange={setFromBaseline} />
      </div>
      <div className={styles.clusters}>
        {view.measure.clusters.map((cluster, index) => (
          <ClusterMultiple
            key={cluster.id}
            view={view}
            cluster={cluster}
            index={index}
            large
            fromBaseline={fromBaseline}
          />
        ))}
      </div>
    </>
  );
}
