// Answers that the server does not have yet lie on the device, encrypted, until it has them: a tab that dies without a connection
// loses none. They are one person's, of one patient's form, and gone at signing out (components/dosing/device-draft.ts).
import { readDraft, writeDraft, type DraftOwner } from "@/components/dosing/device-draft";
import { sameAnswers, type Answers } from "./answers";

export interface Left {
  /** Of the form they belong to: under it they may have reached the server after all. */
  id: string;
  answers: Answers & { step: number };
  /** Of a correction: what it was begun over, and why. */
  correction?: { revision: number; reason: string };
}

/** What was left, of whose form, as the page now opens it. */
export interface Opened {
  assessmentId: string;
  initial: Answers & { step: number };
}

export async function readLeft(owner: DraftOwner, name: string): Promise<Left | null> {
  return (await readDraft<Left>(owner, name))?.values ?? null;
}

export function keepLeft(owner: DraftOwner, name: string, left: Left | null): void {
  void writeDraft(owner, name, left && { values: left, at: Date.now() });
}

/**
 * What a page goes on with; null where the server has all of it. What was left under this form's id counts where it is newer. Under
 * another id it goes on under that id, so that what reached the server is not stored twice; where another form was begun since,
 * it fills what that one leaves open.
 */
export function takenUp({ assessmentId, initial }: Opened, left: Left): Left | null {
  if (left.correction) return left.id === assessmentId ? left : null;
  if (left.id === assessmentId) return left.answers.step > initial.step && !sameAnswers(initial, left.answers) ? left : null;
  if (initial.step === 0) return left;
  const ratings = initial.ratings.map((rating, index) => rating ?? left.answers.ratings[index] ?? null);
  const answers = { ...initial, ratings, total: initial.total ?? left.answers.total };
  return sameAnswers(initial, answers) ? null : { id: assessmentId, answers };
}
