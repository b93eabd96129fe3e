// A measure as the form needs it: plain data, small enough to be sent with the page. Bands and thresholds stay
// behind: a patient may be looking.
import type { Administration, Measure, Questions } from "@/lib/measures/measure";

export interface FormMeasure extends Questions, Pick<Measure, "entry" | "whyNoItems" | "range" | "safety" | "rights"> {
  /** The printed forms on offer, one for each recall window. */
  forms: readonly Pick<Administration, "recall" | "label" | "instruction" | "stem" | "caution">[];
}

export function formMeasure(measure: Measure): FormMeasure {
  const { id, short, entry, whyNoItems, items, options, skips, missingRule, range, safety, rights } = measure;
  return {
    id, short, entry, whyNoItems, items, options, skips, missingRule, range, safety, rights,
    forms: measure.recalls
      .map(measure.administration)
      .filter((form) => form.offered)
      .map(({ recall, label, instruction, stem, caution }) => ({ recall, label, instruction, stem, caution })),
  };
}
