/**
 * What is written down of a therapy session besides its date: who came, the homework, which session of the protocol
 * it was, and the distress of an exposure. Distress is the patient's own rating in subjective units (SUDS), from 0,
 * no distress, to 100, the worst imaginable: Wolpe 1969, The Practice of Behavior Therapy. It is a number said aloud
 * and no validated measure (a review of its weaknesses: doi 10.3390/clinpract15070123), so nothing is concluded from
 * it here. How a session is named in the course is session-names.ts; the protocol's own count is the therapist's.
 */
export type Attendance = "attended" | "late" | "left_early" | "not_attended";
export type Homework = "done" | "partly" | "not_done" | "none_set";

export const attendanceWords: Readonly<Record<Attendance, string>> = {
  attended: "Attended",
  late: "Came late",
  left_early: "Left early",
  not_attended: "Did not come",
};

export const homeworkWords: Readonly<Record<Homework, string>> = {
  done: "Done",
  partly: "Partly done",
  not_done: "Not done",
  none_set: "None was set",
};

/** Subjective units of distress, both ends included (Wolpe 1969). */
export const SUDS = { min: 0, max: 100 } as const;

/** The numbers a session of a protocol may carry: ours, far beyond the 15 of any protocol here. */
export const PROTOCOL_SESSION = { min: 1, max: 60 } as const;

/** Ratings of one exposure; null where it was not asked, which is not 0. */
export interface Distress {
  readonly before: number | null;
  readonly peak: number | null;
  readonly end: number | null;
}

/**
 * What about these ratings asks for a second look, in a sentence, or null. A peak is the highest point of the exposure,
 * so one below the rating before or at the end was probably typed into the wrong field; it is asked about and not
 * refused. Example: { before: 60, peak: 40, end: 30 } asks, { before: 0, peak: 0, end: 0 } does not.
 */
export function distressQuestion({ before, peak, end }: Distress): string | null {
  const above = [before, end].filter((rating) => rating !== null).some((rating) => peak !== null && rating > peak);
  return above ? `The peak, ${peak}, is below the distress before or at the end. The peak is the highest point of the exposure.` : null;
}

/** Distress in a few words. Example: { before: 40, peak: 80, end: 0 } is "40, peak 80, 0"; nothing asked is null. */
export function distressWords({ before, peak, end }: Distress): string | null {
  if (before === null && peak === null && end === null) return null;
  const word = (rating: number | null) => (rating === null ? "–" : String(rating));
  return `${word(before)}, peak ${word(peak)}, ${word(end)}`;
}

/**
 * The protocol session that comes next, as a suggestion: one after the last that carries a number, and one more for each
 * session attended since without one. `before` are the earlier attended sessions in order of time. Example: after
 * sessions numbered 2 and 3 and one without a number it is 5; with no session before it is 1.
 */
export function nextProtocolSession(before: readonly { readonly protocolSession: number | null }[]): number {
  const last = before.findLastIndex(({ protocolSession }) => protocolSession !== null);
  return (before[last]?.protocolSession ?? 0) + (before.length - last);
}
