import { useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import { useScrollStop } from "@/components/ui/use-scroll-stop";
import { recallWords } from "@/lib/measures/recall";
import { FromBaseline } from "./from-baseline";
import { heatGroups, type HeatColumn } from "./heat-groups";
import { HeatHead } from "./heat-head";
import { HeatRow } from "./heat-row";
import styles from "./item-heatmap.module.css";
import type { TrajectoryView } from "./view-shape";

/** Every rating of every visit, visits of one recall window side by side; or how far each has moved. */
export function ItemHeatmap({ view }: { view: TrajectoryView }) {
  const { measure } = view;
  const [fromBaseline, setFromBaseline] = useState(false);
  const frame = useRef<HTMLElement>(null);
  useScrollStop(frame);
  const groups = heatGroups(view, fromBaseline);
  const columns = groups.flatMap((group) => group.columns);
  const some = columns.length > 0;
  return (
    <Card title="Items by visit" aside={some && <FromBaseline on={fromBaseline} onChange={setFromBaseline} />}>
      {some ? (
        <section ref={frame} className={styles.frame} aria-label="Items by visit">
          <table className={styles.map}>
            <caption className="visually-hidden">
              {measure.short} {fromBaseline ? "rating change" : "ratings"} of each item at each visit, oldest visit first
            </caption>
            <HeatHead groups={groups} />
            <tbody>
              {measure.items.map(({ number, label }, row) => (
                <HeatRow key={number} name={`${number}. ${label}`} place={row} columns={columns} startsCluster={startsCluster(view, number)} />
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <p className={styles.scale}>No visit yet.</p>
      )}
      <p className={styles.scale}>{scaleWords(view, columns, fromBaseline)}</p>
    </Card>
  );
}

function scaleWords({ measure, lines }: TrajectoryView, columns: HeatColumn[], fromBaseline: boolean): string {
  const { low, high, max } = measure.ratings;
  const words = fromBaseline
    ? lines.map((line) => `${recallWords[line.recall]}: points since ${line.from?.since ?? "baseline"}`)
    : [`0 ${low} · ${max} ${high}`];
  if (fromBaseline) words.push("− lower, + higher", "outlined: the ratings counted from");
  if (columns.some(({ visit }) => visit.missing.length > 0)) words.push("– not answered");
  if (columns.some(({ visit }) => visit.corrected)) words.push("* corrected");
  return words.join(" · ");
}

function startsCluster(view: TrajectoryView, number: number): boolean {
  return number > 1 && view.measure.clusters.some((cluster) => cluster.items[0] === number);
}
