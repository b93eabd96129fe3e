// The quick way for the commonest row: no quotes, every item answered by one plain digit it offers, nothing skipped,
// a total that is a sum. It gives the added cells as text, or null for a row that must go the long way by
// readRecorded; a test holds the two against each other. A million forms pass here, so it allocates next to nothing.
import { optionsOf, type Measure } from "../../lib/measures/measure";
import type { ClusterScore } from "../../lib/measures/score";
import { cellsOfTotal } from "./added";
import type { Layout } from "./layout";

const COMMA = 44;
const ZERO = 48;
const NINE = 57;

export type PlainRow = (text: string, start: number, end: number) => string | null;

export function plainRow(measure: Measure, { placeOf, absent }: Layout): PlainRow {
  const columns = placeOf.length;
  const never: PlainRow = () => null;
  if (measure.combine !== "sum") return never;
  const { items, clusters, endorsedFrom, provisional } = measure;
  const offered = items.map((item) => Array.from({ length: 10 }, (__, digit) => optionsOf(measure, item).some(({ value }) => value === digit)));
  const weight = items.map(({ unscored }) => (unscored === true ? 0 : 1));
  const clusterOf = items.map(({ cluster }) => clusters.findIndex(({ id }) => id === cluster));
  const ruledOut = items.map((item) => measure.skips.find((skip) => skip.item === item.number)?.answer ?? -1);
  const needed = items.filter((__, place) => !absent.some((each) => each.place === place)).length;
  const least = endorsedFrom ?? Number.POSITIVE_INFINITY;
  const points = clusters.map(() => 0);
  const endorsed = clusters.map(() => 0);
  const ends = Array.from({ length: measure.range.max + 1 }, (__, total) => `${cellsOfTotal(measure, total).map((cell) => `,${cell}`).join("")},,`);
  const readings = new Map<number, string>();

  /** A provisional rule looks at the endorsed counts of the clusters: each pattern of them is read once. */
  function reading(total: number): string {
    if (provisional === null) return "";
    let pattern = 0;
    for (let at = 0; at < clusters.length; at += 1) pattern = pattern * 32 + endorsed[at]!;
    const known = readings.get(pattern);
    if (known !== undefined) return known;
    const own = clusters.map(({ id, name, short, max }, at): ClusterScore => ({ id, name, short, max, total: points[at]!, endorsed: endorsed[at]! }));
    const read = `,${provisional({ measure: measure.id, total, clusters: own, endorsed: [], missing: 0 }).met}`;
    readings.set(pattern, read);
    return read;
  }

  return (text, start, end) => {
    points.fill(0);
    endorsed.fill(0);
    let total = 0;
    let answered = 0;
    let column = 0;
    let at = start;
    for (;;) {
      const place = column < columns ? placeOf[column]! : -1;
      if (place < 0) {
        while (at < end && text.charCodeAt(at) !== COMMA) at += 1;
      } else {
        const code = at < end ? text.charCodeAt(at) : 0;
        if (code < ZERO || code > NINE) return null;
        const rating = code - ZERO;
        if (!offered[place]![rating] || ruledOut[place] === rating) return null;
        at += 1;
        if (at < end && text.charCodeAt(at) !== COMMA) return null;
        answered += 1;
        const counts = rating * weight[place]!;
        total += counts;
        const cluster = clusterOf[place]!;
        if (cluster >= 0) {
          points[cluster]! += counts;
          if (rating >= least) endorsed[cluster]! += 1;
        }
      }
      column += 1;
      if (at >= end) break;
      at += 1;
    }
    if (column !== columns || answered !== needed) return null;
    let cells = `,complete,${total}`;
    for (let cluster = 0; cluster < points.length; cluster += 1) cells += `,${points[cluster]}`;
    if (endorsedFrom !== null) for (let cluster = 0; cluster < endorsed.length; cluster += 1) cells += `,${endorsed[cluster]}`;
    return cells + reading(total) + ends[total]!;
  };
}
