// Published data and results of the R package suddengains (MIT licence, © 2021 suddengains authors): the data set
// `sgdata`, BDI at sessions 1 to 12 of 43 invented patients, and what create_bysg() prints for it, as on the package's
// tutorial page of 25 February 2023 (github.com/milanwiedemann/suddengains, articles/suddengains-tutorial.html).

/** bdi_s1 to bdi_s12, one row a session, one column a patient, ids 1 to 43; null is missing. */
const sessions: readonly (readonly (number | null)[])[] = [
  [35,26,35,31,39,37,37,41,35,35,40,38,34,39,28,25,41,null,32,35,37,35,35,30,29,26,35,33,24,25,42,40,30,28,36,40,31,37,35,30,40,50,49],
  [37,null,38,30,37,null,null,37,34,35,null,38,33,37,19,null,37,38,30,24,36,20,33,25,27,26,34,27,23,26,36,34,28,22,19,39,26,35,34,31,41,45,47],
  [34,26,35,32,36,23,23,null,32,25,36,31,36,23,23,null,null,35,29,24,33,19,33,20,25,24,33,23,21,24,30,34,27,17,13,36,22,33,33,23,39,40,45],
  [23,null,37,22,26,null,21,null,23,25,37,23,23,null,12,null,null,24,28,22,33,21,32,15,25,24,29,null,21,24,26,30,27,12,11,34,17,32,24,22,30,38,37],
  [24,27,36,22,26,23,null,null,24,17,36,21,25,23,13,null,null,null,26,22,31,24,null,10,21,23,null,22,19,21,20,24,25,13,12,32,19,29,25,21,29,39,35],
  [21,17,37,20,23,21,21,null,22,17,37,22,23,21,null,null,null,22,23,21,29,25,25,5,22,20,null,19,16,19,14,24,24,11,11,28,18,27,22,10,26,15,21],
  [29,19,null,21,21,null,null,null,21,16,null,24,19,null,13,null,null,17,19,18,27,20,21,3,18,19,26,18,13,18,12,21,22,8,4,28,17,24,20,12,15,13,19],
  [17,11,35,19,19,null,null,null,17,16,34,25,18,null,null,null,null,16,21,16,27,16,21,1,19,16,23,14,14,17,13,18,20,20,22,null,14,22,16,11,12,10,5],
  [11,10,26,24,6,19,null,null,14,11,26,30,10,21,null,null,null,null,20,16,25,16,22,2,17,15,21,12,12,17,15,17,18,22,22,null,14,22,14,1,11,1,7],
  [11,3,24,33,7,null,null,null,10,9,25,31,9,null,null,null,null,9,20,14,25,13,23,3,14,15,20,13,10,15,12,18,20,18,18,null,13,20,12,2,3,2,8],
  [10,null,null,30,8,16,null,null,13,7,null,null,8,16,null,null,null,11,19,13,24,11,22,2,13,14,19,12,9,14,11,17,19,17,7,null,12,19,8,3,2,3,8],
  [7,7,19,28,8,13,20,null,11,8,19,25,9,14,22,20,null,13,12,12,23,10,21,1,14,13,23,11,4,6,10,16,12,20,20,20,11,18,9,8,0,3,8],
];

/** Scores by patient id. */
export const patients: ReadonlyMap<number, readonly (number | null)[]> = new Map(
  (sessions[0] ?? []).map((_, column) => [column + 1, sessions.map((row) => row[column] ?? null)]),
);

/** create_bysg(identify = "sg", sg_crit1_cutoff = 7): id, pregain session, magnitude, reversal value. */
export const gains: readonly (readonly [id: number, n: number, points: number, beyond: number])[] = [
  [1, 3, 11, 28.5], [1, 7, 12, 23], [3, 8, 9, 30.5], [4, 3, 10, 27], [5, 3, 10, 31], [5, 8, 13, 12.5], [9, 3, 9, 27.5],
  [10, 2, 10, 30], [10, 4, 8, 21], [12, 3, 8, 27], [13, 3, 13, 29.5], [13, 8, 8, 14], [14, 2, 14, 30], [18, 3, 11, 29.5],
  [39, 3, 9, 28.5], [40, 2, 8, 27], [40, 5, 11, 15.5], [40, 8, 10, 6], [41, 6, 11, 20.5], [41, 9, 8, 7], [42, 5, 24, 27],
  [42, 8, 9, 5.5], [43, 5, 14, 28], [43, 7, 14, 12],
];

/** Those of `gains` whose sg_reversal is 1. */
export const reversed: readonly string[] = ["1/3", "4/3", "12/3", "40/8"];

/** create_bysg(identify = "sl", sg_crit1_cutoff = -7): the same of losses, with sg_reversal. */
export const losses: readonly (readonly [id: number, n: number, points: number, beyond: number, reversed: boolean])[] = [
  [4, 9, 9, 28.5, true], [34, 7, 12, 14, false], [35, 7, 18, 13, true],
];

/** count_intervals() on the patients with enough data: intervals that could be tested. */
export const TESTABLE = 298;
