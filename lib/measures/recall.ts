/**
 * The recall window of a questionnaire: the stretch of time its questions ask about, counted back from the
 * day it is answered. It is part of every score. The same person on the same day scores differently on the
 * month and the week form: in a three-week intensive programme (n = 191) the effect was d = 1.40 on past-week
 * and 1.12 on past-month scores (BMC Psychiatry 2018, doi 10.1186/s12888-018-1816-6). So scores of two
 * windows are never compared and never joined by a line. Not to be confused with an assessment window
 * (baseline, week 3), which lives in lib/course.
 */
export type Recall = "month" | "week" | "day";

/** Every recall window, longest first: the order in which pages list them. */
export const RECALLS: readonly Recall[] = ["month", "week", "day"];

/** Length of each window in calendar days, counting back from the day of answering; a month is 30. */
export const recallDays: Readonly<Record<Recall, number>> = { month: 30, week: 7, day: 1 };

/** The window in words, as it stands in running text. Example: recallWords.week is "past week". */
export const recallWords: Readonly<Record<Recall, string>> = {
  month: "past month",
  week: "past week",
  day: "past day",
};
