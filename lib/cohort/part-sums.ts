/**
 * Items and clusters of many scores, added up at once: their values and squares stand side by side in one long number, so
 * far apart that sums do not touch, and the sum of such numbers is all sums in one. Who has which values is told by a
 * number of its own, a bit for each part; scores are added up among those that have the same. Items come first, then
 * clusters, each in the measure's order.
 */

/** Of one item or cluster. */
export interface PartSums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

export interface Packed {
  /** Which parts have a value, a bit for each. */
  readonly answered: number;
  /** Decimal digits. */
  readonly parts: string;
}

/** Decimal digits of one sum: room for a thousand million squares of values up to 31. */
const DIGITS = 12;
const MOST = 999;
/** A double tells 53 bits apart. */
const MOST_PARTS = 53;

/**
 * The values of one score, null where there is none. RangeError for a value that is not whole, is below 0 or above 999, and
 * for more than 53 parts. Example: of 2, none and 3 the bits are 5, and the digits 9 and 3 stand before 0, 0, 4 and 2.
 */
export function packParts(values: readonly (number | null)[]): Packed {
  if (values.length > MOST_PARTS) throw new RangeError(`At most ${MOST_PARTS} parts are told apart`);
  if (values.some((value) => value !== null && !(Number.isInteger(value) && value >= 0 && value <= MOST))) throw new RangeError("Only small whole numbers are packed");
  const digits = values.flatMap((value) => [value ?? 0, (value ?? 0) ** 2]).toReversed().map((value) => String(value).padStart(DIGITS, "0"));
  const answered = values.reduce<number>((bits, value, place) => bits + (value === null ? 0 : 2 ** place), 0);
  return { answered, parts: digits.join("").replace(/^0+(?=\d)/, "") || "0" };
}

/** The sums of `n` scores with the same bits. Example: of the example above, taken twice, they are 2, 4, 8; 0, 0, 0; and 2, 6, 18. */
export function unpackParts(n: number, { answered, parts }: Packed, howMany: number): readonly PartSums[] {
  const digits = parts.padStart(2 * howMany * DIGITS, "0");
  const at = (place: number): number => Number(digits.slice(digits.length - (place + 1) * DIGITS, digits.length - place * DIGITS));
  return Array.from({ length: howMany }, (_, place) => {
    const has = Math.floor(answered / 2 ** place) % 2 === 1;
    return has ? { n, sum: at(2 * place), squares: at(2 * place + 1) } : { n: 0, sum: 0, squares: 0 };
  });
}

/** Scores of one course side by side in turn, each of so many parts. */
export function joinParts(packed: readonly string[], howMany: number): string {
  return packed.map((parts) => parts.padStart(2 * howMany * DIGITS, "0")).toReversed().join("").replace(/^0+(?=\d)/, "") || "0";
}

/** The sums of each again. Example: of two scores of one part, joined, the digits of the second stand before 24 of the first. */
export function partParts(joined: string, scores: number, howMany: number): readonly string[] {
  const width = 2 * howMany * DIGITS;
  const digits = joined.padStart(scores * width, "0");
  return Array.from({ length: scores }, (_, at) => digits.slice(digits.length - (at + 1) * width, digits.length - at * width) || "0");
}

/** Part by part. Example: { n: 2, sum: 4, squares: 8 } and { n: 1, sum: 1, squares: 1 } are { n: 3, sum: 5, squares: 9 }. */
export function addParts(a: readonly PartSums[], b: readonly PartSums[]): readonly PartSums[] {
  return a.map(({ n, sum, squares }, place) => {
    const other = b[place] ?? { n: 0, sum: 0, squares: 0 };
    return { n: n + other.n, sum: sum + other.sum, squares: squares + other.squares };
  });
}
