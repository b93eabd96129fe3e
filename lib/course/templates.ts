/**
 * Course templates: the shape of a course before it has a patient and dates. A template says on which days, counted
 * from the start date (day 0), doses and therapy sessions fall, how they are paired, at what time of day, and which
 * plan of measures goes with them. A clinic edits them and adds its own. They are shapes to start from, taken from
 * published courses where there are any (`source` says which and what is ours); none is a recommendation, and
 * ketamine is not approved for PTSD. The dates are worked out in planned-sessions.ts.
 */
import type { Medicine, Route, Therapy } from "./course";

/** How therapy goes with a dose: unbound, on the calendar day after each, or some hours before it on the same day. */
export type Pairing = "none" | "next-day" | "same-day";

export const pairingWords: Readonly<Record<Pairing, string>> = {
  none: "On days of its own",
  "next-day": "Therapy the day after each dose",
  "same-day": "Therapy, then the dose within hours",
};

export interface CourseTemplate {
  readonly id: string;
  readonly name: string;
  readonly medicine: Medicine;
  readonly route: Route;
  readonly therapy: Therapy;
  readonly therapyName: string | null;
  readonly plannedWeeks: number;
  /** Days of the doses from the start date: whole, 0 or more, ascending, none twice. */
  readonly doses: readonly number[];
  readonly pairing: Pairing;
  /** Days of therapy sessions besides the paired ones, likewise. */
  readonly therapyDays: readonly number[];
  /** Times of day, "HH:MM" on the clinic's clock. */
  readonly times: { readonly dose: string; readonly therapy: string };
  /** The id of a plan of measures; null is the clinic's default. */
  readonly plan: string | null;
  /** Where the shape comes from, and what of it is ours. */
  readonly source: string;
}

const ALL_DAYS = { dose: "09:00", therapy: "10:00" } as const;

const weekly = (count: number, from = 0): readonly number[] => Array.from({ length: count }, (_, index) => from + 7 * index);
const common = { therapyName: null, times: ALL_DAYS, plan: null, pairing: "none" } as const;

export const startingTemplates: readonly CourseTemplate[] = [
  {
    ...common,
    id: "six-infusions",
    name: "Six infusions in two weeks, weekly therapy",
    medicine: "ketamine",
    route: "intravenous",
    therapy: "pe",
    plannedWeeks: 4,
    doses: [0, 2, 4, 7, 9, 11],
    therapyDays: weekly(4, 1),
    source:
      "Six infusions in 12 days, three a week: Albott et al. 2018; Feder et al. 2021, doi 10.1176/appi.ajp.2020.20050596. " +
      "Therapy on the day after the first infusion of a week, for four weeks, is ours.",
  },
  {
    ...common,
    id: "weekly-infusion-pe",
    name: "Weekly infusion × 4 with prolonged exposure",
    medicine: "ketamine",
    route: "intravenous",
    therapy: "pe",
    plannedWeeks: 10,
    doses: weekly(4),
    pairing: "next-day",
    therapyDays: weekly(6, 29),
    source:
      "Infusions 24 hours before weekly prolonged exposure, up to 10 sessions: Shiroma et al. 2020, doi 10.4088/JCP.20l13406 " +
      "(three infusions there; the fourth is ours).",
  },
  {
    ...common,
    id: "eight-weeks-intranasal",
    name: "Eight weeks intranasal, therapy the day after each dose",
    medicine: "ketamine",
    route: "intranasal",
    therapy: "other",
    therapyName: "Trauma-focused therapy",
    plannedWeeks: 8,
    doses: weekly(8),
    pairing: "next-day",
    therapyDays: [],
    source:
      "Eight weeks of nasal ketamine with trauma-focused psychotherapy: Rohde et al. 2024, doi 10.3390/bs14080717. " +
      "The calendar was not published: one dose a week, therapy the next day, is ours.",
  },
  {
    ...common,
    id: "pe-weekly",
    name: "Prolonged exposure, 8 to 15 sessions",
    medicine: "none",
    route: "none",
    therapy: "pe",
    plannedWeeks: 10,
    doses: [],
    therapyDays: weekly(10),
    source: "8 to 15 sessions, weekly or twice a week: Foa, Hembree and Rothbaum, the treatment manual. Ten weekly ones are planned.",
  },
  {
    ...common,
    id: "pe-massed",
    name: "Prolonged exposure, massed: 10 sessions in two weeks",
    medicine: "none",
    route: "none",
    therapy: "pe",
    plannedWeeks: 2,
    doses: [],
    therapyDays: [0, 1, 2, 3, 4, 7, 8, 9, 10, 11],
    source: "Foa et al. 2018, doi 10.1001/jama.2017.21242: 10 sessions over two weeks.",
  },
  {
    ...common,
    id: "cpt",
    name: "Cognitive processing therapy, 12 sessions",
    medicine: "none",
    route: "none",
    therapy: "cpt",
    plannedWeeks: 12,
    doses: [],
    therapyDays: weekly(12),
    source: "12 sessions: Resick, Monson and Chard, the treatment manual. One a week is ours; the manual also allows two.",
  },
  {
    ...common,
    id: "blank",
    name: "Blank",
    medicine: "none",
    route: "none",
    therapy: "pe",
    plannedWeeks: 4,
    doses: [],
    therapyDays: [],
    source: "Nothing planned.",
  },
];
