// What a story consists of, and the few words in which the stories are written. Days count from the first day
// of the course (day 0); times are the clinic's wall clock.
import type { Medicine, Mode, Recall, Route, SessionKind, Therapy } from "../generated/client";
import type { SpreadName } from "./spreads";

export interface Story {
  /** Ids are made from it: keep it when a story is rewritten. */
  readonly key: string;
  readonly tells: string;
  readonly patient: StoryPatient;
  /** The day of the course it is today; negative before it starts. */
  readonly today: number;
  readonly course: StoryCourse | null;
  readonly sessions: readonly SessionRun[];
  readonly forms: readonly StoryForm[];
  /** How this patient's points lie across the twenty items. */
  readonly spread: SpreadName;
  /** How the forms were given where a form does not say. */
  readonly given: Mode;
  readonly draft?: StoryDraft;
  /** Forms of other measures, in order of entry. */
  readonly beside?: readonly BesideForm[];
  readonly baseline?: StoryBaseline;
  /** A course that ended before this one began; its day 0 lies so many days before this one's. */
  readonly earlier?: EarlierCourse;
}

export interface EarlierCourse extends Pick<Story, "sessions" | "forms"> {
  readonly daysBefore: number;
  readonly course: StoryCourse;
}

export interface StoryPatient {
  readonly family: string;
  readonly given: string;
  readonly record: string;
  readonly age: number;
  /** "06-14" */
  readonly birthday: string;
  readonly sex?: string;
  readonly pronouns?: string;
}

export interface StoryCourse {
  readonly therapy: Therapy;
  readonly therapyName?: string;
  readonly medicine: Medicine;
  readonly route: Route;
  readonly weeks: number;
  /** The day it was closed, if it was. */
  readonly endedOn?: number;
  /** Why, where it was discontinued. */
  readonly discontinued?: string;
  /** The name of the template it was planned from. */
  readonly template?: string;
  readonly indexEvent?: string;
  /** Which measures when, by the id of one of the clinic's plans; the clinic's default where none is named. */
  readonly plan?: string;
}

/** Sessions of one kind at one time of day. Past days are done and coming ones planned unless listed here. */
export interface SessionRun extends Exceptions {
  readonly kind: SessionKind;
  readonly days: readonly number[];
  readonly at: string;
}

export interface Exceptions {
  readonly missed?: readonly number[];
  readonly cancelled?: readonly number[];
  /** Past, and nobody has said yet whether it took place. */
  readonly unmarked?: readonly number[];
  /** Done on the one day and planned for the other: { 15: 14 }. */
  readonly moved?: Readonly<Record<number, number>>;
  /** Done, and in no plan. */
  readonly unplanned?: readonly number[];
  /** Why it was missed or cancelled. */
  readonly why?: Readonly<Record<number, string>>;
}

/** One PCL-5: its total as it stands, or would stand if no item were missing. */
export interface StoryForm extends FormDetail {
  readonly recall: Recall;
  readonly day: number;
  readonly at: string;
  readonly total: number;
}

export interface FormDetail {
  /** Twenty digits, where the story turns on single items; otherwise they follow from total and spread. */
  readonly answers?: string;
  readonly missing?: readonly number[];
  readonly corrected?: {
    /** What was entered first, by item number. */
    readonly first: Readonly<Record<number, number>>;
    readonly day: number;
    readonly at: string;
    readonly reason: string;
  };
  readonly voided?: { readonly day: number; readonly at: string; readonly reason: string };
}

/** A form of another measure: by its answers, digit by digit, or by the total they sum to, or that was entered. */
export interface BesideForm {
  readonly measure: string;
  readonly recall: Recall;
  readonly day: number;
  readonly at: string;
  readonly total?: number;
  readonly answers?: string;
  /** Where an answer raises a safety prompt: when it was acknowledged and what was done; null while it is open. */
  readonly prompt?: StoryPrompt | null;
}

export interface StoryPrompt {
  readonly day: number;
  readonly at: string;
  readonly done: string;
}

/** A score that a clinician chose to count change from: the form of that day, and why. */
export interface StoryBaseline {
  readonly form: number;
  readonly day: number;
  readonly at: string;
  readonly reason: string;
}

/** A form begun this morning and left after some items. */
export interface StoryDraft {
  readonly recall: Recall;
  readonly answered: number;
  /** Where the total was heading. */
  readonly total: number;
}

/** A patient by name ("Family, Given"), record number and what else is known. */
export function person(
  name: string,
  record: string,
  known: Omit<StoryPatient, "family" | "given" | "record">,
): StoryPatient {
  const [family, given] = name.split(", ");
  if (family === undefined || given === undefined) throw new Error(`Not a family and a given name: ${name}`);
  return { family, given, record, ...known };
}

export const month = (day: number, at: string, total: number, detail: FormDetail = {}): StoryForm => ({
  recall: "month",
  day,
  at,
  total,
  ...detail,
});

export const week = (day: number, at: string, total: number, detail: FormDetail = {}): StoryForm => ({
  recall: "week",
  day,
  at,
  total,
  ...detail,
});

export const pastDay = (day: number, at: string, total: number): StoryForm => ({ recall: "day", day, at, total });

export const doses = (days: readonly number[], at: string, exceptions: Exceptions = {}): SessionRun => ({
  kind: "dose",
  days,
  at,
  ...exceptions,
});

export const therapy = (days: readonly number[], at: string, exceptions: Exceptions = {}): SessionRun => ({
  kind: "therapy",
  days,
  at,
  ...exceptions,
});

export const visits = (days: readonly number[], at: string, exceptions: Exceptions = {}): SessionRun => ({
  kind: "assessment",
  days,
  at,
  ...exceptions,
});

/** everyWeek(1, 3) is days 1, 8 and 15. */
export const everyWeek = (from: number, times: number): number[] =>
  Array.from({ length: times }, (_, n) => from + 7 * n);
