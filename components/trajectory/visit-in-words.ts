// The words for one form that the chart's detail and the table share, so that they cannot differ.
import { listed, signed } from "@/lib/change/signed";
import type { ChangeView, TrajectoryView, Visit } from "./view-shape";

export function changeInWords(change: ChangeView): string {
  return `${signed(change.points)} since ${change.since} (${change.from}): ${change.words}`;
}

export function clustersInWords(view: TrajectoryView, visit: Visit): string {
  return view.measure.clusters.map(({ id }, index) => `${id} ${visit.clusters[index] ?? "–"}`).join(" · ");
}

/** "met", "E not met", "no cluster met". */
export function provisionalInWords({ met, by, not }: NonNullable<Visit["provisional"]>): string {
  if (met) return "met";
  return by.length === 0 ? "no cluster met" : `${not.join(", ")} not met`;
}

/** "17 of 20 answered, items 4, 9 and 16 missing". */
export function missingInWords(view: TrajectoryView, { missing }: Visit): string {
  const of = view.measure.items.length;
  const items = missing.length === 1 ? "item" : "items";
  return `${of - missing.length} of ${of} answered, ${items} ${listed(missing)} missing`;
}

/** "Corrected", "Incomplete", both, or null for a complete form as it was entered. */
export function stateInWords({ corrected, missing }: Visit): string | null {
  if (missing.length === 0) return corrected ? "Corrected" : null;
  return corrected ? "Incomplete, corrected" : "Incomplete";
}
