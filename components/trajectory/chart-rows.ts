// The live chart's data, one row per instant: two forms answered together share their detail.
import type { Recall } from "@/lib/measures/recall";
import type { TrajectoryView } from "./view-shape";

export interface Row extends Partial<Record<Recall, number>> {
  at: number;
  visits: number[];
  /** An incomplete form lies at 0 and is not a total; totals stand by their recall window. */
  open?: number;
}

export function chartRows(view: TrajectoryView): Row[] {
  const made = new Map<number, Row>();
  view.visits.forEach((visit, index) => {
    const row = made.get(visit.at) ?? { at: visit.at, visits: [] };
    row.visits.push(index);
    if (visit.total === null) row.open = 0;
    else row[visit.recall] = visit.total;
    made.set(visit.at, row);
  });
  return [...made.values()];
}
