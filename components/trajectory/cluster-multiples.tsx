"use client";

import { Card } from "@/components/ui/card";
import { chartRange } from "./chart-scale";
import { mostDots } from "./chart-series-layout";
import styles from "./cluster-multiples.module.css";
import type { LineView, TrajectoryView } from "./view-shape";

type Cluster = TrajectoryView["measure"]["clusters"][number];

/** Each cluster on its own full range: how much of it is left, and how that moved. */
export function ClusterMultiples({ view, large = false }: { view: TrajectoryView; large?: boolean }) {
  if (view.lines.length === 0) return large ? <p>No score yet.</p> : null;
  return (
    <div className={large ? styles.large : styles.multiples}>
      {view.measure.clusters.map((cluster, index) =>
        large ? (
          <Multiple key={cluster.id} view={view} cluster={cluster} index={index} large />
        ) : (
          <Card key={cluster.id}>
            <Multiple view={view} cluster={cluster} index={index} />
          </Card>
        ),
      )}
    </div>
  );
}

interface MultipleProps {
  view: TrajectoryView;
  cluster: Cluster;
  index: number;
  large?: boolean;
}

function Multiple({ view, cluster, index, large = false }: MultipleProps) {
  const line = view.lines[0]!;
  const now = view.visits[line.at.at(-1) ?? -1]?.clusters[index] ?? null;
  const from = line.from === null ? null : (view.visits[line.from.at]?.clusters[index] ?? null);
  return (
    <section className={styles.multiple} aria-label={`Cluster ${cluster.id}, ${cluster.name}`}>
      <h3 className={styles.head}>
        <span>
          <b>{cluster.id}</b> {cluster.name}
        </span>
        <span className={styles.value}>
          {now ?? "–"}
          <small>/{cluster.max}</small>
        </span>
      </h3>
      <ClusterLines view={view} cluster={cluster} index={index} large={large} />
      <p className={styles.change}>{words(line, now, from)}</p>
    </section>
  );
}

function ClusterLines({ view, cluster, index, large = false }: MultipleProps) {
  const high = large ? 132 : 40;
  const { from, to } = chartRange(view);
  const x = (at: number) => `${(((at - from) / (to - from)) * 100).toFixed(2)}%`;
  const y = (value: number) => Math.round((1 - value / cluster.max) * high * 10) / 10;
  const doses = view.sessions.filter(({ kind, status }) => kind === "dose" && status === "done");
  return (
    <svg className={styles.lines} width="100%" height={high + 1} aria-hidden="true">
      <line x2="100%" y1={0.5} y2={0.5} className={styles.edge} />
      <line x2="100%" y1={high} y2={high} className={styles.ground} />
      {doses.map((dose) => (
        <line key={dose.id} x1={x(dose.at)} x2={x(dose.at)} y1={0} y2={high} className={styles.dose} />
      ))}
      {view.lines.map((line) => {
        const points = line.at.flatMap((visit) => {
          const value = view.visits[visit]!.clusters[index];
          return value === null || value === undefined ? [] : [{ x: x(view.visits[visit]!.at), y: y(value) }];
        });
        const last = points.at(-1);
        return (
          <g key={line.recall} className={styles.line} data-recall={line.recall}>
            {points.slice(1).map((end, step) => {
              const start = points[step]!;
              return <line key={end.x} x1={start.x} y1={start.y} x2={end.x} y2={end.y} />;
            })}
            {large &&
              points.length <= mostDots &&
              points.map((point) => <circle key={point.x} cx={point.x} cy={point.y} r={2.5} />)}
            {last !== undefined && <circle cx={last.x} cy={last.y} r={3.5} />}
          </g>
        );
      })}
    </svg>
  );
}

/** No published rule judges the change of one cluster, so it is said and not coloured. */
function words(line: LineView, now: number | null, from: number | null): string {
  if (now === null || from === null || line.from === null || line.at.length < 2)
    return `one ${line.name} score`;
  const since = line.from.since;
  if (now === from) return `same as ${since}`;
  return now < from ? `${from - now} lower than ${since}` : `${now - from} higher than ${since}`;
}
