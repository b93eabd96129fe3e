/**
 * The one scorer: sums of ratings and counts of symptoms, for every measure. By type it takes complete
 * responses, and those completed by a published rule; for the rest there are cluster subtotals, each given
 * only where that cluster is fully answered. It does not guess, does not grade beyond a measure's own bands
 * (measure.ts) and does not compare two scores: that is lib/change. Totals follow each publisher's rule:
 * a plain sum, or for the B-IPF a percentage of the most that could have been reached; where items are
 * missing and a rule allows it (PHQ-9), the sum of those answered in proportion, rounded half up.
 */
import { optionsOf, placeOf, type Cluster, type Measure } from "./measure";
import { isCounted, type CompletedResponses, type CompleteResponses, type IncompleteResponses } from "./responses";

export interface ClusterScore {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly total: number;
  readonly max: number;
  /** How many of the cluster's items are endorsed. */
  readonly endorsed: number;
}

export interface Score {
  readonly measure: string;
  readonly total: number;
  readonly clusters: readonly ClusterScore[];
  /** Numbers of the items rated at or above `endorsedFrom`, ascending. */
  readonly endorsed: readonly number[];
  /** Items a published rule stood in for; 0 where every one was answered. */
  readonly missing: number;
}

/** A cluster of an incomplete form: its subtotal, or null if one of its own items is unanswered. */
export interface ClusterSubtotal {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly total: number | null;
  readonly max: number;
}

/**
 * Scores responses: the total within `measure.range`, each cluster's points, and the items endorsed.
 * RangeError if the responses were read for another measure, or hold nothing that counts.
 *
 * Example: a PCL-5 with item 1 rated 4, item 6 rated 2 and the rest 0 has total 6, cluster B 4, cluster C 2,
 * and items 1 and 6 endorsed (a rating of 2, "Moderately", or more).
 */
export function score(measure: Measure, responses: CompleteResponses | CompletedResponses): Score {
  if (responses.measure !== measure.id) {
    throw new RangeError(`Responses to ${responses.measure} cannot be scored as ${measure.id}`);
  }
  const { ratings } = responses;
  const least = measure.endorsedFrom;
  const at = (number: number): number | null => ratings[placeOf(measure, number)] ?? null;
  const isEndorsed = (number: number): boolean => least !== null && (at(number) ?? -1) >= least;
  const total = totalOf(measure, responses);
  if (total === null) throw new RangeError(`Nothing in these responses to the ${measure.short} counts`);
  return {
    measure: measure.id,
    total,
    clusters: measure.clusters.map((cluster) => ({
      ...named(cluster),
      total: cluster.items.reduce((sum, number) => sum + (at(number) ?? 0), 0),
      endorsed: cluster.items.filter(isEndorsed).length,
    })),
    endorsed: measure.items.map((item) => item.number).filter(isEndorsed),
    missing: responses.state === "completed" ? responses.missing.length : 0,
  };
}

/**
 * Whether complete responses can be scored: not where every item was answered "not applicable". Example: seven
 * times "not applicable" on the B-IPF is a complete form without a total.
 */
export function hasTotal(measure: Measure, responses: CompleteResponses | CompletedResponses): boolean {
  return totalOf(measure, responses) !== null;
}

/**
 * An entered total of a measure whose items are not ours to show. RangeError for one outside the range, or for
 * a measure that is answered item by item. Example: a CAPS-5 of 41 is a score of 41 without clusters.
 */
export function enteredScore(measure: Measure, total: number): Score {
  const { min, max } = measure.range;
  if (measure.entry === "items") throw new RangeError(`The ${measure.short} is scored from its items`);
  if (!Number.isInteger(total) || total < min || total > max) {
    throw new RangeError(`${total} is outside ${min} to ${max}, the range of the ${measure.short}`);
  }
  return { measure: measure.id, total: total + 0, clusters: [], endorsed: [], missing: 0 };
}

/**
 * Subtotals of an incomplete form, in points, null for a cluster with an unanswered item. There is no total,
 * no endorsed count and no verdict for such a form.
 *
 * Example: a PCL-5 with every item rated 1 but item 20 missing gives B 5, C 2, D 7 and E null.
 */
export function clusterSubtotals(
  measure: Measure,
  responses: IncompleteResponses,
): readonly ClusterSubtotal[] {
  return measure.clusters.map((cluster) => {
    const answers = cluster.items.map((number) => responses.ratings[placeOf(measure, number)] ?? null);
    const answered = answers.filter((rating) => rating !== null);
    const whole = answered.length === answers.length;
    return { ...named(cluster), total: whole ? answered.reduce((sum, rating) => sum + rating, 0) : null };
  });
}

function totalOf(measure: Measure, { ratings, state, ...rest }: CompleteResponses | CompletedResponses): number | null {
  const counted = measure.items.filter((item, index) => item.unscored !== true && isCounted(measure, item, ratings[index]));
  const sum = counted.reduce((points, item) => points + (ratings[placeOf(measure, item.number)] ?? 0), 0);
  if (measure.combine === "percent") {
    const most = counted.reduce((points, item) => points + highest(measure, item), 0);
    return most === 0 ? null : halfUp((sum * 100) / most);
  }
  const missing = state === "completed" && "missing" in rest ? rest.missing.length : 0;
  return missing === 0 ? sum : halfUp((sum * (counted.length + missing)) / counted.length);
}

function highest(measure: Measure, item: Measure["items"][number]): number {
  return Math.max(...optionsOf(measure, item).filter((option) => option.uncounted !== true).map((option) => option.value));
}

function halfUp(value: number): number {
  return Math.floor(value + 0.5);
}

function named({ id, name, short, max }: Cluster): Pick<Cluster, "id" | "name" | "short" | "max"> {
  return { id, name, short, max };
}
