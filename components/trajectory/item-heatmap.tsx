"use client";

import { Fragment, useRef } from "react";
import { recallWords } from "@/lib/measures/recall";
import { Card } from "@/components/ui/card";
import styles from "./item-heatmap.module.css";
import { shortDate, shownDate, shownDay } from "./shown-date";
import { useScrollStop } from "@/components/ui/use-scroll-stop";
import type { TrajectoryView, Visit } from "./view-shape";

/** Every rating of every visit, visits of one recall window side by side. */
export function ItemHeatmap({ view }: { view: TrajectoryView }) {
  const { measure } = view;
  const frame = useRef<HTMLElement>(null);
  useScrollStop(frame);
  const groups = (["month", "week", "day"] as const)
    .map((recall) => ({ recall, visits: view.visits.filter((visit) => visit.recall === recall) }))
    .filter((group) => group.visits.length > 0);
  const starts = new Set(groups.slice(1).map((group) => group.visits[0]!.id));
  const visits = groups.flatMap((group) => group.visits);
  return (
    <Card title="Items by visit">
      {visits.length === 0 ? (
        <p className={styles.scale}>No visit yet.</p>
      ) : (
        <section ref={frame} className={styles.frame} aria-label="Items by visit">
          <table className={styles.map}>
            <caption className="visually-hidden">
              {measure.short} ratings of each item at each visit, oldest visit first
            </caption>
            <thead>
              {groups.length > 1 && (
                <tr>
                  <Corner groups={groups.length} />
                  {groups.map(({ recall, visits: { length } }) => (
                    <th key={recall} scope="colgroup" colSpan={length} className={styles.recall}>
                      {recallWords[recall]}
                    </th>
                  ))}
                </tr>
              )}
              <tr>
                {groups.length === 1 && <Corner groups={1} words={recallWords[groups[0]!.recall]} />}
                {visits.map((visit) => (
                  <th
                    key={visit.id}
                    scope="col"
                    title={shownDate(visit.wall)}
                    data-start={starts.has(visit.id) || undefined}
                  >
                    <VisitHead visit={visit} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measure.items.map((item, row) => (
                <tr key={item} data-cluster={startsCluster(view, row) || undefined}>
                  <th scope="row">
                    {row + 1}. {item}
                  </th>
                  {visits.map((visit) => {
                    const rating = visit.ratings[row] ?? null;
                    return rating === null ? (
                      <td key={visit.id}>–</td>
                    ) : (
                      <td key={visit.id} data-r={rating}>
                        {rating}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={styles.scale}>
        0 {measure.ratings.low} · {measure.ratings.max} {measure.ratings.high}
        {visits.some((visit) => visit.missing.length > 0) && " · – not answered"}
        {visits.some((visit) => visit.corrected) && " · * corrected"}
      </p>
    </Card>
  );
}

function Corner({ groups, words }: { groups: number; words?: string }) {
  return (
    <th scope="col" rowSpan={Math.min(2, groups)} className={styles.corner}>
      {words ?? <span className="visually-hidden">Item</span>}
    </th>
  );
}

function VisitHead({ visit }: { visit: Visit }) {
  return (
    <span>
      {visit.day === null ? shortDate(visit.wall) : shownDay(visit.day)}
      {visit.corrected && (
        <Fragment>
          <span aria-hidden="true">*</span>
          <span className="visually-hidden"> corrected</span>
        </Fragment>
      )}
    </span>
  );
}

function startsCluster(view: TrajectoryView, row: number): boolean {
  return row > 0 && view.measure.clusters.some((cluster) => cluster.items[0] === row + 1);
}
