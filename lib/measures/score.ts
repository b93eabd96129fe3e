/**
 * The one scorer: sums of ratings and counts of symptoms, for every measure. It takes complete responses
 * only, by type; for the rest there are cluster subtotals, each given only where that cluster is fully
 * answered. It does not prorate, does not grade severity (no official bands exist for the PCL-5) and does not
 * compare two scores: that is lib/change. Sums follow each publisher's plain rule; for the PCL-5: Weathers et
 * al. 2013, National Center for PTSD.
 */
import type { Cluster, Measure } from "./measure";
import type { CompleteResponses, IncompleteResponses } from "./responses";

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
 * Scores complete responses: the total in points within `measure.range`, each cluster's points, and the items
 * endorsed. RangeError if the responses were read for another measure.
 *
 * Example: a PCL-5 with item 1 rated 4, item 6 rated 2 and the rest 0 has total 6, cluster B 4, cluster C 2,
 * and items 1 and 6 endorsed (a rating of 2, "Moderately", or more).
 */
export function score(measure: Measure, responses: CompleteResponses): Score {
  if (responses.measure !== measure.id) {
    throw new RangeError(`Responses to ${responses.measure} cannot be scored as ${measure.id}`);
  }
  const { ratings } = responses;
  const least = measure.endorsedFrom;
  const isEndorsed = (number: number): boolean => least !== null && ratingOf(ratings, number) >= least;
  return {
    measure: measure.id,
    total: ratings.reduce((sum, rating) => sum + rating, 0),
    clusters: measure.clusters.map((cluster) => ({
      ...named(cluster),
      total: cluster.items.reduce((sum, number) => sum + ratingOf(ratings, number), 0),
      endorsed: cluster.items.filter(isEndorsed).length,
    })),
    endorsed: measure.items.map((item) => item.number).filter(isEndorsed),
  };
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
    const answers = cluster.items.map((number) => responses.ratings[number - 1] ?? null);
    const answered = answers.filter((rating) => rating !== null);
    const whole = answered.length === answers.length;
    return { ...named(cluster), total: whole ? answered.reduce((sum, rating) => sum + rating, 0) : null };
  });
}

function named({ id, name, short, max }: Cluster): Pick<Cluster, "id" | "name" | "short" | "max"> {
  return { id, name, short, max };
}

function ratingOf(ratings: readonly number[], number: number): number {
  const rating = ratings[number - 1];
  if (rating === undefined) throw new RangeError(`No rating for item ${number}`);
  return rating;
}
