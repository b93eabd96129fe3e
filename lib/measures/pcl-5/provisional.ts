/**
 * Two readings of one PCL-5: the provisional PTSD rule, which mirrors the DSM-5 criteria, and the cut scores.
 * They answer different questions and may disagree; both are screening aids beside a clinical interview (the
 * CAPS-5 is the reference), neither is a diagnosis. The rule stands in the National Center for PTSD's scoring
 * text (as copied by awell-score and CamCOPS, tasks/pcl5.py): an item rated 2 "Moderately" or more is a
 * symptom endorsed; provisional PTSD needs one B, one C, two D and two E. The cut is a range, 31 to 33: lower
 * to screen, higher to limit false positives (systematic review: Forkus et al. 2023, doi 10.1037/cps0000111).
 */
import type { Criterion, Provisional } from "../provisional";
import type { Score } from "../score";

const needed: Readonly<Record<string, number>> = { B: 1, C: 1, D: 2, E: 2 };

/** The ends of the published cut range, in points of the total. */
export const CUT_FROM = 31;
export const CUT_TO = 33;

/**
 * The provisional rule on a PCL-5 score: per cluster the count endorsed, the count needed and whether it is
 * met. RangeError for a score of another measure.
 *
 * Example: items 1, 6, 8, 9, 15 and 16 rated 2 and the rest 0 meet the rule with a total of only 12; a total
 * of 31 reached in clusters D and E alone does not meet it.
 */
export function provisionalPtsd(score: Score): Provisional {
  mustBePcl5(score);
  const criteria = Object.fromEntries(
    score.clusters.map((cluster): [string, Criterion] => {
      const least = needed[cluster.id];
      if (least === undefined) throw new RangeError(`The PCL-5 has no cluster ${cluster.id}`);
      return [cluster.id, { endorsed: cluster.endorsed, needed: least, met: cluster.endorsed >= least }];
    }),
  );
  return { met: Object.values(criteria).every((criterion) => criterion.met), criteria };
}

/**
 * Whether a PCL-5 total reaches each end of the cut range, inclusive. RangeError for a score of another
 * measure. Example: a total of 31 gives { at31: true, at33: false }.
 */
export function atCuts(score: Score): { readonly at31: boolean; readonly at33: boolean } {
  mustBePcl5(score);
  return { at31: score.total >= CUT_FROM, at33: score.total >= CUT_TO };
}

function mustBePcl5(score: Score): void {
  if (score.measure !== "pcl-5") throw new RangeError(`A PCL-5 rule cannot read a score of ${score.measure}`);
}
