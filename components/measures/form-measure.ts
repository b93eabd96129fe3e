// A measure as the form needs it: plain data, small enough to be sent with the page.
import type { Measure, Option } from "@/lib/measures/measure";
import type { Recall } from "@/lib/measures/recall";

export interface FormMeasure {
  id: string;
  short: string;
  options: readonly Option[];
  items: readonly FormItem[];
  /** The printed forms on offer, one for each recall window. */
  forms: readonly { recall: Recall; label: string; instruction: string; stem: string }[];
}

export interface FormItem {
  number: number;
  text: string;
  label: string;
  options?: readonly Option[];
}

export function formMeasure(measure: Measure): FormMeasure {
  return {
    id: measure.id,
    short: measure.short,
    options: measure.options,
    items: measure.items.map(({ number, text, label, options }) => ({
      number,
      text,
      label,
      ...(options && { options }),
    })),
    forms: measure.recalls
      .map(measure.administration)
      .filter((form) => form.offered)
      .map(({ recall, label, instruction, stem }) => ({ recall, label, instruction, stem })),
  };
}

export function optionsFor(measure: FormMeasure, item: FormItem): readonly Option[] {
  return item.options ?? measure.options;
}
