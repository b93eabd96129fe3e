// What a questionnaire form holds while it is filled in, and what it sends. Times are the clinic's wall
// clock as typed; "" is a session or a time not chosen.
import type { Recall } from "@/lib/measures/recall";
import type { modes } from "@/lib/schemas/assessment";

export type Mode = (typeof modes)[number];

export const modeWords: Readonly<Record<Mode, string>> = {
  paper: "patient on paper",
  aloud: "read aloud to the patient",
  device: "patient on this device",
};

export interface Answers {
  recall: Recall;
  sessionId: string | null;
  answeredAt: string | null;
  mode: Mode;
  ratings: readonly (number | null)[];
}

export interface FormValues {
  recall: Recall;
  sessionId: string;
  answeredAt: string;
  mode: Mode;
  ratings: (number | null)[];
  reason: string;
}

export function formValues(measure: { items: readonly unknown[] }, initial: Answers): FormValues {
  return {
    recall: initial.recall,
    sessionId: initial.sessionId ?? "",
    answeredAt: initial.answeredAt ?? "",
    mode: initial.mode,
    ratings: measure.items.map((_, index) => initial.ratings[index] ?? null),
    reason: "",
  };
}

export function answersOf(values: FormValues): Answers & { ratings: (number | null)[] } {
  return {
    recall: values.recall,
    sessionId: values.sessionId === "" ? null : values.sessionId,
    answeredAt: isWallTime(values.answeredAt) ? values.answeredAt : null,
    mode: values.mode,
    ratings: [...values.ratings],
  };
}

/** How many answers differ: what would be lost if only `saved` were kept. */
export function answersApart(saved: Answers | null, current: Answers): number {
  return current.ratings.filter((rating, index) => rating !== (saved?.ratings[index] ?? null)).length;
}

export function sameAnswers(one: Answers, other: Answers): boolean {
  return (
    answersApart(one, other) === 0 &&
    one.recall === other.recall &&
    one.sessionId === other.sessionId &&
    one.answeredAt === other.answeredAt &&
    one.mode === other.mode
  );
}

/** The numbers of the items without an answer. */
export function missingItems(
  items: readonly { number: number }[],
  ratings: readonly (number | null)[],
): number[] {
  return items.filter((_, index) => (ratings[index] ?? null) === null).map((item) => item.number);
}

function isWallTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
}
