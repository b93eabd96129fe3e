// Answers that the server does not have yet lie on the device, encrypted, until it has them: a tab that dies without a connection
// loses none. They are one person's, of one patient's form, and gone at signing out (components/begun/device-draft.ts). A correction
// has no draft of its own: it is a form begun like any other.
import { readBegun, writeBegun } from "@/components/begun/begun-forms";
import { readDraft, writeDraft } from "@/components/begun/device-draft";
import { sameAnswers, type Answers } from "./answers";
import type { Keeper } from "@/components/begun/keeper";

/** What the server does not have, as it is written down. */
export interface Unsent {
  /** Of the form they belong to: under it they may have reached the server after all. */
  id: string;
  answers: Answers & { step: number };
  /** The server has it, and a page that was read before that does not show it. */
  had?: boolean;
  /** Of a correction: what it was begun over, and why. */
  correction?: { revision: number; reason: string };
}

export interface Left extends Unsent {
  /** When it was written, in milliseconds. */
  at: number;
}

export interface LeftForm {
  name: string;
  corrects: boolean;
}

/** What was left, of whose form, as the page now opens it. */
export interface Opened {
  assessmentId: string;
  initial: Answers & { step: number };
}

export async function readLeft(owner: Keeper, { name, corrects }: LeftForm): Promise<Left | null> {
  const draft = await (corrects ? readBegun : readDraft)<Unsent>(owner, name);
  return draft && { ...draft.values, at: draft.at };
}

/** False: it would not outlive the page. */
export function keepLeft(owner: Keeper, { name, corrects }: LeftForm, unsent: Unsent | null): boolean {
  const left = unsent && { values: unsent, at: Date.now() };
  if (!corrects) return writeDraft(owner, name, left);
  writeBegun(owner, name, left); // on the server within half a second, and the frame of the page says where it is not
  return true;
}

/**
 * What a page goes on with; null where the server has all of it. What was left under this form's id counts where it is newer. Under
 * another id it goes on under that id, so that what reached the server is not stored twice. Where another form was begun since, or
 * what an earlier page sent as it closed arrived after all, it fills what that leaves open: nothing that was typed goes.
 */
export function takenUp({ assessmentId, initial }: Opened, left: Left, now = Date.now()): Left | null {
  if (left.had && now - left.at > passingMs) return null;
  if (left.correction) return left.id === assessmentId ? left : null;
  const isSame = left.id === assessmentId;
  if (isSame && left.answers.step > initial.step) return sameAnswers(initial, left.answers) ? null : left;
  if (!isSame && initial.step === 0) return left;
  if (left.had) return null;
  const ratings = initial.ratings.map((rating, index) => rating ?? left.answers.ratings[index] ?? null);
  const answers = { ...initial, ratings, total: initial.total ?? left.answers.total };
  return sameAnswers(initial, answers) ? null : { id: assessmentId, answers, at: left.at };
}

/** What was left, with what the page that takes it up was told meanwhile: the later counts, and of two reasons both stand. */
export function under(left: Left, entered: Unsent, { initial }: Opened): Left {
  const { answers: now } = entered;
  const later = Object.fromEntries(Object.entries(now).filter(([name, value]) => name !== "step" && value !== initial[name as keyof Answers]));
  const ratings = left.answers.ratings.map((rating, index) => (now.ratings[index] === initial.ratings[index] ? rating : (now.ratings[index] ?? null)));
  const reasons = [left.correction?.reason, entered.correction?.reason].filter(Boolean);
  return {
    ...left,
    answers: { ...left.answers, ...later, ratings },
    ...(left.correction && { correction: { ...left.correction, reason: reasons.join("\n") } }),
  };
}

/** As long as a page that is opened while another is being left may be on its way. */
const passingMs = 60_000;
