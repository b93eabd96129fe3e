/**
 * Something about a dosing session that should not pass in silence: a sentence to show beside the field, and
 * whether a clinician may go on with a reason. What is impossible (a stop before the start, a weight of zero) is
 * mended, never overridden; what is merely unusual is a clinician's to decide. The id names the question, and the
 * reason is kept under it.
 */
export interface Problem<Id extends string = string> {
  readonly id: Id;
  /** One sentence, plain and complete. */
  readonly words: string;
  /** Whether a reason lets it stand. */
  readonly overridable: boolean;
}
