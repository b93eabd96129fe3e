/**
 * The shape of a provisional diagnostic reading: which criteria of a published screening rule are met, each
 * with its count, so that a page can say why and not only whether. It is a screening result for a clinician
 * to weigh; it is never a diagnosis. The rules themselves stand in the measures' folders.
 */
export interface Criterion {
  /** Items endorsed, 0 or more. */
  readonly endorsed: number;
  /** Items the rule asks for, 1 or more. */
  readonly needed: number;
  readonly met: boolean;
}

export interface Provisional {
  /** True only if every criterion is met. */
  readonly met: boolean;
  /** By cluster id, in the measure's order. */
  readonly criteria: Readonly<Record<string, Criterion>>;
}
