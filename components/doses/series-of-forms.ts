// The scored forms as series, one for each measure and recall window, and the incomplete ones apart. The textbook reads
// every form again, so that this page and the chart say the same totals.
import { findMeasure, measures } from "@/lib/measures/measures";
import type { Measure } from "@/lib/measures/measure";
import { RECALLS, type Recall } from "@/lib/measures/recall";
import { readRecorded } from "@/lib/measures/recorded";
import type { TotalForm } from "@/lib/course/windows-table";

export interface FormRead {
  id: string;
  measure: string;
  recall: Recall;
  at: Date;
  enteredAt: Date;
  ratings: readonly (number | null)[];
  total: number | null;
}

export interface FormSeries {
  /** "pcl-5 week": names it in an address. */
  key: string;
  measure: Measure;
  recall: Recall;
  forms: TotalForm[];
}

export interface FormsRead {
  scored: TotalForm[];
  incomplete: { measure: string; recall: Recall; at: Date }[];
}

export function readForms(forms: readonly FormRead[]): FormsRead {
  const read: FormsRead = { scored: [], incomplete: [] };
  for (const { id, measure: measureId, recall, at, enteredAt, ratings, total } of forms) {
    const measure = findMeasure(measureId);
    if (measure === null) continue;
    const recorded = readRecorded(measure, { ratings, total });
    if (recorded.state === "scored") read.scored.push({ id, measure: measureId, recall, at, enteredAt, total: recorded.score.total });
    if (recorded.state === "incomplete") read.incomplete.push({ measure: measureId, recall, at });
  }
  return read;
}

/** In the registry's order, the longest recall window first. A result that only orders, and what is asked of this moment alone, has no change to draw. */
export function seriesOfForms(scored: readonly TotalForm[]): FormSeries[] {
  return measures
    .filter(({ entry }) => entry !== "result")
    .flatMap((measure) =>
      RECALLS.filter((recall) => recall !== "moment").map((recall) => ({
        key: `${measure.id} ${recall}`,
        measure,
        recall,
        forms: scored.filter((form) => form.measure === measure.id && form.recall === recall),
      })),
    )
    .filter(({ forms }) => forms.length > 0);
}

/** The series that is asked for, else the first measure's with the most scores. */
export function chosenSeries(all: readonly FormSeries[], asked: string | undefined): FormSeries | null {
  const found = all.find(({ key }) => key === asked);
  if (found !== undefined) return found;
  const first = all.filter(({ measure }) => measure.id === all[0]?.measure.id);
  return first.toSorted((a, b) => b.forms.length - a.forms.length)[0] ?? null;
}
