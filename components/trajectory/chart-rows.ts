// The live chart's data, one row per instant: two forms answered together share their detail.
import type { TrajectoryView } from "./view-shape";

export interface Row {
  at: number;
  visits: number[];
  /** Totals by recall; an incomplete form lies at 0 and is not a total. */
  month?: number;
  week?: number;
  day?: number;
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
