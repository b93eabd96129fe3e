// The words for one form that the chart's detail and the table share, so that they cannot differ.
import { signed } from "@/lib/change/signed";
import type { ChangeView, TrajectoryView, Visit } from "./view-shape";

export function changeInWords(change: ChangeView): string {
  return `${signed(change.points)} since ${change.since} (${change.from}): ${change.words}`;
}

export function clustersInWords(view: TrajectoryView, visit: Visit): string {
  return view.measure.clusters.map(({ id }, index) => `${id} ${visit.clusters[index] ?? "–"}`).join(" · ");
}

/** "met", or "not met (B, C and D met, E not)". */
export function provisionalInWords({ met, by, not }: NonNullable<Visit["provisional"]>): string {
  if (met) return "met";
  return by.length === 0 ? "not met" : `not met: ${by.join(", ")} met, ${not.join(", ")} not`;
}

/** Incomplete with the missing items named, or corrected, or null for a form as it was entered. */
export function stateInWords(view: TrajectoryView, visit: Visit): string | null {
  const corrected = visit.corrected ? "Corrected" : null;
  if (visit.missing.length === 0) return corrected;
  const answered = view.measure.items.length - visit.missing.length;
  const items = visit.missing.length === 1 ? "item" : "items";
  const incomplete = `${answered} of ${view.measure.items.length} answered, ${items} ${visit.missing.join(", ")} missing`;
  return corrected === null ? incomplete : `${corrected}; ${incomplete}`;
}
