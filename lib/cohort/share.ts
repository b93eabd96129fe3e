/**
 * What one course adds to the sums of a group, of one measure and recall window: its kinds (kinds.ts), each with the numbers
 * that are added up for it, where it has any. Written when a form is saved; nothing in it depends on the day or the question.
 */
import { WINDOWS } from "../course/windows-table";
import type { AssessmentWindow } from "../course/windows";
import { packKind } from "./kinds";
import { joinParts, packParts } from "./part-sums";
import type { CohortRow, DoseGiven } from "./row";
import type { TestedStep } from "./sudden";
import type { Series } from "./series";
import { packNumbers } from "./side-by-side";
import { GAPS, gapsOf, OVER_FROM, OVERS } from "./standing";

export interface Share {
  /** Which windows have a score, and which had opened when the course ended (standing.ts). */
  readonly gaps: number;
  /** How it stands once all windows are over, then those with something to add up, then the rest. */
  readonly kinds: readonly string[];
  /** In the same places. */
  readonly sums: readonly (string | null)[];
}

const WEEKS = 32;

interface Given {
  readonly series: Series;
  readonly course: Pick<CohortRow, "status" | "endDay"> & { readonly doses: readonly Omit<DoseGiven, "localDay">[] };
  /** Items, then clusters, of the form in a window that has a score. */
  readonly partsIn: (window: AssessmentWindow) => readonly (number | null)[];
}

/** Example: 60 at the baseline and 40 in week 1, without items: a line, the forms of two windows, and { is: "scored", window: 2, from: 60, to: 40 }. */
export function shareOf({ series, course, partsIn }: Given): Share {
  const { totals, line, steps } = series;
  const from = totals[0] ?? 0;
  const filled = WINDOWS.flatMap((window, place) => (totals[place] == null ? [] : [{ place, values: partsIn(window), ...packParts(partsIn(window)) }]));
  const forms = [...new Set(filled.map(({ answered }) => answered))].map((answered) => {
    const own = filled.filter((form) => form.answered === answered);
    const kind = packKind({ is: "forms", windows: own.reduce((bits, { place }) => bits + 2 ** place, 0), answered });
    return { kind, sum: joinParts(own.map(({ parts }) => parts), own[0]?.values.length ?? 0) };
  });
  const gaps = gapsOf((window) => totals[WINDOWS.indexOf(window)] != null, course);
  const [y, dy] = [BigInt(line.y), BigInt(line.dy)];
  return {
    gaps,
    kinds: [
      packKind({ is: "standing", standing: (from * GAPS + gaps) * OVERS + OVER_FROM.length }),
      packKind({ is: "line", n: line.n, d: line.d, dd: line.dd }),
      ...forms.map(({ kind }) => kind),
      ...totals.flatMap((to, window) => (window === 0 || to === null ? [] : [packKind({ is: "scored", window, from, to })])),
      ...stepsOf(steps).map((some, at) => packKind({ is: "steps", ...some, steepest: at === 0 })),
      ...course.doses.map(({ givenMg: mg, peakDissociation: dissociation, events, serious }, at) => packKind({ is: "dose", number: at + 1, mg, dissociation, events, serious })),
    ],
    sums: [null, packNumbers([y, dy, BigInt(line.yy), y * y, y * dy, dy * dy]), ...forms.map(({ sum }) => sum)],
  };
}

/** Weeks of one change together, the first change first, as many as there are bits. Example: 0 in weeks 1, 2 and 40 is of two kinds. */
function stepsOf(steps: readonly TestedStep[]): readonly { first: number; weeks: number; change: number; undone: boolean }[] {
  const found = new Map<string, { first: number; weeks: number; change: number; undone: boolean }>();
  for (const { week, change, undone } of steps) {
    const first = WEEKS * Math.floor(week / WEEKS);
    const key = `${change} ${undone} ${first}`;
    const so = found.get(key) ?? { first, weeks: 0, change, undone };
    found.set(key, { ...so, weeks: so.weeks + 2 ** (week - first) });
  }
  return [...found.values()];
}
