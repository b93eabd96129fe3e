/**
 * Calendar days and small numbers in words, for the sentences of this folder. English only; a translation replaces
 * the words as a whole.
 */
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar day in full. Example: dated("2026-11-23") is "23 Nov 2026". */
export function dated(day: string): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`;
}

/** A calendar day without its year. Example: shortDay("2026-12-02") is "2 Dec". */
export function shortDay(day: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 0) - 1]}`;
}

/**
 * A stretch of days, the year once. Example: daysWords("2026-11-28", "2026-12-04") is "28 Nov and 4 Dec 2026", to
 * follow "between".
 */
export function daysWords(from: string, until: string): string {
  return `${from.slice(0, 4) === until.slice(0, 4) ? shortDay(from) : dated(from)} and ${dated(until)}`;
}

/** A change in points with its sign, a true minus. Example: signedPoints(-3) is "−3", signedPoints(0) is "0". */
export function signedPoints(change: number): string {
  return change === 0 ? "0" : `${change < 0 ? "−" : "+"}${Math.abs(change)}`;
}
