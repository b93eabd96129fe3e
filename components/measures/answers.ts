// What a form holds while it is filled in, and what it sends. Times are the clinic's wall clock as typed;
// "" is a session or a time not chosen, and a total not entered.
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
  /** The number entered where there are no items; null elsewhere, and while what is typed is no whole number. */
  total: number | null;
}

export interface FormValues {
  recall: Recall;
  sessionId: string;
  answeredAt: string;
  mode: Mode;
  ratings: (number | null)[];
  /** As typed. */
  total: string;
  reason: string;
}

export function formValues(measure: { items: readonly unknown[] }, initial: Answers): FormValues {
  return {
    recall: initial.recall,
    sessionId: initial.sessionId ?? "",
    answeredAt: initial.answeredAt ?? "",
    mode: initial.mode,
    ratings: measure.items.map((_, index) => initial.ratings[index] ?? null),
    total: measure.items.length > 0 || initial.total === null ? "" : String(initial.total),
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
    total: wholeNumber(values.total),
  };
}

/** "41" is 41, "0" is 0; "4.5", "-3" and "" are no whole number from 0 up: null. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
}

/** How many answers differ: what would be lost if only `saved` were kept. */
export function answersApart(saved: Answers | null, current: Answers): number {
  const ratings = current.ratings.filter((rating, index) => rating !== (saved?.ratings[index] ?? null)).length;
  return ratings + (current.total === (saved?.total ?? null) ? 0 : 1);
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

function isWallTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
}
