/**
 * A share of patients and its interval after Wilson (1927, J Am Stat Assoc 22:209–212): it stays between 0 and 1, and
 * says something even where none or all met the outcome. Without a continuity correction.
 */
import { Z, type Interval } from "./interval";

export interface Proportion {
  readonly met: number;
  readonly of: number;
  /** From 0 to 1; null of none. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

/**
 * So many of so many. RangeError unless both are whole and 0 ≤ met ≤ of. Example (Newcombe 1998, Stat Med 17:857–872,
 * table I): 81 of 263 is .308, .2553 to .3662; 0 of 20 is 0, 0 to .1611.
 */
export function proportion(met: number, of: number): Proportion {
  if (!Number.isInteger(met) || !Number.isInteger(of) || met < 0 || met > of) throw new RangeError(`${met} of ${of} is no share`);
  if (of === 0) return { met, of, share: null, interval: null };
  const square = (Z * Z) / of;
  const share = met / of;
  const middle = (share + square / 2) / (1 + square);
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square);
  return {
    met,
    of,
    share,
    interval: { lower: met === 0 ? 0 : middle - reach, upper: met === of ? 1 : middle + reach },
  };
}
