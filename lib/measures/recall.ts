/**
 * The recall window of a questionnaire: the stretch of time its questions ask about, counted back from the
 * day it is answered. It is part of every score. The same person on the same day scores differently on the
 * month and the week form: in a three-week intensive programme (n = 191) the effect was d = 1.40 on past-week
 * and 1.12 on past-month scores (BMC Psychiatry 2018, doi 10.1186/s12888-018-1816-6). So scores of two
 * windows are never compared and never joined by a line. Not to be confused with an assessment window
 * (baseline, week 3), which lives in lib/course.
 */
export type Recall = "year" | "month" | "fortnight" | "week" | "day" | "moment" | "unstated";

/** Every recall window, longest first: the order in which pages list them. */
export const RECALLS: readonly Recall[] = ["year", "month", "fortnight", "week", "day", "moment", "unstated"];

/**
 * Length of each window in calendar days, counting back from the day of answering; a month is 30. Null where
 * nothing is looked back on (an interviewer rates this moment) or where the form names no period.
 */
export const recallDays: Readonly<Record<Recall, number | null>> = {
  year: 365,
  month: 30,
  fortnight: 14,
  week: 7,
  day: 1,
  moment: null,
  unstated: null,
};

/** The window in words, as it stands in running text. Example: recallWords.week is "past week". */
export const recallWords: Readonly<Record<Recall, string>> = {
  year: "past year",
  month: "past month",
  fortnight: "last 2 weeks",
  week: "past week",
  day: "past day",
  moment: "at this moment",
  unstated: "no stated period",
};
