/**
 * A thing due in words, as the caseload and the chart name it: the window with the measures it still lacks. Words
 * only; what is due is due.ts.
 */
import { findMeasure } from "../measures/measures";

/**
 * Example: { what: "Week 4", measures: ["pcl-5"] } is "Week 4: PCL-5"; a session, which has no measures, is its
 * own name, "Dose 3 not marked".
 */
export function dueName({ what, measures }: { readonly what: string; readonly measures: readonly string[] }): string {
  return measures.length === 0 ? what : `${what}: ${measureNames(measures)}`;
}

/** Measures by their short names, in the order given. Example: measureNames(["pcl-5"]) is "PCL-5". */
export function measureNames(measures: readonly string[]): string {
  return measures.map((id) => findMeasure(id)?.short ?? id).join(", ");
}
