import { findMeasure } from "@/lib/measures/measures";
import type { CadssForm } from "./reading-form";

/** Which totals of the CADSS may go with a reading: those of the measures the clinic records. */
export function cadssForms(recorded: readonly string[]): CadssForm[] {
  return (["cadss", "cadss-6"] as const).flatMap((id) => {
    const measure = findMeasure(id);
    return measure && recorded.includes(id) ? [{ id, short: measure.short, max: measure.range.max }] : [];
  });
}
