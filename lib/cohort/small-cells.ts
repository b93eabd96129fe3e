/**
 * Small cells: a figure about fewer than five patients may tell who they are, and so it is withheld from researchers. It
 * is not enough to leave it blank, because what is left blank can often be had by subtraction: from a total and the other
 * cells, or from a group and its part. So a neighbour is withheld with it, or both sides of a share, or the whole row.
 * Five is a common limit of public statistics, not a law of nature. What asking twice could tell, of two groups
 * that differ by few, is kept from being asked: research-ask.ts.
 */

/** The least number of patients a figure may be about. */
export const LEAST_CELL = 5;

/** Whether a count is of some patients, but too few. Zero tells of nobody. Example: 0 and 5 are not, 1 and 4 are. */
export function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_CELL;
}

/** Whether a part of a whole, or what is left of it, is small. Example: 3 of 40 and 37 of 40 are; 0, 20 and 40 are not. */
export function isSmallPart(part: number, whole: number): boolean {
  return isSmall(part) || isSmall(whole - part);
}

/**
 * Which cells of a row with a known total to withhold, so that none of the small ones can be worked out. To each small
 * cell come others, the next in order that are not 0, until the sum of the withheld leaves every small one free to be
 * anything from 1 to 4: with m small cells beside one of at least 5, that is a sum of 8 + m. Where the row has not
 * enough, all of it is withheld, and its total must be too. Which neighbour is taken does not depend on its size, from
 * which it could be guessed.
 *
 * Example: of 3, 0, 12, 30 the first and third are withheld (15); of 20, 0, 12 none; of 3, 0, 2 all.
 */
export function cellsToWithhold(cells: readonly number[]): readonly boolean[] {
  const withheld = cells.map(isSmall);
  const small = withheld.filter(Boolean).length;
  if (small === 0) return withheld;
  const start = withheld.indexOf(true);
  const sum = (): number => cells.reduce((total, cell, at) => total + (withheld[at] ? cell : 0), 0);
  const enough = (): boolean => withheld.filter(Boolean).length > small && sum() >= 2 * LEAST_CELL - 2 + small;
  for (let step = 1; step < cells.length && !enough(); step += 1) {
    const at = (start + step) % cells.length;
    if ((cells[at] ?? 0) > 0) withheld[at] = true;
  }
  return enough() ? withheld : cells.map(() => true);
}
