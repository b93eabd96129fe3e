// The heat-map's columns: the visits of each recall window, and what their ratings are counted from.
import { RECALLS, type Recall } from "@/lib/measures/recall";
import { sinceReference } from "./since-reference";
import type { TrajectoryView, Visit } from "./view-shape";

export interface HeatColumn {
  visit: Visit;
  /** The first of its group, but not of the map. */
  starts: boolean;
  /** The ratings its own are counted from; null where the ratings themselves are shown. */
  from: Visit | null;
  /** The form the others are counted from. */
  base: boolean;
}

export interface HeatGroup {
  recall: Recall;
  columns: HeatColumn[];
}

/** Counted from the reference, what came before it is left out, and so is a recall window without a score. */
export function heatGroups(view: TrajectoryView, fromBaseline: boolean): HeatGroup[] {
  const groups = RECALLS.map((recall) => ({ recall, visits: view.visits.filter((visit) => visit.recall === recall) }))
    .map(({ recall, visits }) => {
      if (!fromBaseline) return { recall, columns: visits.map((visit) => ({ visit, from: null, base: false })) };
      const line = view.lines.find((each) => each.recall === recall);
      const base = line?.from == null ? undefined : view.visits[line.from.at];
      const counted = line === undefined ? [] : sinceReference(line).map((at) => view.visits[at]!);
      const columns = counted.map((visit) => ({
        visit,
        from: visit === base ? null : (base ?? null),
        base: visit === base,
      }));
      return { recall, columns };
    })
    .filter(({ columns }) => columns.length > 0);
  return groups.map(({ recall, columns }, group) => ({
    recall,
    columns: columns.map((column, index) => ({ ...column, starts: group > 0 && index === 0 })),
  }));
}
