// The words for one form that the chart's detail and the table share, so that they cannot differ.
import { counted, listed, signed } from "@/lib/change/signed";
import { capital } from "@/lib/change/wording";
import type { ChangeView, TrackView, Visit } from "./view-shape";

export function changeInWords(change: ChangeView): string {
  return `${signed(change.points)} since ${change.since} (${change.from}): ${change.words}`;
}

export function clustersInWords(view: TrackView, visit: Visit): string {
  return view.measure.clusters.map(({ id }, index) => `${id} ${visit.clusters[index] ?? "–"}`).join(" · ");
}

/** "met", "E not met", "no cluster met". */
export function provisionalInWords({ met, by, not }: NonNullable<Visit["provisional"]>): string {
  if (met) return "met";
  return by.length === 0 ? "no cluster met" : `${not.join(", ")} not met`;
}

/** "17 of 20 answered, items 4, 9 and 16 missing". */
export function missingInWords(view: TrackView, { missing }: Visit): string {
  const of = view.measure.asked;
  const items = missing.length === 1 ? "item" : "items";
  return `${of - missing.length} of ${of} answered, ${items} ${listed(missing)} missing`;
}

/** "Incomplete, corrected", "2 items by the published rule", or null for a full form as it was entered. */
export function stateInWords({ corrected, missing, proRated }: Visit): string | null {
  const open = missing.length > 0 ? "incomplete" : null;
  const stoodIn = proRated > 0 ? `${counted(proRated, "item")} by the missing-item rule` : null;
  const words = [open, stoodIn, corrected ? "corrected" : null].filter((part) => part !== null);
  return words.length === 0 ? null : capital(words.join(", "));
}

/** "6 of 7 days of this window lie before the dose": a form that looks back past it. */
export function overlapInWords(overlap: string): string {
  return `${overlap} of this window lie before the dose`;
}
