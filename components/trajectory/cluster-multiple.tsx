import { plain, signed } from "@/lib/change/signed";
import { Multiple } from "./multiple";
import { SmallLines } from "./small-lines";
import { dosesGiven } from "./doses-given";
import { sinceReference } from "./since-reference";
import type { LineView, TrajectoryView } from "./view-shape";

interface ClusterMultipleProps {
  view: TrajectoryView;
  cluster: TrajectoryView["measure"]["clusters"][number];
  index: number;
  large?: boolean;
  /** Points since the reference in the place of the cluster's own. */
  fromBaseline?: boolean;
}

export function ClusterMultiple({ view, cluster, index, large = false, fromBaseline = false }: ClusterMultipleProps) {
  const { id, name, max } = cluster;
  const newest = view.lines[0]!;
  const at = (visit: number | undefined) => view.visits[visit ?? -1]?.clusters[index] ?? null;
  const now = at(newest.at.at(-1));
  const from = at(newest.from?.at);
  const difference = now === null || from === null || newest.at.length < 2 ? null : now - from;
  const lines = view.lines.map((line) => {
    const start = fromBaseline ? at(line.from?.at) : 0;
    const visits = fromBaseline ? sinceReference(line) : line.at;
    return {
      recall: line.recall,
      points: visits.flatMap((visit) => {
        const value = at(visit);
        return value === null || start === null ? [] : [{ at: view.visits[visit]!.at, value: value - start }];
      }),
    };
  });
  const shown = fromBaseline ? (difference === null ? "–" : signed(difference)) : now === null ? "–" : plain(now);
  return (
    <Multiple
      label={`Cluster ${id}, ${name}`}
      title={
        <>
          <b>{id}</b> {name}
        </>
      }
      value={shown}
      of={fromBaseline ? "" : `/${max}`}
      lines={
        <SmallLines
          range={view.range}
          min={fromBaseline ? -max : 0}
          max={max}
          ground={0}
          high={large ? 132 : 40}
          doses={dosesGiven(view)}
          lines={lines}
          dots={large}
        />
      }
    >
      <p>{words(newest, difference)}</p>
    </Multiple>
  );
}

/** No published rule judges the change of one cluster, so it is said and not coloured. */
function words(line: LineView, difference: number | null): string {
  if (difference === null || line.from === null) return `one ${line.name} score`;
  const { since } = line.from;
  if (difference === 0) return `same as ${since}`;
  return `${plain(Math.abs(difference))} ${difference < 0 ? "lower" : "higher"} than ${since}`;
}
