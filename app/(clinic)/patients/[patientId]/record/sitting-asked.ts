// What an address asks to record, checked: measures known here and switched on in this clinic, forms by their ids.
import { notFound } from "next/navigation";
import { listed } from "@/components/measures/sitting";
import { findMeasure } from "@/lib/measures/measures";
import { isUuid } from "../../uuid";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export interface SittingAsked {
  measures: string[];
  /** The one to show; null where the sitting decides. */
  measure: string | null;
  session: string | undefined;
}

/** Without any measure it is the PCL-5. Anything unknown, or not `on` (switched on, or begun before), is not here. */
export function sittingAsked(asked: Awaited<SearchParams>, on: readonly string[]): SittingAsked {
  const [measure = null, ...others] = listed(asked.measure);
  const sitting = listed(asked.sitting);
  const measures = sitting.length > 0 ? sitting : [measure ?? "pcl-5"];
  const known = (id: string) => findMeasure(id) !== null && on.includes(id);
  if (others.length > 0 || !measures.every(known) || (measure !== null && !measures.includes(measure))) notFound();
  return { measures, measure: sitting.length > 0 ? measure : (measures[0] ?? null), session: listed(asked.session)[0] };
}

/** The forms saved in this sitting, by their ids. */
export function savedAsked({ saved }: Awaited<SearchParams>): string[] {
  return listed(saved).filter(isUuid);
}
