// How a patient's points lie across the twenty items: one bad and one good form, written as ratings grouped
// by cluster (B C D E). A form with a total between the two lies between them item by item, so the same items
// stay high along a course. Invented, like the patients.

export interface Spread {
  readonly worst: string;
  readonly best: string;
}

export const spreads = {
  /** Memories and reactions lead; sleep is the last to move. */
  memories: { worst: "43343 34 2334343 323323", best: "11122 12 1212222 111112" },
  /** Blame, shame and hard beliefs lead. */
  blame: { worst: "32233 33 2444334 213223", best: "11011 12 1222112 101111" },
  /** On guard, jumpy, sleepless. */
  guard: { worst: "33234 33 1323233 424444", best: "11012 11 0101111 102223" },
  /** Distant, flat, avoiding. */
  distant: { worst: "22233 44 3333444 212333", best: "01111 22 1111222 101112" },
} as const satisfies Record<string, Spread>;

export type SpreadName = keyof typeof spreads;

/** Twenty ratings from twenty digits; spaces only part the clusters. */
export function readAnswers(digits: string): number[] {
  const answers = [...digits.replaceAll(" ", "")].map(Number);
  if (answers.length !== 20 || !answers.every((rating) => rating >= 0 && rating <= 4)) {
    throw new RangeError(`Not twenty ratings from 0 to 4: ${digits}`);
  }
  return answers;
}
