/**
 * The registry: every measure Courseline can record, one line each. Pages, forms and exports find a measure
 * here by its id, the string that is stored with each assessment.
 */
import type { Measure } from "./measure";
import { pcl5 } from "./pcl-5/definition";

export const measures: readonly Measure[] = [pcl5];

/**
 * The measure with this id, or null. Example: findMeasure("pcl-5") is the PCL-5; findMeasure("pcl-c"), an
 * older checklist for DSM-IV, is null.
 */
export function findMeasure(id: string): Measure | null {
  return measures.find((measure) => measure.id === id) ?? null;
}
